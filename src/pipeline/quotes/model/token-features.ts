import { hashText, join } from '../../../model/hash.ts';
import { type FeatureWriter, inOrder, type Sequence, sequenceOf } from '../../../model/sequence.ts';
import type { Slotted } from '../../../model/word-sums.ts';
import { at, near } from './numbers.ts';
import { type Context, contextFeatures, contextOf } from './token-context.ts';
import type { View, Word } from './view.ts';

const THAT = hashText('that');
const TO = hashText('to');
/** Marks that part clauses, seen from the left and from the right. */
const AHEAD = new Set([',', ';', ':', '—', '–', '-', '"', '“', '”', '.', '!', '?', ')']);
const BEHIND = new Set([',', ';', ':', '—', '–', '-', '"', '“', '”', '(']);
/** Tokens behind a cue with which a sentence ends where it stands in a tail: ", the minister said on Monday". */
const TAIL = 4;

/** The nearest mark that parts clauses before and behind each token, within its sentence; −1 and n for none. */
function clauseBounds({ n, tokens, isWord, first, last }: View): { previous: Int32Array; next: Int32Array } {
  const previous = new Int32Array(n);
  const next = new Int32Array(n);
  const isOf = (marks: ReadonlySet<string>, i: number) => !isWord[i] && marks.has(tokens[i]!.text);
  for (let i = 0; i < n; i++) previous[i] = i === first[i] ? -1 : isOf(BEHIND, i - 1) ? i - 1 : previous[i - 1]!;
  for (let i = n - 1; i >= 0; i--) next[i] = i === last[i] ? n : isOf(AHEAD, i + 1) ? i + 1 : next[i + 1]!;
  return { previous, next };
}

/** What the tagger is told of each token, all of it: words around, quotation marks, the nearest words that report, the clauses beside it, and what lies farther off. */
export function tokenFeatures(view: View, writer: FeatureWriter): void {
  const around = surroundingsOf(view);
  for (let i = 0; i < view.n; i++) {
    for (let place = 0; place < PLACES; place++) aloneFeatures(view.words[i + place - HERE] ?? null, place, writer);
    for (let place = 0; place < TAG_PLACES; place++) tagFeatures(tagsAt(view, i + place - TAG_HERE), place, writer);
    togetherFeatures(view, around, i, writer);
    writer.next();
  }
}

/** What it is told by more than a single word, and by more than three parts of speech. */
export function joinedFeatures(view: View, writer: FeatureWriter): void {
  const around = surroundingsOf(view);
  for (let i = 0; i < view.n; i++) {
    togetherFeatures(view, around, i, writer);
    writer.next();
  }
}

/** About how many features a token has. */
const FEATURES = 81;

/** All of it as a sequence, to learn from. */
export const tokenSequence = (view: View): Sequence => sequenceOf((writer) => tokenFeatures(view, inOrder(writer)), FEATURES * view.n);

interface Around {
  readonly bounds: ReturnType<typeof clauseBounds>;
  readonly context: Context;
}

const surroundingsOf = (view: View): Around => ({ bounds: clauseBounds(view), context: contextOf(view) });

function togetherFeatures(view: View, { bounds, context }: Around, i: number, writer: Adder): void {
  const t = wordFeatures(view, i, writer);
  const u = quotedFeatures(view, i, writer, t);
  const v = clauseFeatures(view, bounds, i, writer, cueFeatures(view, i, writer, u));
  contextFeatures(view, context, i, writer, v);
}

/** Places in which a word is looked at: two before the token, one before, the token itself, and behind. */
export const PLACES = 5;
/** The place of the token itself. */
export const HERE = 2;

/** What a word tells by itself, at each place: word and class, at the token its ending and shape too. */
export function aloneFeatures(word: Word | null, place: number, { add }: Adder): void {
  const t = 1 + 3 * place;
  add(t, word ? word.hash : 0);
  add(t + 2, word ? word.classes & 255 : 0);
  if (place >= HERE - 1 && place <= HERE + 1) add(15 + place, word ? word.classes >>> 8 : 0);
  if (place === HERE && word) {
    add(0, 0);
    add(28, word.suffix);
    add(29, word.shape);
  }
  if (place === HERE + 1) add(30, word ? word.shape : 0);
}

/** The parts of speech of three tokens in a row: there are so few kinds of them that each has its slot. */
export interface Tags extends Slotted {
  readonly before: number;
  readonly here: number;
  readonly behind: number;
}
/** Parts of speech, and nothing beyond the ends of the article. */
const TAGS = 18;
/** Slots for three in a row. */
export const TAGS_KEPT = TAGS ** 3;
const known: Tags[] = [];

/** Those around a token, which may stand just outside the article. */
export function tagsAt({ pos }: View, i: number): Tags {
  const [before, here, behind] = [at(pos, i - 1), at(pos, i), at(pos, i + 1)];
  const slot = (before * TAGS + here) * TAGS + behind;
  known[slot] ??= { slot, before, here, behind };
  return known[slot];
}

/** Places in which three tags are looked at: the token is the last of them, the middle one, or the first. */
export const TAG_PLACES = 3;
/** The place in which the token is the middle one. */
export const TAG_HERE = 1;

