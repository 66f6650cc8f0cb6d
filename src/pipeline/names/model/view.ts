import { hashText } from '../../../model/hash.ts';
import { ABBREVIATIONS } from '../../lexicon/abbreviations.ts';
import type { Token } from '../../words/tokens.ts';
import { LONGEST_ENTRY, longer, type NameLists } from './lists.ts';
import { type NameKnowledge, type NameWord, wordsOf } from './word.ts';

/** What the search for names looks at in an article. */
export interface NameText {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The tokens of an article as numbers, at the same index in each list. */
export interface NameView {
  readonly n: number;
  readonly tokens: readonly Token[];
  readonly words: readonly NameWord[];
  /** Digits in words count as one. */
  readonly word: Int32Array;
  readonly pos: Int32Array;
  /** Capitals, small letters, digits and marks, of each kind at most two in a row. */
  readonly shape: Int32Array;
  readonly coarse: Int32Array;
  readonly fine: Int32Array;
  /** What vectors tell of the word. */
  readonly kinds: Int32Array;
  /** The lists that hold the word or the phrase that it belongs to, and where in the phrase it stands; 0 for none. */
  readonly listed: Int32Array;
  /** Number of the sentence or line. */
  readonly sentence: Int32Array;
  /** How its sentence is written: 0 as usual, 1 most words with a capital, 2 in capitals. */
  readonly casing: Int32Array;
  /** How the article writes the word elsewhere: 1 in small letters, 2 with a capital in the middle of a sentence, 3 both. */
  readonly elsewhere: Int32Array;
  /** Whether the token begins a sentence, and whether its line is a table: numbers and no verb. */
  readonly first: Uint8Array;
  readonly table: Uint8Array;
  /** Whether a token may be of a name: it or one beside it has a capital. Of the others no more is asked. */
  readonly live: Uint8Array;
  /** How much of the article is about sport: 0 to 2. */
  readonly sport: number;
}

/** Looks at an article as the model of names does. */
export function nameViewOf({ text, tokens }: NameText, knowledge: NameKnowledge): NameView {
  const n = tokens.length;
  const words = wordsOf(knowledge).of(tokens);
  const word = new Int32Array(n);
  const pos = new Int32Array(n);
  const shape = new Int32Array(n);
  const [coarse, fine, kinds] = [new Int32Array(n), new Int32Array(n), new Int32Array(n)];
  for (let i = 0; i < n; i++) {
    const facts = words[i]!;
    word[i] = facts.hash;
    pos[i] = tagOf(tokens[i]!.pos);
    shape[i] = facts.shape;
    coarse[i] = facts.classes & 255;
    fine[i] = facts.classes >>> 8;
    kinds[i] = facts.kinds;
  }
  const { sentence, first } = sentencesOf(text, tokens, words);
  const casing = casingOf(words, sentence);
  return {
    n,
    tokens,
    words,
    word,
    pos,
    shape,
    coarse,
    fine,
    kinds,
    listed: listedIn(words, sentence, knowledge.lists),
    sentence,
    casing,
    elsewhere: elsewhereOf(words, first, casing),
    first,
    table: tablesOf(tokens, words, sentence),
    live: liveIn(words),
    sport: sportOf(words),
  };
}

/** Hashes of parts of speech, of which there are few. */
const tags = new Map<string, number>();

function tagOf(pos: string): number {
  const known = tags.get(pos);
  if (known !== undefined) return known;
  const hash = hashText(pos);
  tags.set(pos, hash);
  return hash;
}

/** Sentences as the library parts them, abbreviations aside, and lines. */
function sentencesOf(text: string, tokens: readonly Token[], words: readonly NameWord[]) {
  const sentence = new Int32Array(tokens.length);
  const first = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const begins = i === 0 || parts(text, tokens, words, i);
    first[i] = begins ? 1 : 0;
    sentence[i] = i === 0 ? 0 : sentence[i - 1]! + (begins ? 1 : 0);
  }
  return { sentence, first };
}

/** Whether a sentence or line ends before a token. */
function parts(text: string, tokens: readonly Token[], words: readonly NameWord[], i: number): boolean {
  const before = tokens[i - 1]!;
  for (let at = before.end; at < tokens[i]!.start; at++) if (text.charCodeAt(at) === NEW_LINE) return true;
  if (!before.endsSentence || words[i]!.small) return false;
  const word = before.text === '.' ? `${tokens[i - 2]?.text ?? ''}.` : before.text;
  return !ABBREVIATIONS.has(word.toLowerCase()) && !/^\p{Lu}\.$/u.test(word);
}

