import { HONORIFICS, TITLES } from '../pipeline/lexicon/titles.ts';
import type { GoldQuote } from './format.ts';

/** Words before a title that are no name either. */
const BEFORE_TITLES: ReadonlySet<string> = new Set(
  'the former vice prime foreign defense defence executive u.s us russian american british emeritus then-president ex-president'.split(' '),
);
const isTitle = (word: string) => BEFORE_TITLES.has(word) || TITLES.has(word) || HONORIFICS.has(word);

/** The words of a name, case, accents and possessive endings aside. */
const foldedWords = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[’']/g, '')
    .match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];

/** The words of a name without the titles before it. */
function nameWords(name: string): string[] {
  const words = foldedWords(name);
  const first = words.findIndex((word) => !isTitle(word));
  return words.slice(first < 0 ? words.length - 1 : first);
}

/**
 * Whether two names can be one's: the same words, the same surname without another given name, or, for an organization, all words of
 * the shorter in the longer.
 */
export function sameName(one: string, other: string): boolean {
  const [short, long] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length) as [string[], string[]];
  if (short.length === 0) return false;
  if (short.at(-1) === long.at(-1)) return short.length === 1 || short.join(' ') === long.join(' ') || sameGiven(short[0]!, long[0]!);
  return short.length > 1 && short.every((word) => long.includes(word));
}

/** "Sergey" and "S", "Tim" and "Timothy". */
const sameGiven = (a: string, b: string) =>
  a === b || (a[0] === b[0] && (Math.min(a.length, b.length) <= 2 || a.startsWith(b) || b.startsWith(a)));

/** Whether gold says who spoke: by name, or, where it has no coreference, by a source that holds a person's name. */
export const hasName = ({ speakerName, speakerChain, sourceKind }: GoldQuote): boolean =>
  Boolean(speakerName) || (speakerChain === undefined && sourceKind === 'person');

/** Whether a predicted name is that of a gold quote's speaker. Without the speaker's name the last word must stand in the source. */
export function isRightName(predicted: string, { speakerName, speakerAliases, sourceText }: GoldQuote): boolean {
  if (speakerName) return [speakerName, ...(speakerAliases ?? [])].some((name) => sameName(predicted, name));
  const last = nameWords(predicted).at(-1);
  return last !== undefined && foldedWords(sourceText).includes(last);
}
