import { hashText } from '../../../model/hash.ts';
import { perObject } from '../../../model/per-object.ts';
import type { Slotted } from '../../../model/word-sums.ts';
import type { Span } from '../../../span.ts';
import type { Quotation } from '../../layout/quotations.ts';
import type { Sentence } from '../../words/sentences.ts';
import type { Token } from '../../words/tokens.ts';
import type { WordClasses } from '../../words/word-classes.ts';
import { WordMemo } from '../../words/word-memo.ts';

/** What the search for quotes looks at in an article. */
export interface QuoteText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly paragraphs: readonly Span[];
  readonly headline: Span | null;
}

/** Words that report: 1 where they often do, 2 where nearly always. By the hash of the word, in small letters. */
export type CueWords = ReadonlyMap<number, number>;

/** Where a token stands: outside quotation marks, on one, or between two. */
export const OUTSIDE = 0;
export const MARK = 1;
export const QUOTED = 2;

/** The tokens of an article as numbers, at the same index in each list. */
export interface View {
  readonly n: number;
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly word: Int32Array;
  readonly pos: Int32Array;
  readonly suffix: Int32Array;
  /** Classes of words of like meaning; 0 for unknown words. */
  readonly coarse: Int32Array;
  readonly fine: Int32Array;
  /** Whether a token is outside quotation marks, a mark, or between them. */
  readonly place: Int32Array;
  /** The kind of quoted stretch that a token lies in and where in it; 0 outside. */
  readonly stretch: Int32Array;
  /** Number of the sentence, and its first and last token. */
  readonly sentence: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly cue: Int32Array;
  /** The nearest words that report before and behind, in the sentence; −1 for none. */
  readonly leftCue: Int32Array;
  readonly rightCue: Int32Array;
  /** The nearest "that", at the token or before it in the sentence; −1 for none. */
  readonly that: Int32Array;
  readonly beginsParagraph: Int32Array;
  readonly inHeadline: Int32Array;
  /** Whether it holds a letter or digit. */
  readonly isWord: Int32Array;
  /** How many there are before each token. */
  readonly before: Readonly<Record<'commas' | 'cues' | 'quoted' | 'marks' | 'verbs' | 'thats', Int32Array>>;
}

const TAGS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];
const TAG_NUMBERS = new Map(TAGS.map((tag, i) => [tag, i + 1]));
export const AUX = TAG_NUMBERS.get('AUX')!;
export const VERB = TAG_NUMBERS.get('VERB')!;
const THAT = hashText('that');

/** What a word tells wherever it stands. */
export interface Word extends Slotted {
  readonly hash: number;
  readonly suffix: number;
  readonly shape: number;
  readonly classes: number;
  /** Whether it holds a letter or digit. */
  readonly isWord: 0 | 1;
}

/** The words that were asked about before, with these classes. */
const wordsOf = perObject(
  (classes: WordClasses) =>
    new WordMemo((text, slot): Word => {
      const lower = text.toLowerCase();
      const hash = hashText(lower);
      const isWord = /[\p{L}\p{N}]/u.test(text) ? 1 : 0;
      return { slot, hash, suffix: hashText(lower.slice(-3)), shape: shapeOf(text), classes: classes.get(hash) ?? 0, isWord };
    }),
);

