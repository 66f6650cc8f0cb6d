import { isTitle } from '../../lexicon/titles.ts';
import type { Token } from '../../words/tokens.ts';
import { type NameRun, wordsOf } from './labels.ts';
import { HEADS, isIt, isSomebody } from './signs.ts';

/** What firms have, behind their name and behind "its". */
const OWNED =
  /^(?:customers?|earnings|market|outlets|profits?|results|revenues?|sales|shareholders|shares|shoppers|staff|stock|stores|turnover)$/;
/** Those that no person's name stands before: "Ana Bell shares a house". */
const FIRMS_OWN = /^(?:customers|shareholders|shoppers|stores|outlets)$/;
/** How many signs make a firm of a full name. */
const SURE = 2;
/** Tokens behind a name in which a pronoun tells of whom. */
const NEAR = 12;

/**
 * Firms that are called like people, "John Lewis", in small letters: full names with which the article tells of shares, stores and "its", and never of a he or she, a title
 * or an age. And their surnames.
 */
export function firmsAmong(tokens: readonly Token[], names: readonly NameRun[]): string[] {
  const people = names.filter(({ type }) => type === 'PERSON');
  const signs = new Map<string, number>();
  for (const name of people) if (name.to - name.from > 1) add(signs, wordsOf(tokens, name), signsOf(tokens, name));
  const firms: string[] = [];
  for (const [words, count] of signs) {
    if (count === 0) continue;
    const surname = words.slice(words.lastIndexOf(' ') + 1);
    const own = people.filter(({ to }) => tokens[to - 1]!.lower === surname);
    const alone = own.filter(({ from, to }) => to - from === 1);
    const total = alone.reduce((sum, name) => sum + signsOf(tokens, name), count);
    const isOnly = own.every((name) => name.to - name.from === 1 || wordsOf(tokens, name) === words);
    if (total >= SURE && isOnly && !own.some((name) => isSomebody(tokens, name) || isDescribed(tokens, name) || isHeOrShe(tokens, name)))
      firms.push(words, surname);
  }
  return firms;
}

/** Single words that are firms by the same signs, in small letters: "Calder boss Ana Bell" and, twice, "Calder's shares" where nothing tells of a he or she. */
export function firmsOfOneWord(tokens: readonly Token[], lone: readonly NameRun[]): string[] {
  const signs = new Map<string, number>();
  for (const name of lone)
    add(
      signs,
      wordsOf(tokens, name),
      isHeOrShe(tokens, name) || isDescribed(tokens, name) ? Number.NEGATIVE_INFINITY : signsOf(tokens, name),
    );
  return [...signs].flatMap(([word, count]) => (count >= SURE ? [word] : []));
}

const add = (counts: Map<string, number>, key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);

/** "Shares in John Lewis", "John Lewis stores", "John Lewis boss Ana Bell", "John Lewis said its sales" are two, "John Lewis's shares", "John Lewis, which" one. */
function signsOf(tokens: readonly Token[], name: NameRun): number {
  const { from, to } = name;
  const [next, second] = [tokens[to]?.lower ?? '', tokens[to + 1]?.lower ?? ''];
  if (/^(?:at|in)$/.test(tokens[from - 1]?.lower ?? '') && /^(?:shares|shoppers|stake)$/.test(tokens[from - 2]?.lower ?? '')) return 2;
  if (FIRMS_OWN.test(next) || (HEADS.test(next) && /^\p{Lu}/u.test(tokens[to + (second === ',' ? 2 : 1)]?.text ?? ''))) return 2;
  if (/^(?:shares|stock)$/.test(next) && /^(?:AUX|PUNCT|VERB)$/.test(tokens[to + 1]?.pos ?? '')) return 2;
  if (/^['’]s?$/.test(next) && OWNED.test(second)) return 1;
  if (next === ',' && second === 'which') return 1;
  if (/^(?:said|says)$/.test(next)) {
    const its = second === 'that' ? to + 2 : to + 1;
    if (tokens[its]?.lower === 'its') return tokens.slice(its + 1, its + 4).some(({ lower }) => OWNED.test(lower)) ? 2 : 1;
    if (tokens[its]?.lower === 'it') return /^(?:had|has|will|would|plans|expects)$/.test(tokens[its + 1]?.lower ?? '') ? 1 : 0;
  }
  return isIt(tokens, name) ? 1 : 0;
}

/** "Ana Bell of Calder Bank", "Ana Bell, its chairwoman". */
function isDescribed(tokens: readonly Token[], { to }: NameRun): boolean {
  if (/^(?:at|from|of)$/.test(tokens[to]?.lower ?? '')) return true;
  return tokens[to]?.text === ',' && tokens.slice(to + 1, to + 5).some(({ lower }) => isTitle(lower) || lower === 'analyst');
}

/** Whether the next pronoun in the sentence, or the one with which the next begins, is somebody's. */
function isHeOrShe(tokens: readonly Token[], { to }: NameRun): boolean {
  for (let at = to; at < Math.min(to + NEAR, tokens.length); at++) {
    if (/^(?:he|she|his|her|him|himself|herself)$/.test(tokens[at]!.lower)) return true;
    if (/^["“”]$/.test(tokens[at]!.text)) return false;
    if (tokens[at]!.endsSentence) return /^(?:he|she|his|her)$/.test(tokens[at + 1]?.lower ?? '');
  }
  return false;
}
