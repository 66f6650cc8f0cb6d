import type { Run } from '../words/runs.ts';
import { partAt, wordAt } from './features.ts';
import { isVerb, PART, type SourceGround } from './ground.ts';
import { KINDS, type Mention } from './mentions.ts';
import { countBetween, type Heads, liesIn, type Question, touching } from './question.ts';

/** Where something stands beside something else. */
export const BEFORE = 1;
export const BEHIND = 2;
const INSIDE = 3;

/** What the features of all candidates of a question share. */
export interface View {
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
  /** How many candidates touch what the model of quotes took for a source. */
  readonly sourceLikeCount: number;
}

/** How a candidate stands to quote and cue. */
export interface Stand {
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

/** The view of a question. */
export function viewOf(ground: SourceGround, heads: Heads, question: Question): View {
  const { cue, candidates, start, end } = question;
  const left = candidates.filter(({ to }) => cue && to <= cue.from).reverse();
  return {
    ground,
    heads,
    question,
    left,
    right: candidates.filter(({ from }) => cue && from >= cue.to),
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
    sourceLikeCount: candidates.filter((mention) => touching(heads.sourceLike, mention)).length,
  };
}

/** How a candidate stands. */
export function standOf({ ground, heads, question, left, right, cueSide }: View, mention: Mention): Stand {
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
    begins: from === ground.sentenceFrom[from]! ? 1 : 0,
  };
}

/** Whether a mention can be a subject, as far as its neighbours tell: no preposition before it, a verb behind it. */
export function isSubjectLike(ground: SourceGround, { from, to, kind }: Mention): boolean {
  if (partAt(ground, from - 1) === PART.ADP || kind.startsWith('own')) return false;
  for (let at = to; at < to + 3; at++) {
    if (isVerb(partAt(ground, at))) return true;
    if (partAt(ground, at) !== PART.ADV) return false;
  }
  return false;
}

const OPENS = /^(?:,|and|to|by|for|but|after|while|from|that|not)$/;

/** How a cue is formed and what stands before it: how far away its subject may stand. */
function formOf(ground: SourceGround, cue: Run | null): number {
  if (!cue) return 0;
  const word = ground.tokens[cue.from]!.lower;
  const form =
    partAt(ground, cue.from) === PART.NOUN ? 1 : word.endsWith('ing') ? 2 : /ed$|^said$|^told$/.test(word) ? 3 : word.endsWith('s') ? 4 : 5;
  const before = ground.tokens[cue.from - 1]?.lower ?? '';
  return form * 1000 + (OPENS.test(before) ? 100 + (wordAt(ground, cue.from - 1) % 97) : partAt(ground, cue.from - 1));
}