/** Looks at an article as the model of quotes does. */
export function viewOf(article: QuoteText, cues: CueWords, classes: WordClasses): View {
  const { tokens, headline } = article;
  const n = tokens.length;
  const [word, suffix] = [new Int32Array(n), new Int32Array(n)];
  const [pos, coarse, cue, isWord, inHeadline] = Array.from({ length: 5 }, () => new Int32Array(n)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const fine = new Int32Array(n);
  const { place, stretch } = quotedParts(article);
  const words = wordsOf(classes).of(tokens);
  for (let i = 0; i < n; i++) {
    const token = tokens[i]!;
    const facts = words[i]!;
    const { hash } = facts;
    word[i] = hash;
    suffix[i] = facts.suffix;
    isWord[i] = facts.isWord;
    pos[i] = TAG_NUMBERS.get(token.pos) ?? 0;
    if (place[i] === OUTSIDE) cue[i] = cues.get(hash) ?? 0;
    if (headline && token.start < headline.end) inHeadline[i] = 1;
    coarse[i] = facts.classes & 255;
    fine[i] = facts.classes >>> 8;
  }
  const bounds = sentenceBounds(article);
  const lists = Array.from({ length: 3 }, () => new Int32Array(n).fill(-1));
  const [leftCue, rightCue, that] = lists as [Int32Array, Int32Array, Int32Array];
  for (let i = 0; i < n; i++) {
    const begins = i === bounds.first[i];
    leftCue[i] = begins ? -1 : cue[i - 1] ? i - 1 : leftCue[i - 1]!;
    that[i] = word[i] === THAT ? i : begins ? -1 : that[i - 1]!;
  }
  for (let i = n - 2; i >= 0; i--) rightCue[i] = i === bounds.last[i] ? -1 : cue[i + 1] ? i + 1 : rightCue[i + 1]!;
  return {
    n,
    tokens,
    words,
    word,
    pos,
    suffix,
    coarse,
    fine,
    place,
    stretch,
    ...bounds,
    cue,
    leftCue,
    rightCue,
    that,
    beginsParagraph: begins(tokens, article.paragraphs),
    inHeadline,
    isWord,
    before: countedBefore({ n, word, pos, place, cue }),
  };
}

const COMMA = hashText(',');

/** How many of each there are before each token. */
function countedBefore({ n, word, pos, place, cue }: Pick<View, 'n' | 'word' | 'pos' | 'place' | 'cue'>): View['before'] {
  const sums = Array.from({ length: 6 }, () => new Int32Array(n + 1));
  const [commas, cues, quoted, marks, verbs, thats] = sums as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  for (let i = 0; i < n; i++) {
    commas[i + 1] = commas[i]! + (word[i] === COMMA ? 1 : 0);
    cues[i + 1] = cues[i]! + (cue[i]! > 0 ? 1 : 0);
    quoted[i + 1] = quoted[i]! + (place[i] === QUOTED ? 1 : 0);
    marks[i + 1] = marks[i]! + (place[i] === MARK ? 1 : 0);
    verbs[i + 1] = verbs[i]! + (pos[i] === VERB || pos[i] === AUX ? 1 : 0);
    thats[i + 1] = thats[i]! + (word[i] === THAT ? 1 : 0);
  }
  return { commas, cues, quoted, marks, verbs, thats };
}

/** Where tokens stand with regard to quotation marks, and in what kind of stretch: its length, how it begins and ends. */
function quotedParts({ text, tokens, quotations }: QuoteText) {
  const place = new Int32Array(tokens.length);
  const stretch = new Int32Array(tokens.length);
  let at = 0;
  for (const { outer, spans } of quotations) {
    while (at < tokens.length && tokens[at]!.end <= outer.start) at++;
    const from = at;
    while (at < tokens.length && tokens[at]!.start < outer.end) at++;
    if (at === from) continue;
    const size = at - from < 5 ? 1 : at - from < 9 ? 2 : 3;
    const stops = /[,.!?]/.test(text[spans.at(-1)!.end - 1]!) ? 4 : 0;
    const announced = from > 0 && /^[,:]$/.test(tokens[from - 1]!.text) ? 8 : 0;
    const leads = from === 0 || tokens[from - 1]!.endsSentence ? 16 : 0;
    let span = 0;
    for (let i = from; i < at; i++) {
      while (span < spans.length && spans[span]!.end <= tokens[i]!.start) span++;
      place[i] = span < spans.length && spans[span]!.start < tokens[i]!.end ? QUOTED : MARK;
      stretch[i] = size + stops + announced + leads + (i === from ? 32 : i === at - 1 ? 64 : 0);
    }
  }
  return { place, stretch };
}

/** The sentence of each token. What stands outside of sentences, such as a dateline, counts as some of its own. */
function sentenceBounds({ tokens, sentences }: QuoteText) {
  const n = tokens.length;
  const [sentence, first, last] = [new Int32Array(n), new Int32Array(n), new Int32Array(n)];
  let number = 0;
  const put = (from: number, to: number) => {
    if (from >= to) return;
    sentence.fill(number, from, to);
    first.fill(from, from, to);
    last.fill(to - 1, from, to);
    number++;
  };
  let at = 0;
  for (const { from, to } of sentences) {
    put(at, from);
    put(from, to);
    at = to;
  }
  put(at, n);
  return { sentence, first, last };
}

function begins(tokens: readonly Token[], paragraphs: readonly Span[]): Int32Array {
  const found = new Int32Array(tokens.length);
  let paragraph = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (paragraph >= paragraphs.length || tokens[i]!.start < paragraphs[paragraph]!.start) continue;
    found[i] = 1;
    while (paragraph < paragraphs.length && paragraphs[paragraph]!.start <= tokens[i]!.start) paragraph++;
  }
  return found;
}

/** Capitals, small letters, digits and marks in the order in which they stand, of each kind at most two in a row. */
function shapeOf(text: string): number {
  let shape = 1;
  let [last, run] = [-1, 0];
  for (let i = 0; i < text.length && i < 24; i++) {
    const code = text.charCodeAt(i);
    const kind = code >= 97 && code <= 122 ? 1 : code >= 65 && code <= 90 ? 2 : code >= 48 && code <= 57 ? 3 : code;
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape = Math.imul(shape, 31) + kind;
  }
  return shape;
}