/** What three tags tell by themselves, at each place. */
export function tagFeatures(tags: Tags | null, place: number, { add }: Adder): void {
  if (!tags) return;
  const { before, here, behind } = tags;
  if (place === 0) {
    add(2, before);
    add(24, before, here, behind);
  } else if (place === TAG_HERE) {
    add(5, before);
    add(8, here);
    add(11, behind);
    add(21, before, here);
    add(22, here, behind);
    add(23, before, here, behind);
  } else {
    add(14, behind);
    add(25, before, here, behind);
  }
}

/** Words and classes at the token and beside it, two by two. Returns the next free template. */
function wordFeatures({ word, coarse }: View, i: number, { add }: Adder): number {
  add(19, at(word, i - 1), at(word, i));
  add(20, at(word, i), at(word, i + 1));
  add(26, at(coarse, i - 1), at(coarse, i));
  add(27, at(coarse, i), at(coarse, i + 1));
  return 31;
}

/** Quotation marks, and where in its sentence, paragraph and article the token stands. */
function quotedFeatures(
  { word, pos, place, stretch, first, last, beginsParagraph, inHeadline }: View,
  i: number,
  { add }: Adder,
  from: number,
): number {
  const around = at(place, i - 1, 3) * 16 + at(place, i, 3) * 4 + at(place, i + 1, 3);
  const position = (i === first[i] ? 1 : 0) + (i === last[i] ? 2 : 0) + (beginsParagraph[i] ? 4 : 0) + (inHeadline[i] ? 8 : 0);
  let t = from;
  add(t++, at(stretch, i, 255));
  add(t++, around);
  add(t++, around, pos[i]!);
  add(t++, at(stretch, i, 255), at(stretch, i - 1, 255), at(stretch, i + 1, 255));
  add(t++, position);
  add(t++, position, pos[i]!);
  add(t++, at(place, i, 3), word[i]!);
  add(t++, near(i - first[i]!));
  add(t++, near(last[i]! - i));
  return t;
}

/** The nearest words that report on either side, what stands between, and "that". */
function cueFeatures(
  { n, word, pos, stretch, cue, leftCue, rightCue, last, that, before: { commas } }: View,
  i: number,
  { add }: Adder,
  from: number,
): number {
  const [l, r, p] = [leftCue[i]!, rightCue[i]!, pos[i]!];
  const [lc, rc] = [l < 0 ? 0 : cue[l]!, r < 0 ? 0 : cue[r]!];
  // "to say" reports something else than "say".
  const left = l < 0 ? 0 : join(word[l]!, l > 0 && word[l - 1] === TO ? 1 : 0);
  const right = r < 0 ? 0 : word[r]!;
  const [ld, rd] = [l < 0 ? 9 : near(i - l), r < 0 ? 9 : near(r - i)];
  const [lCommas, rCommas] = [l < 0 ? 99 : Math.min(commas[i]! - commas[l]!, 9), r < 0 ? 99 : Math.min(commas[r]! - commas[i]!, 9)];
  const after = l < 0 ? 99 : l + 1 < n && word[l + 1] === THAT ? 98 : l + 1 < n ? pos[l + 1]! : 97;
  const tail = r >= 0 && last[i]! - r < TAIL ? 1 : 0;
  const both = lc * 8 + rc * 2 + tail;
  let t = from;
  add(t++, left);
  add(t++, right);
  add(t++, cue[i]!);
  add(t++, ld);
  add(t++, rd);
  add(t++, ld, p);
  add(t++, rd, p);
  add(t++, left, p);
  add(t++, right, p);
  add(t++, both);
  add(t++, both, stretch[i]!);
  add(t++, lCommas, lc);
  add(t++, rCommas, rc, tail);
  add(t++, lCommas, after, p);
  add(t++, rCommas * 2 + tail, p, rc);
  add(t++, after, ld);
  add(t++, left, after, l < 0 ? 9 : Math.min(i - l, 3));
  add(t++, that[i]! < 0 ? 9 : near(i - that[i]!));
  add(t++, that[i]! < 0 ? 0 : l < 0 ? 1 : that[i]! > l ? 2 : 3, that[i] === i ? 1 : 0);
  return t;
}

/** The next and the last mark that parts clauses, and what stands beyond it. */
function clauseFeatures(
  { n, word, pos, cue, leftCue, rightCue, first, last }: View,
  bounds: { previous: Int32Array; next: Int32Array },
  i: number,
  { add }: Adder,
  from: number,
): number {
  const [previous, next] = [bounds.previous[i]!, bounds.next[i]!];
  const ahead = next === n ? 0 : join(word[next]!, reports(cue, next + 1, next + 4) ? 99 : at(pos, next + 1));
  const behind =
    previous < 0
      ? 0
      : join(word[previous]!, at(pos, previous - 1) * 64 + at(pos, previous + 1) * 2 + (reports(cue, previous + 1, previous + 3) ? 1 : 0));
  const sides = (leftCue[i]! < 0 ? 0 : cue[leftCue[i]!]!) * 4 + (rightCue[i]! < 0 ? 0 : cue[rightCue[i]!]!);
  let t = from;
  add(t++, ahead);
  add(t++, behind);
  add(t++, ahead, near((next === n ? last[i]! + 1 : next) - i));
  add(t++, behind, near(i - (previous < 0 ? first[i]! - 1 : previous)));
  add(t++, ahead, sides);
  return t;
}

/** Whether one of some tokens is a word that reports. */
function reports(cue: Int32Array, from: number, to: number): boolean {
  for (let k = from; k < to && k < cue.length; k++) if (cue[k]! > 0) return true;
  return false;
}

type Adder = Pick<FeatureWriter, 'add'>;
