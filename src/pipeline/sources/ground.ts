import { hashText } from '../../model/hash.ts';
import type { Span } from '../../span.ts';
import { type Quotation, quotationOf } from '../layout/quotations.ts';
import type { PersonMention } from '../names/people.ts';
import type { Run } from '../words/runs.ts';
import type { Sentence } from '../words/sentences.ts';
import type { Token } from '../words/tokens.ts';
import { WordMemo } from '../words/word-memo.ts';

/** What the search for sources looks at. */
export interface SourceNeeds {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Span[];
  readonly quotations: readonly Quotation[];
  readonly personMentions: readonly PersonMention[];
  readonly organizationAt: ReadonlyMap<number, number>;
  readonly placeAt: ReadonlySet<number>;
}

/** An article's tokens with what the features ask of each of them. */
export interface SourceGround {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Hashes of the words. */
  readonly words: Int32Array;
  /** Parts of speech, as numbers. */
  readonly parts: Uint8Array;
  /** Whether it is a mark, or has no letter or digit. */
  readonly isMark: Uint8Array;
  /** Index of the sentence; between two sentences that of the first. */
  readonly sentenceAt: Int32Array;
  readonly sentences: readonly Run[];
  /** The first token of its sentence. */
  readonly sentenceFrom: Int32Array;
  readonly opensParagraph: Uint8Array;
  readonly quoted: Uint8Array;
  /** What is known by name there: see `NAMED`. */
  readonly namedAt: Uint8Array;
  readonly personMentions: readonly PersonMention[];
  /** Words with a capital that begin no sentence somewhere in the text: names that the tagger may miss elsewhere. */
  readonly knownNames: ReadonlySet<string>;
}

/** What a token names. */
export const NAMED = { NOTHING: 0, PERSON: 1, ORGANIZATION: 2, PLACE: 3 } as const;

const PARTS = 'NOUN PROPN VERB AUX ADJ ADV ADP DET PRON NUM CCONJ SCONJ PART PUNCT SYM INTJ X SPACE'.split(' ');
/** Parts of speech by number, from 1 on. */
export const PART = Object.fromEntries(PARTS.map((part, index) => [part, index + 1])) as Readonly<Record<string, number>>;

/** Of a word its hash, and whether it has no letter or digit. */
const words = new WordMemo((word) => ({
  hash: hashText(/^(?:WHO|US|IT)$/.test(word) ? word : word.toLowerCase().replaceAll('’', "'")),
  isEmpty: !/[\p{L}\p{N}]/u.test(word),
}));

/** Whether a part of speech is that of a verb. */
export const isVerb = (part: number | undefined): boolean => part === PART.VERB || part === PART.AUX;

/** Looks each token up once. */
export function groundOf({
  text,
  tokens,
  sentences,
  paragraphs,
  quotations,
  personMentions,
  organizationAt,
  placeAt,
}: SourceNeeds): SourceGround {
  const inQuotation = quotationOf({ tokens, quotations });
  const namedAt = new Uint8Array(tokens.length);
  for (const place of placeAt) namedAt[place] = NAMED.PLACE;
  for (const token of organizationAt.keys()) namedAt[token] = NAMED.ORGANIZATION;
  for (const { from, to } of personMentions) namedAt.fill(NAMED.PERSON, from, to);
  const opensParagraph = new Uint8Array(tokens.length);
  let paragraph = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { start } = tokens[i]!;
    while (paragraph < paragraphs.length && paragraphs[paragraph]!.start < start) paragraph++;
    if (paragraphs[paragraph]?.start === start) opensParagraph[i] = 1;
  }
  const { sentenceAt, sentenceFrom, runs } = sentencesOver(tokens, sentences);
  const [hashes, parts, isMark, quoted] = [
    new Int32Array(tokens.length),
    new Uint8Array(tokens.length),
    new Uint8Array(tokens.length),
    new Uint8Array(tokens.length),
  ];
  const facts = words.of(tokens);
  const knownNames = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const { text: word, pos } = tokens[i]!;
    const known = facts[i]!;
    hashes[i] = known.hash;
    parts[i] = PART[pos] ?? 0;
    isMark[i] = pos === 'PUNCT' || known.isEmpty ? 1 : 0;
    quoted[i] = inQuotation[i]! >= 0 ? 1 : 0;
    if (pos === 'PROPN' && i > 0 && sentenceFrom[i]! < i && /^\p{Lu}\p{Ll}/u.test(word)) knownNames.add(word);
  }
  return {
    text,
    tokens,
    words: hashes,
    parts,
    isMark,
    sentenceAt,
    sentences: runs,
    sentenceFrom,
    opensParagraph,
    quoted,
    namedAt,
    personMentions,
    knownNames,
  };
}

/** Sentences that cover every token: what stands between two of them (header, byline, dateline) is one of its own. */
function sentencesOver(tokens: readonly Token[], sentences: readonly Sentence[]) {
  const runs: Run[] = [];
  let at = 0;
  for (const { from, to } of sentences) {
    if (from > at) runs.push({ from: at, to: from });
    runs.push({ from, to });
    at = to;
  }
  if (at < tokens.length) runs.push({ from: at, to: tokens.length });
  const [sentenceAt, sentenceFrom] = [new Int32Array(tokens.length), new Int32Array(tokens.length)];
  for (const [index, { from, to }] of runs.entries()) {
    sentenceAt.fill(index, from, to);
    sentenceFrom.fill(from, from, to);
  }
  return { sentenceAt, sentenceFrom, runs };
}
