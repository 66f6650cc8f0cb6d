import type { Run } from '../words/runs.ts';
import { type Features, partAt, wordAt } from './features.ts';
import { isVerb, NAMED, PART, type SourceGround } from './ground.ts';
import type { Mention } from './mentions.ts';
import { isSubjectLike, type Stand, type View } from './stand.ts';

/** The words around it: subject or object, "according to X", "X, who". */
export function addNeighbours(features: Features, { ground }: View, stand: Stand): void {
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
export function addWords(features: Features, { ground, marks, cueWord }: View, stand: Stand): void {
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
export function addClause(features: Features, { ground, question, subjects, form, marks }: View, stand: Stand): void {
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
  const set = setOff(ground, mention);
  const closes = closesBefore(ground, cue, mention);
  features.add(107, set, closes, relation);
  features.add(108, set, closes, kind, Math.min(order, 3));
  features.add(109, set, closes, subject ? 1 : 0, rank);
}

const RELATIVE = /^(?:who|whose|whom|which|that)$/;

/** How a mention stands to what commas and relative clauses set off: "The mayor, Ana Bell, who …". */
function setOff({ tokens, namedAt, parts }: SourceGround, { from, to }: Mention): number {
  const [before, next, second] = [tokens[from - 1]?.text, tokens[to]?.lower ?? '', tokens[to + 1]?.lower ?? ''];
  if (to - from === 1 && RELATIVE.test(tokens[from]!.lower)) return before === ',' ? 1 : 2;
  if (RELATIVE.test(next)) return 3;
  if (before === ',' && namedAt[to - 1] === NAMED.PERSON && parts[from - 2] === PART.NOUN) return next === ',' ? 4 : 5;
  if (next === ',' && RELATIVE.test(second)) return 6;
  if (next === ',') {
    for (let at = to + 1; at < to + 5 && at < tokens.length && tokens[at]!.text !== ','; at++) if (namedAt[at] === NAMED.PERSON) return 7;
    return parts[to + 1] === PART.DET || parts[to + 1] === PART.NOUN || parts[to + 1] === PART.ADJ || parts[to + 1] === PART.NUM ? 8 : 9;
  }
  return before === ',' ? 10 : 0;
}

/** Whether something set off ends right before the cue, adverbs aside: 1 by a comma, 2 by a bracket or dash; 3 where the mention stands behind. */
function closesBefore(ground: SourceGround, cue: Run | null, { to }: Mention): number {
  if (!cue) return 4;
  if (to > cue.from) return 3;
  let at = cue.from - 1;
  while (at > to && (partAt(ground, at) === PART.ADV || partAt(ground, at) === PART.AUX)) at--;
  const { text } = ground.tokens[at] ?? { text: '' };
  return text === ',' ? 1 : /^(?:\)|-|--|[—–])$/.test(text) ? 2 : 0;
}

const countNearer = (subjects: readonly Mention[], { from }: Mention) => {
  let count = 0;
  while (count < subjects.length && count < 3 && subjects[count]!.from > from) count++;
  return count;
};
