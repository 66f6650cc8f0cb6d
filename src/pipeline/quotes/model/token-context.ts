import { hashText } from '../../../model/hash.ts';
import type { FeatureWriter } from '../../../model/sequence.ts';
import { at, near } from './numbers.ts';
import { AUX, VERB, type View } from './view.ts';

/** Words that clauses and phrases begin with: what is believed, planned or found often begins with one. */
const JOINTS = new Set(
  [
    ...['whether', 'if', 'how', 'what', 'why', 'who', 'when', 'where', 'which', 'that', 'because', 'to'],
    ...['as', 'while', 'but', 'and', 'for', 'against', 'about', 'of', 'with'],
  ].map(hashText),
);

/** For each token what lies farther off than the words beside it; −1 where its sentence has none. */
export interface Context {
  /** The nearest verbs. */
  readonly leftVerb: Int32Array;
  readonly rightVerb: Int32Array;
  /** The nearest word that begins a clause or phrase, at the token or before it. */
  readonly joint: Int32Array;
  /** By the number of a sentence, one added: whether it has words that report nearly always, often, and quotation marks. */
  readonly sentences: Uint8Array;
}

/** Finds once for an article what lies around each token. */
export function contextOf(view: View): Context {
  const { n, pos, word, cue, place, sentence, first } = view;
  const isVerb = (i: number) => pos[i] === VERB || pos[i] === AUX;
  const joint = new Int32Array(n);
  for (let i = 0; i < n; i++) joint[i] = JOINTS.has(word[i]!) ? i : i === first[i] ? -1 : joint[i - 1]!;
  const sentences = new Uint8Array(n === 0 ? 2 : sentence[n - 1]! + 3);
  for (let i = 0; i < n; i++) sentences[sentence[i]! + 1]! |= (cue[i] === 2 ? 1 : cue[i] === 1 ? 2 : 0) | (place[i]! > 0 ? 4 : 0);
  return {
    leftVerb: nearestBefore(view, isVerb),
    rightVerb: nearestBehind(view, isVerb),
    joint,
    sentences,
  };
}

function nearestBefore({ n, first }: View, is: (i: number) => boolean): Int32Array {
  const found = new Int32Array(n);
  for (let i = 0; i < n; i++) found[i] = i === first[i] ? -1 : is(i - 1) ? i - 1 : found[i - 1]!;
  return found;
}

function nearestBehind({ n, last }: View, is: (i: number) => boolean): Int32Array {
  const found = new Int32Array(n);
  for (let i = n - 1; i >= 0; i--) found[i] = i === last[i] ? -1 : is(i + 1) ? i + 1 : found[i + 1]!;
  return found;
}

/** Distance to a token in steps that grow; 9 for none. */
const distance = (from: number, to: number): number => (to < 0 ? 9 : near(Math.abs(from - to)));
/** Distance as far as `most`; 9 for none. */
const upTo = (most: number, from: number, to: number): number => (to < 0 ? 9 : Math.min(Math.abs(from - to), most));

/** What the tagger is told of it: verbs, clauses, the sentences around, and longer runs of words. Features number their kinds from `start` on. */
export function contextFeatures(view: View, context: Context, i: number, writer: Adder, start: number): void {
  phrases(view, i, writer, clauses(view, context, i, writer, verbs(view, context, i, writer, start)));
}

function verbs({ word, pos, fine, coarse }: View, { leftVerb, rightVerb }: Context, i: number, { add }: Adder, start: number): number {
  const [l, r] = [leftVerb[i]!, rightVerb[i]!];
  let t = start;
  add(t++, at(word, l), distance(i, l));
  add(t++, at(word, r), distance(i, r));
  add(t++, at(fine, l), pos[i]!, upTo(3, i, l));
  add(t++, at(fine, r), pos[i]!, upTo(3, i, r));
  add(t++, at(coarse, l), at(coarse, r), distance(i, l));
  return t;
}

/** What the clause or phrase begins with and what that depends on, and what the sentences before and behind hold. */
function clauses(
  { word, pos, fine, sentence, first }: View,
  { joint, sentences }: Context,
  i: number,
  { add }: Adder,
  start: number,
): number {
  const j = joint[i]!;
  const s = sentence[i]! + 1;
  let t = start;
  add(t++, at(word, j), distance(i, j));
  add(t++, at(word, j), at(word, j - 1), upTo(2, i, j));
  add(t++, at(word, j), at(fine, j - 1), upTo(2, i, j));
  add(t++, sentences[s]!, sentences[s - 1]!, sentences[s + 1]!);
  add(t++, sentences[s]!, pos[i]!, i === first[i] ? 1 : 0);
  return t;
}

/** Two and three words in a row, and two classes. */
function phrases({ word, fine }: View, i: number, { add }: Adder, start: number): void {
  let t = start;
  add(t++, at(word, i - 2), at(word, i - 1));
  add(t++, at(word, i + 1), at(word, i + 2));
  add(t++, at(word, i - 1), at(word, i), at(word, i + 1));
  add(t++, at(fine, i - 1), at(fine, i));
  add(t++, at(fine, i), at(fine, i + 1));
}

type Adder = Pick<FeatureWriter, 'add'>;
