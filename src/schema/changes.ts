import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

/** What a change to the API means for those who use it, a sentence for each place. */
export interface ApiChanges {
  /** Queries that were valid are so no longer, or get an answer that their types do not allow for. */
  readonly breaking: readonly string[];
  /** Queries stay valid, but a client that does not expect more values, say, of an enum may be surprised. */
  readonly dangerous: readonly string[];
}

/** Compares two schemas in GraphQL's own language, by the rules of graphql-js. */
export function changesBetween(before: string, after: string): ApiChanges {
  const [old, now] = [buildSchema(before), buildSchema(after)];
  const sentences = (changes: readonly { description: string }[]) => changes.map(({ description }) => description);
  return { breaking: sentences(findBreakingChanges(old, now)), dangerous: sentences(findDangerousChanges(old, now)) };
}
