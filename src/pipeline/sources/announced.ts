import { isTitle } from '../lexicon/titles.ts';
import type { Run } from '../words/runs.ts';
import type { SourceGround } from './ground.ts';

/** What somebody is to another, as it stands before the name: "her colleague, Ana Bell". */
const RELATED =
  /^(?:aunt|boss|boyfriend|brother|co-author|colleague|counterpart|cousin|daughter|ex|father|fianc[eé]e?|friend|girlfriend|grand(?:daughter|father|mother|son)|husband|mother|nephew|niece|opponent|partner|predecessor|rival|sister|son|successor|teammate|uncle|widow|widower|wife)$/;

/** The name that a source announces: of "finance minister, Ana Bell," Ana Bell. Null for any other source. */
export function announcedBy({ tokens, personMentions }: SourceGround, { from, to }: Run): Run | null {
  if (tokens[to]?.text !== ',' || !(isTitle(tokens[to - 1]!.lower) || RELATED.test(tokens[to - 1]!.lower))) return null;
  const name = personMentions.find(({ titleFrom }) => titleFrom === to + 1);
  const ends = name && /^[,.;:]$/.test(tokens[name.to]?.text ?? '.');
  // "The mayor, Ana Bell and the council": more than one.
  return ends && !personMentions.some((other) => other.from >= from && other.to <= to) ? { from: name.titleFrom, to: name.to } : null;
}
