import { join } from '../../../model/hash.ts';
import { at } from './numbers.ts';
import { size, steps, type Writer } from './span-steps.ts';
import type { Surroundings } from './span-surroundings.ts';
import type { Candidate } from './spans.ts';
import { AUX, OUTSIDE, VERB, type View } from './view.ts';

/** What is worked out once for an article, so that no candidate has to be walked through. */
export interface Layout {
  /** For each token the first verb at or behind it; the number of tokens for none. */
  readonly verb: Int32Array;
  /** How many brackets are open before each token, and how many dashes there are. */
  readonly open: Int32Array;
  readonly dashes: Int32Array;
  /** For each token the first at or behind it, and the last at or before it, that is in quotation marks or one; the number of tokens or −1 for none. */
  readonly quotedNext: Int32Array;
  readonly quotedLast: Int32Array;
  /** How many quotations begin at or before each token. */
  readonly quotations: Int32Array;
}

/** Works out the layout of an article. */
export function layoutOf({ n, tokens, isWord, pos, place }: View): Layout {
  const list = (length: number) => new Int32Array(length);
  const layout = {
    verb: list(n + 1),
    open: list(n + 1),
    dashes: list(n + 1),
    quotedNext: list(n + 1),
    quotedLast: list(n),
    quotations: list(n),
  };
  const { verb, open, dashes, quotedNext, quotedLast, quotations } = layout;
  verb[n] = quotedNext[n] = n;
  for (let k = n - 1; k >= 0; k--) {
    verb[k] = pos[k] === VERB || pos[k] === AUX ? k : verb[k + 1]!;
    quotedNext[k] = place[k] !== OUTSIDE ? k : quotedNext[k + 1]!;
  }
  for (let k = 0; k < n; k++) {
    const { text } = tokens[k]!;
    const code = text.charCodeAt(0);
    const bracket = text.length > 1 ? 0 : code === 40 || code === 91 ? 1 : code === 41 || code === 93 ? -1 : 0;
    open[k + 1] = open[k]! + bracket;
    dashes[k + 1] = dashes[k]! + (!isWord[k] && DASHES.test(text) ? 1 : 0);
    quotedLast[k] = place[k] !== OUTSIDE ? k : k > 0 ? quotedLast[k - 1]! : -1;
    const begins = place[k] !== OUTSIDE && (k === 0 || place[k - 1] === OUTSIDE);
    quotations[k] = (k > 0 ? quotations[k - 1]! : 0) + (begins ? 1 : 0);
  }
  return layout;
}

const DASHES = /^[—–-]+$/;

/** Clauses: verbs and commas in order at its beginning and behind its end, and how it is joined to what stands beside it. */
export function clauses(
  { n, pos, word, coarse, first, last, before: { verbs } }: View,
  layout: Layout,
  { from, to }: Candidate,
  around: Surroundings,
  { add }: Writer,
  start: number,
): number {
  const end = to - 1;
  let t = start;
  const { leftCue, leftWord, bounds } = around;
  let gap = leftCue < 0 ? -1 : 0;
  if (leftCue >= 0) for (let k = leftCue + 1; k < Math.min(from, leftCue + 6); k++) gap = join(gap, pos[k]!);
  const cueClass = leftCue < 0 ? 0 : coarse[leftCue]!;
  add(t++, gap, pos[from]!);
  add(t++, gap, cueClass, pos[from]!);
  add(t++, cueClass, at(word, from));
  add(t++, cueClass, pos[from]!, at(pos, from + 1));
  add(t++, leftWord, pos[from]!, at(pos, from + 1));
  add(t++, leftWord, at(pos, from - 1), pos[from]!);
  let lead = 0;
  for (let k = from; k < Math.min(to, from + 5); k++) lead = join(lead, pos[k]!);
  add(t++, lead);
  add(t++, lead, cueClass);
  let tail = 0;
  for (let k = to; k < Math.min(n, to + 4); k++) tail = join(tail, pos[k]!);
  add(t++, tail, pos[end]!);
  add(t++, tail, at(word, to));
  let back = 0;
  for (let k = end; k > Math.max(from, end - 3); k--) back = join(back, pos[k]!);
  add(t++, back, at(pos, to), at(word, to));
  // The first verb inside, and whether the words behind go on with a verb of their own.
  const verb = layout.verb[from]!;
  const inside = verb < to;
  add(t++, inside ? pos[verb]! + 32 * size(verb - from) : 0, cueClass);
  add(t++, inside ? word[verb]! : 0, bounds & 6);
  const next = layout.verb[to]!;
  add(t++, next <= last[end]! ? size(next - to) + 1 : 0, at(word, to), at(pos, to + 1));
  // Brackets opened and not closed, and whether a dash waits for another.
  add(t++, layout.open[to]! - layout.open[from]!, (layout.dashes[to]! - layout.dashes[from]!) & 1, at(word, to));
  add(t++, size(from - first[from]!), size(last[end]! - end), around.sides);
  add(t++, Math.min(verbs[from]! - verbs[first[from]!]!, 4), around.sides, pos[from]!);
  return t;
}

/** How its edges lie to the quotation marks inside and beside it. */
export function quotedEdges(
  { place, word, pos }: View,
  { quotedNext, quotedLast, quotations }: Layout,
  { from, to, exact }: Candidate,
  around: Surroundings,
  { add }: Writer,
  start: number,
): number {
  const end = to - 1;
  let t = start;
  const quoted = quotedNext[from]! < to;
  const head = quotedNext[from]! - from;
  const tail = end - quotedLast[end]!;
  const runs = quotations[end]! - quotations[from]!;
  // A quotation that begins just outside, on either side.
  const near = from === 0 ? -1 : quotedLast[from - 1]!;
  const beforeIt = near < 0 || from - near > 4 ? 0 : from - near;
  const behindIt = quotedNext[to]! < Math.min(to + 4, quotedNext.length - 1) ? quotedNext[to]! - to + 1 : 0;
  const [h, l] = quoted ? [size(head), size(tail)] : [15, 15];
  const all = (h * 16 + l) * 4 + Math.min(runs, 3);
  add(t++, all);
  add(t++, all, around.leftWord);
  add(t++, all, around.bounds);
  add(t++, all, steps(exact));
  add(t++, all, around.sides, around.bounds);
  add(t++, h, around.leftWord, pos[from]!);
  add(t++, h, around.leftWord, around.leftCue < 0 ? 9 : Math.min(from - around.leftCue, 4));
  add(t++, h, at(word, from), at(pos, from - 1));
  add(t++, l, at(word, to), at(pos, to + 1));
  add(t++, l, at(pos, end), at(word, to));
  add(t++, beforeIt * 8 + behindIt, all);
  add(t++, beforeIt * 8 + behindIt, around.marks);
  add(t++, behindIt, at(word, to), at(place, end, 3));
  return t;
}
