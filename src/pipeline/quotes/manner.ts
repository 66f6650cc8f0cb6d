import type { Token } from '../words/tokens.ts';

/** Nouns without an article or a plural that can speak: words for a mass, for all of a group, or for what is handed down. */
const SPEAKING: ReadonlySet<string> = new Set(
  `police data media press research evidence testimony analysis information intelligence management staff legend tradition lore folklore scripture
  myth rumour rumor gossip hearsay literature correspondence documentation footage counsel prosecution defence defense government parliament
  congress court leadership industry polling reporting paperwork surveillance material coverage everyone everybody someone somebody`.split(
    /\s+/,
  ),
);

/**
 * Whether the "according to" at a token says how and not who: a single noun in the singular without an article follows, as in "according to plan",
 * "sorted according to size".
 */
export function isManner(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to') return false;
  const [noun, next] = [tokens[at + 2], tokens[at + 3]];
  if (noun?.pos !== 'NOUN' || !/^\p{Ll}+$/u.test(noun.text) || SPEAKING.has(noun.lower) || /[^s]s$/.test(noun.lower)) return false;
  // "According to state media", "to tax records": the noun belongs to another.
  return !next || !(/^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.pos) || /^(?:-|['’]s?)$/.test(next.text) || next.lower === 'of');
}