const NEW_LINE = 10;

/** Calls `each` for every sentence, tokens `from` up to `to`. */
function eachSentence(sentence: Int32Array, each: (from: number, to: number) => void): void {
  for (let from = 0, to = 0; from < sentence.length; from = to) {
    while (to < sentence.length && sentence[to] === sentence[from]) to++;
    each(from, to);
  }
}

/** Calls `each` for every stretch of live tokens in a sentence, which is labelled by itself: between them are no names. */
export function eachStretch({ sentence, live }: Pick<NameView, 'sentence' | 'live'>, each: (from: number, to: number) => void): void {
  eachSentence(sentence, (first, end) => {
    for (let from = first, to = first; from < end; from = to + 1) {
      to = from;
      while (to < end && live[to]) to++;
      if (to > from) each(from, to);
    }
  });
}

/** Words of a sentence that say how it is written, at least. */
const FEW = 3;

function casingOf(words: readonly NameWord[], sentence: Int32Array): Int32Array {
  const casing = new Int32Array(words.length);
  eachSentence(sentence, (from, to) => {
    let [count, capitals, shouted] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      const word = words[i]!;
      if (!word.letters) continue;
      count++;
      if (word.capital) capitals++;
      if (word.shouted) shouted++;
    }
    if (shouted >= Math.min(2, count) && count > 0 && shouted / count > 0.7) casing.fill(2, from, to);
    else if (count >= FEW && capitals / count > 0.7) casing.fill(1, from, to);
  });
  return casing;
}

function elsewhereOf(words: readonly NameWord[], first: Uint8Array, casing: Int32Array): Int32Array {
  const seen = new Map<number, number>();
  for (let i = 0; i < words.length; i++) {
    const { hash, small, mixed } = words[i]!;
    const as = small ? 1 : mixed && !first[i] && casing[i] === 0 ? 2 : 0;
    if (as > 0) seen.set(hash, (seen.get(hash) ?? 0) | as);
  }
  const elsewhere = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) elsewhere[i] = seen.get(words[i]!.hash) ?? 0;
  return elsewhere;
}

/** Tokens that a name may be made of, and those beside them. */
function liveIn(words: readonly NameWord[]): Uint8Array {
  const live = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) if (words[i]!.live) live.fill(1, Math.max(0, i - 1), i + 2);
  return live;
}

/** The longest phrase on a list that begins at each token with a capital, none inside another. */
function listedIn(words: readonly NameWord[], sentence: Int32Array, lists: NameLists): Int32Array {
  const n = words.length;
  const listed = new Int32Array(n);
  for (let from = 0; from < n; from++) {
    const word = words[from]!;
    if (!word.capital) {
      listed[from] = word.lists * 8;
      continue;
    }
    let [phrase, to, found] = [longer(0, word.hash), from, word.lists];
    if (found) to = from + 1;
    for (let at = from + 1; at < Math.min(n, from + LONGEST_ENTRY) && sentence[at] === sentence[from]; at++) {
      phrase = longer(phrase, words[at]!.hash);
      const bits = lists.get(phrase);
      if (bits) [to, found] = [at + 1, bits];
    }
    for (let at = from; at < to; at++) listed[at] = found * 8 + 4 + (at === from ? 1 : 0) + (to - from > 1 ? 2 : 0);
    from = Math.max(from, to - 1);
  }
  return listed;
}

function tablesOf(tokens: readonly Token[], words: readonly NameWord[], sentence: Int32Array): Uint8Array {
  const table = new Uint8Array(tokens.length);
  eachSentence(sentence, (from, to) => {
    let [numbers, verbs] = [0, 0];
    for (let i = from; i < to; i++) {
      const { number, small } = words[i]!;
      const { pos } = tokens[i]!;
      if (number) numbers++;
      if (small && (pos === 'VERB' || pos === 'AUX')) verbs++;
    }
    if (numbers * 5 > to - from && numbers > 1) table.fill(verbs === 0 ? 2 : 1, from, to);
  });
  return table;
}

/** The least share of an article's words that tell of sport for some sport, and for nothing else. */
const SOME_SPORT = 0.02;
const ALL_SPORT = 0.045;

function sportOf(words: readonly NameWord[]): number {
  let count = 0;
  for (const { sport } of words) if (sport) count++;
  const share = count / Math.max(words.length, 1);
  return share > ALL_SPORT ? 2 : share > SOME_SPORT ? 1 : 0;
}
