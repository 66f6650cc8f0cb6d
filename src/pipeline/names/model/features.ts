import type { FeatureWriter } from '../../../model/sequence.ts';
import type { NameView } from './view.ts';
import type { NameWord } from './word.ts';

type Adder = Pick<FeatureWriter, 'add'>;

/** What the first look found in the whole article for each token's word, as numbers; see votes.ts. */
export interface Votes {
  /** The type and place in the name that the word has most often. */
  readonly most: Int32Array;
  /** All types that it has, as bits. */
  readonly types: Int32Array;
}

/** What the labeller is told of each token, all of it, to learn from. */
export function nameFeatures(view: NameView, writer: FeatureWriter): void {
  for (let i = 0; i < view.n; i++) {
    if (view.live[i]) {
      for (let place = 0; place < PLACES; place++) aloneFeatures(view.words[beside(view, i, i + place - HERE)] ?? null, place, writer);
      togetherFeatures(view, i, writer);
    }
    writer.next();
  }
}

/** What it is told by more than a single word. */
export function joinedFeatures(view: NameView, writer: FeatureWriter): void {
  for (let i = 0; i < view.n; i++) {
    if (view.live[i]) togetherFeatures(view, i, writer);
    writer.next();
  }
}

function togetherFeatures(view: NameView, i: number, writer: Adder): void {
  const around = aroundOf(view, i);
  wordFeatures(view, i, around, writer);
  classFeatures(view, i, around, writer);
  articleFeatures(view, i, around, writer);
}

/** What it is told besides on the second look. */
export function votedFeatures(view: NameView, votes: Votes, writer: FeatureWriter): void {
  for (let i = 0; i < view.n; i++) {
    if (view.live[i]) voteFeatures(view, votes, i, writer);
    writer.next();
  }
}

/** Templates of each group begin at a number of their own. */
const [WORDS, CLASSES, ARTICLE, VOTES] = [0, 64, 128, 192];

/** The tokens before and behind, −1 where its sentence ends. Numbers and no functions: all this is asked of every token. */
interface Around {
  readonly before2: number;
  readonly before: number;
  readonly behind: number;
  readonly behind2: number;
}

function aroundOf(view: NameView, i: number): Around {
  return {
    before2: beside(view, i, i - 2),
    before: beside(view, i, i - 1),
    behind: beside(view, i, i + 1),
    behind2: beside(view, i, i + 2),
  };
}

/** The token `k` where it stands in the sentence of `i`; −1 where it does not. */
export const beside = ({ n, sentence }: NameView, i: number, k: number): number =>
  k < 0 || k >= n || sentence[k] !== sentence[i] ? -1 : k;

/** What stands beyond the ends of a sentence. */
const NOTHING = -9;
const at = (list: Int32Array, k: number): number => (k < 0 ? NOTHING : list[k]!);

/** Places in which a word is looked at: two before the token, one before, the token itself, and behind. */
export const PLACES = 5;
/** The place of the token itself. */
export const HERE = 2;

/** What a word tells by itself, at each place. */
export function aloneFeatures(word: NameWord | null, place: number, { add }: Adder): void {
  add(WORDS + 1 + place, word ? word.hash : NOTHING);
  add(CLASSES + place, word ? word.classes & 255 : NOTHING);
  if (place >= HERE - 1 && place <= HERE + 1) add(CLASSES + 4 + place, word ? word.classes >>> 8 : NOTHING);
  if (place !== HERE || !word) return;
  const { shape, suffixes, prefixes, kinds } = word;
  add(WORDS, 0);
  add(WORDS + 19, word.form);
  for (let k = 0; k < 3; k++) add(WORDS + 20 + k, suffixes[k]!);
  for (let k = 0; k < 4; k++) add(WORDS + 23 + k, prefixes[k]!);
  add(WORDS + 31, suffixes[1], shape);
  add(CLASSES + 8, word.classes >>> 8, shape);
  add(CLASSES + 13, kinds, shape);
  for (let kind = 0; kind < 4; kind++) add(CLASSES + 17 + 2 * kind, stepOf(kinds, kind), shape);
}

