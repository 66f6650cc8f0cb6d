import { featureId, hashText } from '../../model/hash.ts';
import { CUES } from '../lexicon/cues.ts';
import type { Run } from '../runs.ts';
import { PART, type SourceGround } from './ground.ts';
import { KINDS, type Mention } from './mentions.ts';
import { countBetween, type Heads, isCueWord, liesIn, type Question } from './question.ts';

/** A list of hashed features. */
export class Features {
  readonly #ids: number[] = [];
  readonly #salt: number;
  /** @param salt parts the features of one model from those of another. */
  constructor(salt: number) {
    this.#salt = salt << 10;
  }
  add(template: number, a = 0, b = 0, c = 0, d = 0): void {
    this.#ids.push(featureId(this.#salt + template, a, b, d === 0 ? c : Math.imul(d, 0x9e3779b1) + c));
  }
  finish(): Int32Array {
    return Int32Array.from(this.#ids);
  }
}

/** A distance in a few steps. */
export const step = (distance: number): number =>
  distance < 4 ? distance : distance < 6 ? 4 : distance < 9 ? 5 : distance < 14 ? 6 : distance < 22 ? 7 : 8;

const BEFORE = 1;
const BEHIND = 2;
const INSIDE = 3;

/** The salts of the models. */
const CANDIDATE = 1;
const NOBODY = 2;

const NO_WORD = hashText('');
export const wordAt = ({ words }: SourceGround, at: number): number => words[at] ?? NO_WORD;
export const partAt = ({ parts }: SourceGround, at: number): number => parts[at] ?? 0;

const isVerb = (part: number) => part === PART.VERB || part === PART.AUX;
const isMark = ({ parts, tokens }: SourceGround, at: number) => parts[at] === PART.PUNCT || !/[\p{L}\p{N}]/u.test(tokens[at]!.text);
const OPENS = /^(?:,|and|to|by|for|but|after|while|from|that|not)$/;

/** The first marks between two tokens, as one number. */
function marksBetween(ground: SourceGround, from: number, to: number): number {
  let marks = 0;
  let count = 0;
  for (let at = from; at < to && at < from + 12 && count < 4; at++) {
    if (!isMark(ground, at)) continue;
    marks = Math.imul(marks, 31) + wordAt(ground, at);
    count++;
  }
  return marks;
}

/** Whether a mention can be a subject, as far as its neighbours tell: no preposition before it, a verb behind it. */
function isSubjectLike(ground: SourceGround, { from, to, kind }: Mention): boolean {
  if (partAt(ground, from - 1) === PART.ADP || kind.startsWith('own')) return false;
  for (let at = to; at < to + 3; at++) {
    if (isVerb(partAt(ground, at))) return true;
    if (partAt(ground, at) !== PART.ADV) return false;
  }
  return false;
}

/** How a cue is formed and what stands before it: how far away its subject may stand. */
function formOf(ground: SourceGround, cue: Run | null): number {
  if (!cue) return 0;
  const word = ground.tokens[cue.from]!.lower;
  const form =
    partAt(ground, cue.from) === PART.NOUN ? 1 : word.endsWith('ing') ? 2 : /ed$|^said$|^told$/.test(word) ? 3 : word.endsWith('s') ? 4 : 5;
  const before = ground.tokens[cue.from - 1]?.lower ?? '';
  return form * 1000 + (OPENS.test(before) ? 100 + (wordAt(ground, cue.from - 1) % 97) : partAt(ground, cue.from - 1));
}

/** The features of each candidate of a question, and last those of nobody being named. */
export function describe(ground: SourceGround, heads: Heads, question: Question): Int32Array[] {
  const { cue, candidates, start, end } = question;
  const left = candidates.filter(({ to }) => cue && to <= cue.from).reverse();
  const right = candidates.filter(({ from }) => cue && from >= cue.to);
  const view: View = {
    ground,
    heads,
    question,
    left,
    right,
    subjects: left.filter((mention) => isSubjectLike(ground, mention)),
    free: candidates.filter((mention) => !liesIn(heads.contents, mention)),
    marks: (ground.quoted[start]! << 1) | ground.quoted[end - 1]!,
    form: formOf(ground, cue),
    cueWord: cue ? wordAt(ground, cue.from) : 0,
    cueSide: !cue ? 0 : cue.to <= start ? BEFORE : cue.from >= end ? BEHIND : INSIDE,
    cueNear:
      cue && ground.sentenceAt[cue.from]! >= ground.sentenceAt[start]! && ground.sentenceAt[cue.from]! <= ground.sentenceAt[end - 1]!
        ? 1
        : 0,
  };
  return [...candidates.map((mention) => describeCandidate(view, mention)), describeNobody(view)];
}

/** What the features of all candidates of a question share. */
interface View {
  readonly ground: SourceGround;
  readonly heads: Heads;
  readonly question: Question;
  /** Candidates before the cue, the nearest first; and behind it. */
  readonly left: readonly Mention[];
  readonly right: readonly Mention[];
  /** Those before the cue that look like subjects. */
  readonly subjects: readonly Mention[];
  /** Those outside all content. */
  readonly free: readonly Mention[];
  readonly marks: number;
  readonly form: number;
  readonly cueWord: number;
  readonly cueSide: number;
  readonly cueNear: number;
}

/** How a candidate stands to quote and cue. */
interface Stand {
  readonly mention: Mention;
  readonly kind: number;
  readonly side: number;
  /** Side and distance in sentences. */
  readonly place: number;
  /** Side of the cue, whether in its sentence, and where the cue stands. */
  readonly relation: number;
  readonly order: number;
  readonly cueGap: number;
  readonly contentsBetween: number;
  readonly begins: number;
}

function describeCandidate(view: View, mention: Mention): Int32Array {
  const features = new Features(CANDIDATE);
  const stand = standOf(view, mention);
  addPosition(features, view, stand);
  addCue(features, view, stand);
  addOwnCue(features, view, stand);
  addNeighbours(features, view, stand);
  addWords(features, view, stand);
  addClause(features, view, stand);
  addLayout(features, view, stand);
  return features.finish();
}

function standOf({ ground, heads, question, left, right, cueSide }: View, mention: Mention): Stand {
  const { start, end, cue } = question;
  const { sentenceAt } = ground;
  const { from, to } = mention;
  const side = to <= start ? BEFORE : from >= end ? BEHIND : INSIDE;
  const sentences =
    side === BEFORE ? sentenceAt[start]! - sentenceAt[from]! : side === BEHIND ? sentenceAt[from]! - sentenceAt[end - 1]! : 0;
  const cueRelation = !cue ? 0 : from < cue.to && cue.from < to ? INSIDE : to <= cue.from ? BEFORE : BEHIND;
  const same = cue && sentenceAt[from] === sentenceAt[cue.from] ? 1 : 0;
  return {
    mention,
    kind: KINDS.indexOf(mention.kind) + 1,
    side,
    place: side * 4 + Math.min(Math.max(sentences, 0), 2),
    relation: cueRelation * 8 + same * 4 + cueSide,
    order: cueRelation === BEFORE ? left.indexOf(mention) : cueRelation === BEHIND ? right.indexOf(mention) : 0,
    cueGap: cueRelation === BEFORE ? cue!.from - to : cueRelation === BEHIND ? from - cue!.to : 0,
    contentsBetween: Math.min(
      side === BEFORE ? countBetween(heads.contents, to, start) : side === BEHIND ? countBetween(heads.contents, end, from) : 0,
      3,
    ),
    begins: from === ground.sentences[sentenceAt[from]!]!.from ? 1 : 0,
  };
}

/** Where the candidate stands. */
function addPosition(features: Features, { ground, heads, question, free, marks }: View, stand: Stand): void {
  const { mention, kind, side, place, contentsBetween } = stand;
  const { from, to } = mention;
  const { parts, start, end } = question;
  let gap = 99;
  for (const part of parts) gap = Math.min(gap, to <= part.from ? part.from - to : from >= part.to ? from - part.to : 0);
  const [low, high] = side === BEFORE ? [to, start] : side === BEHIND ? [end, from] : [to, to];
  const cuesBetween = Math.min(countBetween(heads.cues, low, high), 3);
  const inContent = liesIn(heads.contents, mention) ? 1 : 0;
  let paragraphs = 0;
  for (let at = Math.min(from, start) + 1; at <= Math.max(from, end - 1) && paragraphs < 3; at++) paragraphs += ground.opensParagraph[at]!;
  features.add(1, place);
  features.add(2, place, marks);
  features.add(3, side, step(gap));
  features.add(4, side, step(gap), kind);
  features.add(5, place, contentsBetween, inContent);
  features.add(6, side, paragraphs);
  features.add(7, place, contentsBetween, cuesBetween);
  features.add(8, side, marksBetween(ground, low, high));
  features.add(9, side, Math.min(free.indexOf(mention), 12));
}

/** How it stands to the cue. */
function addCue(features: Features, { ground, heads, question, cueWord, cueNear }: View, stand: Stand): void {
  const { mention, kind, place, relation, order, cueGap } = stand;
  const { cue } = question;
  const [low, high] = !cue ? [0, 0] : mention.to <= cue.from ? [mention.to, cue.from] : [cue.to, mention.from];
  let path = -1;
  if (cue && cueGap <= 5) {
    path = 7;
    for (let at = low; at < high; at++) {
      const part = partAt(ground, at);
      const open = part === PART.VERB || part === PART.NOUN || part === PART.PROPN || part === PART.ADJ || part === PART.NUM;
      path = Math.imul(path, 31) + (open ? part : wordAt(ground, at));
    }
  }
  const content = cue && countBetween(heads.contents, low, high) > 0 ? 1 : 0;
  features.add(20, relation);
  features.add(21, relation, step(cueGap));
  features.add(22, relation, Math.min(order, 6));
  features.add(23, relation, Math.min(order, 4), kind);
  features.add(24, relation, cueWord, Math.min(order, 2));
  features.add(25, relation, cueWord, cueGap === 0 ? 1 : 0);
  features.add(26, relation, path);
  features.add(27, relation, path, kind);
  features.add(28, relation, content, Math.min(order, 2));
  features.add(29, relation, cueNear, place);
  features.add(30, relation, cue ? marksBetween(ground, low, high) : 0);
  features.add(31, relation, Math.min(order, 3), cue && mention.to <= cue.from && ground.tokens[mention.to]?.text === ',' ? 1 : 0);
}

/** Tokens from a mention in which its own verb of reporting is looked for: behind it and before it. */
const OWN_BEHIND = 6;
const OWN_BEFORE = 2;

/** The verb of reporting beside the candidate itself, whatever the quote's cue may be. */
function addOwnCue(features: Features, { ground, heads, question, marks, cueNear }: View, stand: Stand): void {
  const { mention, kind, side, place, relation, contentsBetween } = stand;
  const { from, to } = mention;
  const { cue, parts } = question;
  const { sentenceAt, words } = ground;
  const isTagged = (at: number) => liesIn(heads.cues, { from: at, to: at + 1 });
  const fits = (at: number) => at >= 0 && sentenceAt[at] === sentenceAt[from] && (isTagged(at) || isCueWord(ground, at));
  let own = -1;
  let distance = 0;
  for (let d = 0; d < OWN_BEHIND && own < 0; d++) {
    if (to + d < words.length && fits(to + d)) own = to + d;
    else if (d < OWN_BEFORE && fits(from - 1 - d)) own = from - 1 - d;
    distance = d;
  }
  const code =
    own < 0 ? 0 : 1 + (own >= to ? 64 : 0) + distance * 8 + (isTagged(own) ? 4 : 0) + (CUES.get(ground.tokens[own]!.lower)?.bare ? 2 : 0);
  let toQuote = 99;
  if (own >= 0)
    for (const part of parts) toQuote = Math.min(toQuote, own < part.from ? part.from - own : own >= part.to ? own - part.to + 1 : 0);
  features.add(40, code, side);
  features.add(41, code, step(toQuote), side);
  features.add(42, cue && own >= cue.from && own < cue.to ? 1 : 0, place);
  features.add(43, own < 0 ? 0 : words[own], step(toQuote), side);
  features.add(44, code, place, marks, contentsBetween);
  features.add(45, code, kind, place);
  const part = parts.find((one) => from >= one.from && to <= one.to);
  if (part) {
    features.add(46, step(from - part.from), step(part.to - to));
    features.add(47, code);
    features.add(48, cue ? 1 : 0, cueNear, relation);
  }
}

/** The words around it: subject or object, "according to X", "X, who". */
function addNeighbours(features: Features, { ground }: View, stand: Stand): void {
  const { mention, kind, place, relation, order, begins } = stand;
  const { from, to } = mention;
  const [before, behind] = [wordAt(ground, from - 1), wordAt(ground, to)];
  const [partBefore, partBehind] = [partAt(ground, from - 1), partAt(ground, to)];
  features.add(60, before);
  features.add(61, behind);
  features.add(62, partBefore, kind);
  features.add(63, partBehind, kind);
  features.add(64, partBefore, partBehind);
  features.add(65, wordAt(ground, from - 2), before);
  features.add(66, behind, partAt(ground, to + 1));
  features.add(67, begins, place);
  features.add(68, begins, place, kind, relation);
  features.add(69, isVerb(partBehind) ? 1 : 0, relation, Math.min(order, 2));
  features.add(70, partBefore === PART.ADP ? before : 0, relation);
  features.add(71, before, relation);
  features.add(72, behind, relation);
}

/** The candidate's own words. */
function addWords(features: Features, { ground, marks, cueWord }: View, stand: Stand): void {
  const { mention, kind, place, relation, order } = stand;
  const { from, to } = mention;
  const head = wordAt(ground, to - 1);
  const type = mention.kind === 'pronoun' || mention.kind === 'ownPronoun' ? head : kind;
  const headType = mention.kind === 'name' ? 1 : head;
  const named = ground.namedAt[to - 1]! + 1;
  features.add(80, type);
  features.add(81, type, place);
  features.add(82, headType);
  features.add(83, wordAt(ground, from));
  features.add(84, type, cueWord);
  features.add(85, Math.min(to - from, 5), kind);
  features.add(86, ground.quoted[from]!, marks);
  features.add(87, type, relation, Math.min(order, 2));
  features.add(88, headType, relation);
  features.add(89, named, kind);
  features.add(90, named, kind, relation);
}

/** Whether it is the subject of the cue's clause. */
function addClause(features: Features, { ground, question, subjects, form, marks }: View, stand: Stand): void {
  const { mention, kind, place, relation, order, contentsBetween, begins } = stand;
  const { cue } = question;
  const subject = isSubjectLike(ground, mention);
  const sees = cue !== null && mention.to <= cue.from;
  const rank = !sees ? 20 : subject ? Math.min(subjects.indexOf(mention), 4) : 10 + Math.min(countNearer(subjects, mention), 3);
  const is = subject ? 1 : 0;
  features.add(100, is, relation);
  features.add(101, rank, relation & 4);
  features.add(102, form, rank);
  features.add(103, form, relation >> 3, Math.min(order, 3));
  features.add(104, form, begins, relation >> 3);
  features.add(105, is, place, contentsBetween, marks);
  features.add(106, form, kind, is);
}

const countNearer = (subjects: readonly Mention[], { from }: Mention) => {
  let count = 0;
  while (count < subjects.length && count < 3 && subjects[count]!.from > from) count++;
  return count;
};

/** Attribution without a verb: `"…" — Name`, `NAME: …`. */
export const LAYOUT = { NONE: 0, DASH: 1, COLON: 2 } as const;

export function layoutOf({ tokens, opensParagraph }: SourceGround, { start, end }: Question, { from, to }: Run): number {
  const ends = to === tokens.length || opensParagraph[to] === 1 || tokens[to]!.text === '.';
  if (from >= end && from - end < 4 && /^(?:[―—–]|--?)$/.test(tokens[from - 1]!.text) && ends) return LAYOUT.DASH;
  const begins = opensParagraph[from] === 1 || (opensParagraph[from - 1] === 1 && !/\p{L}/u.test(tokens[from - 1]!.text));
  return to <= start && start - to < 4 && tokens[to]?.text === ':' && begins ? LAYOUT.COLON : LAYOUT.NONE;
}

function addLayout(features: Features, { ground, question, cueNear }: View, { mention, kind }: Stand): void {
  const layout = layoutOf(ground, question, mention);
  if (layout === LAYOUT.NONE) return;
  features.add(120, layout);
  features.add(121, layout, kind);
  features.add(122, layout, cueNear);
}

/** Nobody stands beside the quote. */
function describeNobody({ ground, question, cueWord, cueSide, cueNear, marks }: View): Int32Array {
  const { start, end, cue, candidates } = question;
  const features = new Features(NOBODY);
  const text = (at: number) => ground.tokens[at]?.text ?? '';
  features.add(1);
  features.add(2, marks);
  features.add(3, step(end - start));
  features.add(4, cueSide);
  features.add(5, Math.min(candidates.length, 5));
  features.add(6, /[―—–-]/.test(text(end) + text(end + 1)) ? 1 : 0, text(start - 1) === ':' || text(start - 2) === ':' ? 1 : 0);
  features.add(7, cueWord);
  features.add(8, cueNear, cueSide);
  features.add(9, wordAt(ground, start - 1));
  features.add(10, wordAt(ground, end));
  features.add(11, cue ? partAt(ground, cue.from - 1) * 32 + partAt(ground, cue.from) : 0);
  return features.finish();
}
