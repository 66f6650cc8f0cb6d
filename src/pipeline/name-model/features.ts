import type { FeatureWriter } from '../../model/sequence.ts';
import type { NameView } from './view.ts';

type Adder = Pick<FeatureWriter, 'add'>;

/** What the first look found in the whole article for each token's word, as numbers; see votes.ts. */
export interface Votes {
  /** The type and place in the name that the word has most often. */
  readonly most: Int32Array;
  /** All types that it has, as bits. */
  readonly types: Int32Array;
}

/** What the labeller is told of each token. */
export function nameFeatures(view: NameView, writer: FeatureWriter): void {
  for (let i = 0; i < view.n; i++) {
    if (view.live[i]) {
      const around = aroundOf(view, i);
      wordFeatures(view, i, around, writer);
      classFeatures(view, i, around, writer);
      articleFeatures(view, i, around, writer);
    }
    writer.next();
  }
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

const beside = ({ n, sentence }: NameView, i: number, k: number): number => (k < 0 || k >= n || sentence[k] !== sentence[i] ? -1 : k);

const at = (list: Int32Array, k: number): number => (k < 0 ? -9 : list[k]!);

/** Words, parts of speech, beginnings, endings and shapes around the token. */
function wordFeatures(view: NameView, i: number, { before2, before, behind, behind2 }: Around, { add }: Adder): void {
  const { form, suffixes, prefixes } = view;
  const casing = view.casing[i]!;
  const w = view.word[i]!;
  const [wl2, wl, wr, wr2] = [at(view.word, before2), at(view.word, before), at(view.word, behind), at(view.word, behind2)];
  const p = view.pos[i]!;
  const [pl, pr] = [at(view.pos, before), at(view.pos, behind)];
  const s = view.shape[i]!;
  const [sl, sr] = [at(view.shape, before), at(view.shape, behind)];
  let t = WORDS;
  add(t++, 0);
  add(t++, wl2);
  add(t++, wl);
  add(t++, w);
  add(t++, wr);
  add(t++, wr2);
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
  add(t++, form[i]!);
  for (let k = 0; k < 3; k++) add(t++, suffixes[k]![i]!);
  for (let k = 0; k < 4; k++) add(t++, prefixes[k]![i]!);
  add(t++, wl, s);
  add(t++, wr, s);
  add(t++, wl2, wl, s);
  add(t++, wr, wr2, s);
  add(t++, suffixes[1]![i]!, s);
}

/** Classes of words of like meaning, what vectors tell of them, and lists. */
function classFeatures(view: NameView, i: number, { before2, before, behind, behind2 }: Around, { add }: Adder): void {
  const { coarse, fine, kinds, listed } = view;
  const s = view.shape[i]!;
  const c = coarse[i]!;
  const [cl, cr] = [at(coarse, before), at(coarse, behind)];
  const f = fine[i]!;
  const [fl, fr] = [at(fine, before), at(fine, behind)];
  const k = kinds[i]!;
  const [kl, kr] = [at(kinds, before), at(kinds, behind)];
  const l = listed[i]!;
  const [ll, lr] = [at(listed, before), at(listed, behind)];
  let t = CLASSES;
  add(t++, at(coarse, before2));
  add(t++, cl);
  add(t++, c);
  add(t++, cr);
  add(t++, at(coarse, behind2));
  add(t++, fl);
  add(t++, f);
  add(t++, fr);
  add(t++, f, s);
  add(t++, fl, s);
  add(t++, fr, s);
  add(t++, cl, c, cr);
  add(t++, kl, s);
  add(t++, k, s);
  add(t++, kr, s);
  add(t++, kl, k);
  add(t++, k, kr);
  for (let kind = 0; kind < 4; kind++) {
    const step = stepOf(k, kind);
    add(t++, step, s);
    add(t++, stepOf(kl, kind) * 8 + step, stepOf(kr, kind));
  }
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
