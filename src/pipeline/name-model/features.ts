import { type Sequence, SequenceWriter } from '../../model/sequence.ts';
import type { NameView } from './view.ts';

type Adder = Pick<SequenceWriter, 'add'>;

/** What the first look found in the whole article for each token's word, as numbers; see votes.ts. */
export interface Votes {
  /** The type and place in the name that the word has most often. */
  readonly most: Int32Array;
  /** All types that it has, as bits. */
  readonly types: Int32Array;
}

/** About how many features a token has. */
const FEATURES = 50;

/** What the labeller is told of each token. */
export function nameFeatures(view: NameView): Sequence {
  const writer = new SequenceWriter(FEATURES * view.n);
  for (let i = 0; i < view.n; i++) {
    if (view.live[i]) {
      wordFeatures(view, i, writer);
      classFeatures(view, i, writer);
      articleFeatures(view, i, writer);
    }
    writer.next();
  }
  return writer.finish();
}

/** What it is told besides on the second look. */
export function votedFeatures(view: NameView, votes: Votes): Sequence {
  const writer = new SequenceWriter();
  for (let i = 0; i < view.n; i++) {
    if (view.live[i]) voteFeatures(view, votes, i, writer);
    writer.next();
  }
  return writer.finish();
}

/** Templates of each group begin at a number of their own. */
const [WORDS, CLASSES, ARTICLE, VOTES] = [0, 64, 128, 192];

const reader =
  ({ n, sentence }: NameView, i: number) =>
  (list: Int32Array, d: number): number =>
    i + d < 0 || i + d >= n || sentence[i + d] !== sentence[i] ? -9 : list[i + d]!;

/** Words, parts of speech, beginnings, endings and shapes around the token. */
function wordFeatures(view: NameView, i: number, { add }: Adder): void {
  const at = reader(view, i);
  const { word, pos, shape, form, suffixes, prefixes, casing } = view;
  const w = (d: number) => at(word, d);
  const p = (d: number) => at(pos, d);
  const s = (d: number) => at(shape, d);
  let t = WORDS;
  add(t++, 0);
  for (let d = -2; d <= 2; d++) add(t++, w(d));
  add(t++, w(-1), w(0));
  add(t++, w(0), w(1));
  for (let d = -1; d <= 1; d++) add(t++, p(d));
  add(t++, p(-1), p(0));
  add(t++, p(0), p(1));
  for (let d = -1; d <= 1; d++) add(t++, s(d), casing[i]!);
  add(t++, s(-1), s(0));
  add(t++, s(0), s(1));
  add(t++, s(-1), s(0), s(1));
  add(t++, form[i]!);
  for (const list of suffixes) add(t++, list[i]!);
  for (const list of prefixes) add(t++, list[i]!);
  add(t++, w(-1), s(0));
  add(t++, w(1), s(0));
  add(t++, w(-2), w(-1), s(0));
  add(t++, w(1), w(2), s(0));
  add(t++, suffixes[1]![i]!, s(0));
}

/** Classes of words of like meaning, what vectors tell of them, and lists. */
function classFeatures(view: NameView, i: number, { add }: Adder): void {
  const at = reader(view, i);
  const { shape, coarse, fine, kinds, listed } = view;
  const c = (d: number) => at(coarse, d);
  const f = (d: number) => at(fine, d);
  const k = (d: number) => at(kinds, d);
  const l = (d: number) => at(listed, d);
  const s = shape[i]!;
  let t = CLASSES;
  for (let d = -2; d <= 2; d++) add(t++, c(d));
  for (let d = -1; d <= 1; d++) add(t++, f(d));
  add(t++, f(0), s);
  add(t++, f(-1), s);
  add(t++, f(1), s);
  add(t++, c(-1), c(0), c(1));
  for (let d = -1; d <= 1; d++) add(t++, k(d), s);
  add(t++, k(-1), k(0));
  add(t++, k(0), k(1));
  for (let kind = 0; kind < 4; kind++) {
    const step = (d: number) => (k(d) < 0 ? 4 : (k(d) >> (2 * kind)) & 3);
    add(t++, step(0), s);
    add(t++, step(-1) * 8 + step(0), step(1));
  }
  for (let d = -1; d <= 1; d++) add(t++, l(d));
  add(t++, l(0), s);
  add(t++, l(0), c(0));
  add(t++, l(0), at(shape, 1));
  add(t++, l(-1), l(0), l(1));
}

/** How the article and the sentence are written. */
function articleFeatures(view: NameView, i: number, { add }: Adder): void {
  const at = reader(view, i);
  const { shape, coarse, fine, kinds, listed, casing, elsewhere, first, table, sport, word } = view;
  const s = shape[i]!;
  const written = casing[i]! * 8 + elsewhere[i]! * 2 + first[i]!;
  let t = ARTICLE;
  add(t++, casing[i]!, s);
  add(t++, written);
  add(t++, written, s);
  add(t++, written, kinds[i]!);
  add(t++, written, at(elsewhere, -1), at(elsewhere, 1));
  const ground = sport * 4 + table[i]!;
  add(t++, ground, s);
  add(t++, ground, listed[i]!);
  add(t++, ground, coarse[i]!, s);
  add(t++, ground, fine[i]!);
  add(t++, ground, at(shape, -1), at(shape, 1));
  add(t++, ground, at(word, -1), s);
  add(t++, ground, at(word, 1), s);
  add(t++, ground, at(coarse, 1), listed[i]!);
}

/** What the word was found to be elsewhere in the article. */
function voteFeatures(view: NameView, { most, types }: Votes, i: number, { add }: Adder): void {
  const at = reader(view, i);
  const s = view.shape[i]!;
  let t = VOTES;
  add(t++, most[i]!);
  add(t++, most[i]!, s);
  add(t++, types[i]!, s);
  add(t++, at(most, -1), most[i]!, at(most, 1));
  add(t++, at(types, -1), types[i]!, at(types, 1));
  add(t++, most[i]!, view.casing[i]!, view.elsewhere[i]!);
}