/** Words, parts of speech and shapes around the token. */
function wordFeatures(view: NameView, i: number, { before2, before, behind, behind2 }: Around, { add }: Adder): void {
  const casing = view.casing[i]!;
  const w = view.word[i]!;
  const [wl2, wl, wr, wr2] = [at(view.word, before2), at(view.word, before), at(view.word, behind), at(view.word, behind2)];
  const p = view.pos[i]!;
  const [pl, pr] = [at(view.pos, before), at(view.pos, behind)];
  const s = view.shape[i]!;
  const [sl, sr] = [at(view.shape, before), at(view.shape, behind)];
  let t = WORDS + 6;
  add(t++, wl, w);
  add(t++, w, wr);
  add(t++, pl);
  add(t++, p);
  add(t++, pr);
  add(t++, pl, p);
  add(t++, p, pr);
  add(t++, sl, casing);
  add(t++, s, casing);
  add(t++, sr, casing);
  add(t++, sl, s);
  add(t++, s, sr);
  add(t++, sl, s, sr);
  t = WORDS + 27;
  add(t++, wl, s);
  add(t++, wr, s);
  add(t++, wl2, wl, s);
  add(t++, wr, wr2, s);
}

/** Classes of words of like meaning, what vectors tell of them, and lists. */
function classFeatures(view: NameView, i: number, { before, behind }: Around, { add }: Adder): void {
  const { coarse, fine, kinds, listed } = view;
  const s = view.shape[i]!;
  const c = coarse[i]!;
  const k = kinds[i]!;
  const [kl, kr] = [at(kinds, before), at(kinds, behind)];
  const l = listed[i]!;
  const [ll, lr] = [at(listed, before), at(listed, behind)];
  let t = CLASSES + 9;
  add(t++, at(fine, before), s);
  add(t++, at(fine, behind), s);
  add(t++, at(coarse, before), c, at(coarse, behind));
  add(t++, kl, s);
  t = CLASSES + 14;
  add(t++, kr, s);
  add(t++, kl, k);
  add(t++, k, kr);
  for (let kind = 0; kind < 4; kind++) add(CLASSES + 18 + 2 * kind, stepOf(kl, kind) * 8 + stepOf(k, kind), stepOf(kr, kind));
  t = CLASSES + 25;
  add(t++, ll);
  add(t++, l);
  add(t++, lr);
  add(t++, l, s);
  add(t++, l, c);
  add(t++, l, at(view.shape, behind));
  add(t++, ll, l, lr);
}

/** How likely a word is of a kind, in four steps; 4 where that is not known. */
const stepOf = (kinds: number, kind: number): number => (kinds < 0 ? 4 : (kinds >> (2 * kind)) & 3);

/** How the article and the sentence are written. */
function articleFeatures(view: NameView, i: number, { before, behind }: Around, { add }: Adder): void {
  const { shape, coarse, fine, kinds, listed, casing, elsewhere, first, table, sport, word } = view;
  const s = shape[i]!;
  const written = casing[i]! * 8 + elsewhere[i]! * 2 + first[i]!;
  let t = ARTICLE;
  add(t++, casing[i]!, s);
  add(t++, written);
  add(t++, written, s);
  add(t++, written, kinds[i]!);
  add(t++, written, at(elsewhere, before), at(elsewhere, behind));
  const ground = sport * 4 + table[i]!;
  add(t++, ground, s);
  add(t++, ground, listed[i]!);
  add(t++, ground, coarse[i]!, s);
  add(t++, ground, fine[i]!);
  add(t++, ground, at(shape, before), at(shape, behind));
  add(t++, ground, at(word, before), s);
  add(t++, ground, at(word, behind), s);
  add(t++, ground, at(coarse, behind), listed[i]!);
}

/** What the word was found to be elsewhere in the article. */
function voteFeatures(view: NameView, { most, types }: Votes, i: number, { add }: Adder): void {
  const [before, behind] = [beside(view, i, i - 1), beside(view, i, i + 1)];
  const s = view.shape[i]!;
  let t = VOTES;
  add(t++, most[i]!);
  add(t++, most[i]!, s);
  add(t++, types[i]!, s);
  add(t++, at(most, before), most[i]!, at(most, behind));
  add(t++, at(types, before), types[i]!, at(types, behind));
  add(t++, most[i]!, view.casing[i]!, view.elsewhere[i]!);
}
