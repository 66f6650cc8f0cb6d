import { Deciding } from '../../db/direct.ts';
import { type OneOf, type Sql, sql } from './where.ts';

/** The facets of articles and quotes that are lists of names: it is kept how many have which spelling. */
export const LABELS = ['authors', 'keywords'] as const;

/**
 * Names, as `normalize` makes them, for a condition on a list of such: one of them is in it. Some stand in every tenth article and others in one of all, so
 * that the statement is planned for these: the newest articles are read until enough have the name, or an index leads to the few there are.
 */
export class Labels implements OneOf {
  readonly keys: readonly string[];

  constructor(keys: readonly string[]) {
    this.keys = keys;
  }

  holds(column: Sql): Sql {
    return this.keys.length === 0 ? sql`FALSE` : sql`${column} && ${new Deciding(this.keys)}::text[]`;
  }
}
