import { hashText } from '../../model/hash.ts';
import { ABBREVIATIONS } from '../lexicon/abbreviations.ts';
import type { Token } from '../tokens.ts';
import type { WordClasses } from '../word-classes.ts';
import { LONGEST_ENTRY, longer, type NameLists, type NameWords } from './lists.ts';

/** What the search for names looks at in an article. */
export interface NameText {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** What is known of words, apart from the article. */
export interface NameKnowledge {
  readonly classes: WordClasses;
  readonly lists: NameLists;
  readonly words: NameWords;
}

/** The tokens of an article as numbers, at the same index in each list. */
export interface NameView {
  readonly n: number;
  readonly tokens: readonly Token[];
  /** Digits in words count as one. */
  readonly word: Int32Array;
  readonly pos: Int32Array;
  /** Hashes of the last two, three and four letters, and of the first one to four. */
  readonly suffixes: readonly Int32Array[];
  readonly prefixes: readonly Int32Array[];
  /** Capitals, small letters, digits and marks, of each kind at most two in a row; and in full. */
  readonly shape: Int32Array;
  readonly form: Int32Array;
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

export function nameViewOf({ text, tokens }: NameText, knowledge: NameKnowledge): NameView {
  const n = tokens.length;
  const word = Int32Array.from(tokens, ({ lower }) => hashText(lower.replace(/\d/g, '9')));
  const classOf = Int32Array.from(tokens, ({ lower }, i) => knowledge.classes.get(word[i]!) ?? knowledge.classes.get(hashText(lower)) ?? 0);
  const { sentence, first } = sentencesOf(text, tokens);
  const casing = casingOf(tokens, sentence);
  const view = {
    n,
    tokens,
    word,
    pos: Int32Array.from(tokens, ({ pos }) => hashText(pos)),
    suffixes: [2, 3, 4].map((length) => Int32Array.from(tokens, ({ lower }) => hashText(lower.slice(-length)))),
    prefixes: [1, 2, 3, 4].map((length) => Int32Array.from(tokens, ({ lower }) => hashText(lower.slice(0, length)))),
    shape: Int32Array.from(tokens, ({ text }) => shapeOf(text, 2)),
    form: Int32Array.from(tokens, ({ text }) => shapeOf(text, 24)),
    coarse: classOf.map((both) => both & 255),
    fine: classOf.map((both) => both >>> 8),
    kinds: word.map((hash) => knowledge.words.get(hash) ?? -1),
    listed: listedIn(tokens, word, sentence, knowledge.lists),
    sentence,
    casing,
    elsewhere: elsewhereOf(tokens, word, first, casing),
    first,
    table: tablesOf(tokens, sentence),
    live: liveIn(tokens),
  };
  return { ...view, sport: sportOf(tokens) };
}

/** Sentences as the library parts them, abbreviations aside, and lines. */
function sentencesOf(text: string, tokens: readonly Token[]) {
  const sentence = new Int32Array(tokens.length);
  const first = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const begins = i === 0 || parts(text, tokens, i);
    first[i] = begins ? 1 : 0;
    sentence[i] = i === 0 ? 0 : sentence[i - 1]! + (begins ? 1 : 0);
  }
  return { sentence, first };
}

/** Whether a sentence or line ends before a token. */
function parts(text: string, tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]!;
  const gap = text.indexOf('\n', before.end);
  if (gap >= 0 && gap < tokens[i]!.start) return true;
  if (!before.endsSentence || /^\p{Ll}/u.test(tokens[i]!.text)) return false;
  const word = before.text === '.' ? `${tokens[i - 2]?.text ?? ''}.` : before.text;
  return !ABBREVIATIONS.has(word.toLowerCase()) && !/^\p{Lu}\.$/u.test(word);
}

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

function casingOf(tokens: readonly Token[], sentence: Int32Array): Int32Array {
  const casing = new Int32Array(tokens.length);
  eachSentence(sentence, (from, to) => {
    let [words, capitals, shouted] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      if (!/\p{L}{2}/u.test(tokens[i]!.text)) continue;
      words++;
      if (/^\p{Lu}/u.test(tokens[i]!.text)) capitals++;
      if (!/\p{Ll}/u.test(tokens[i]!.text)) shouted++;
    }
    if (shouted >= Math.min(2, words) && words > 0 && shouted / words > 0.7) casing.fill(2, from, to);
    else if (words >= FEW && capitals / words > 0.7) casing.fill(1, from, to);
  });
  return casing;
}

