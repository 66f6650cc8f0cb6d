import { isTitle } from '../lexicon/titles.ts';
import type { PersonMention } from '../people.ts';
import type { Run } from '../runs.ts';
import type { Token } from '../tokens.ts';

/** The name that a source announces: of "finance minister, Ana Bell," Ana Bell. Null for any other source. */
export function announcedBy(
  { tokens, personMentions }: { readonly tokens: readonly Token[]; readonly personMentions: readonly PersonMention[] },
  { from, to }: Run,
): Run | null {
  if (tokens[to]?.text !== ',' || !isTitle(tokens[to - 1]!.lower)) return null;
  const name = personMentions.find(({ titleFrom }) => titleFrom === to + 1);
  const ends = name && /^[,.;:]$/.test(tokens[name.to]?.text ?? '.');
  // "The mayor, Ana Bell and the council": more than one.
  return ends && !personMentions.some((other) => other.from >= from && other.to <= to) ? { from: name.titleFrom, to: name.to } : null;
}