function elsewhereOf(tokens: readonly Token[], word: Int32Array, first: Uint8Array, casing: Int32Array): Int32Array {
  const seen = new Map<number, number>();
  for (const [i, { text }] of tokens.entries()) {
    const as = /^\p{Ll}/u.test(text) ? 1 : /^\p{Lu}.*\p{Ll}/u.test(text) && !first[i] && casing[i] === 0 ? 2 : 0;
    if (as > 0) seen.set(word[i]!, (seen.get(word[i]!) ?? 0) | as);
  }
  return word.map((hash) => seen.get(hash) ?? 0);
}

/** Tokens with a capital anywhere, or with a letter behind a digit, and those beside them. */
function liveIn(tokens: readonly Token[]): Uint8Array {
  const live = new Uint8Array(tokens.length);
  for (const [i, { text }] of tokens.entries()) {
    if (/[\p{Lu}]|\d\p{L}/u.test(text)) live.fill(1, Math.max(0, i - 1), i + 2);
  }
  return live;
}

/** The longest phrase on a list that begins at each token with a capital, none inside another. */
function listedIn(tokens: readonly Token[], word: Int32Array, sentence: Int32Array, lists: NameLists): Int32Array {
  const listed = new Int32Array(tokens.length);
  for (let from = 0; from < tokens.length; from++) {
    if (!/^\p{Lu}/u.test(tokens[from]!.text)) {
      listed[from] = (lists.get(longer(0, word[from]!)) ?? 0) * 8;
      continue;
    }
    let [phrase, to, found] = [0, from, 0];
    for (let at = from; at < Math.min(tokens.length, from + LONGEST_ENTRY) && sentence[at] === sentence[from]; at++) {
      phrase = longer(phrase, word[at]!);
      const bits = lists.get(phrase);
      if (bits) [to, found] = [at + 1, bits];
    }
    for (let at = from; at < to; at++) listed[at] = found * 8 + 4 + (at === from ? 1 : 0) + (to - from > 1 ? 2 : 0);
    from = Math.max(from, to - 1);
  }
  return listed;
}

function tablesOf(tokens: readonly Token[], sentence: Int32Array): Uint8Array {
  const table = new Uint8Array(tokens.length);
  eachSentence(sentence, (from, to) => {
    let [numbers, verbs] = [0, 0];
    for (let i = from; i < to; i++) {
      if (/^\d/.test(tokens[i]!.text)) numbers++;
      if (/^(?:VERB|AUX)$/.test(tokens[i]!.pos) && /^\p{Ll}/u.test(tokens[i]!.text)) verbs++;
    }
    if (numbers * 5 > to - from && numbers > 1) table.fill(verbs === 0 ? 2 : 1, from, to);
  });
  return table;
}

/** Words that tell of sport, and their least share of an article's words that is some sport, and all sport. */
const SPORT: ReadonlySet<string> = new Set(
  `ball baseball basketball batsman beat beaten bowled bowler boxing champion champions championship championships club coach cricket cup cycling defeated
  defender division draw drew final finals fixture football game games goal goalkeeper goals golf halftime hockey innings inning league match matches medal
  midfielder nba nfl nhl olympic playoff playoffs player players pitcher premiership quarterfinal quarterfinals race races referee result results round rugby
  runs scored scorer scorers season seed seeded semifinal semifinals set soccer standings striker team teams tennis title tournament wicket wickets win wins
  winner won`.split(/\s+/),
);
const SOME_SPORT = 0.02;
const ALL_SPORT = 0.045;

function sportOf(tokens: readonly Token[]): number {
  const share = tokens.filter(({ lower }) => SPORT.has(lower)).length / Math.max(tokens.length, 1);
  return share > ALL_SPORT ? 2 : share > SOME_SPORT ? 1 : 0;
}

/** Capitals, small letters, digits and marks in the order in which they stand, of each kind at most `most` in a row. */
function shapeOf(text: string, most: number): number {
  let shape = 1;
  let [last, run] = [-1, 0];
  for (let i = 0; i < text.length && i < 24; i++) {
    const code = text.charCodeAt(i);
    const letter = text[i]!;
    const kind =
      code >= 97 && code <= 122
        ? 1
        : code >= 65 && code <= 90
          ? 2
          : code >= 48 && code <= 57
            ? 3
            : code > 191
              ? isCapital(letter)
                ? 2
                : 1
              : code;
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= most) shape = Math.imul(shape, 31) + kind;
  }
  return shape;
}

const isCapital = (letter: string) => /\p{Lu}/u.test(letter);
