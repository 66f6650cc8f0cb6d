import type { FeatureWriter } from '../../model/sequence.ts';
import { Features, partAt } from '../sources/features.ts';
import { isVerb, PART, type SourceGround } from '../sources/ground.ts';
import { isPossessive } from '../words/grammar.ts';
import { firstFrom } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { chosenByRule } from './by-rule.ts';
import type { Asked, Candidate, Scene } from './candidates.ts';
import type { Entity } from './entities.ts';
import type { Memory } from './memory.ts';
import { OPENS_CLAUSE } from './references.ts';

/** The salts of the models. */
const CANDIDATE = 4;
const NOBODY = 5;

const most = (value: number, limit: number) => Math.min(value, limit);

/** Writes the features of each candidate, and last those of none of them being meant. */
export function describeWho(scene: Scene, asked: Asked, candidates: readonly Candidate[], memory: Memory, writer: FeatureWriter): void {
  const { ground } = scene;
  const subjects = candidates.filter(({ lastTold }) => lastTold && isSubject(ground, lastTold));
  const nearestFirst = subjects.toSorted((a, b) => b.lastTold!.from - a.lastTold!.from);
  const fresh = subjects.filter(({ lastTold }) => lastTold!.from >= memory.end);
  const view: View = {
    scene,
    asked,
    candidates,
    memory,
    subjects: nearestFirst,
    fresh: fresh.length,
    ruled: chosenByRule(scene.rules, ground, scene.entities, asked, memory),
  };
  const features = new Features(writer);
  for (const [rank, candidate] of candidates.entries()) describeOne(features, view, candidate, rank);
  describeNone(features, view);
}

interface View {
  readonly scene: Scene;
  readonly asked: Asked;
  readonly candidates: readonly Candidate[];
  readonly memory: Memory;
  readonly subjects: readonly Candidate[];
  /** Subjects named since the last quote. */
  readonly fresh: number;
  /** Whom the rules choose. */
  readonly ruled: Entity | null;
}

function describeOne(
  features: Features,
  { scene, asked, candidates, memory, subjects, fresh, ruled }: View,
  candidate: Candidate,
  rank: number,
): void {
  const { ground } = scene;
  const { sentenceAt } = ground;
  const { asks, at, contents } = asked;
  const { entity, last, lastTold, fit } = candidate;
  features.begin(CANDIDATE);
  const group = asks <= 2 ? 1 : asks;
  const sentences = most(sentenceAt[at]! - sentenceAt[last.from]!, 6);
  const toldAgo = lastTold ? most(sentenceAt[at]! - sentenceAt[lastTold.from]!, 6) : 7;
  const paragraphs = paragraphsBetween(ground, last.from, at);
  const role = lastTold ? roleOf(ground, lastTold) : 0;
  const spoke = entity === memory.speaker ? 1 : entity === memory.earlier ? 2 : 0;
  const sinceSpoken = memory.end > at ? 0 : most(sentenceAt[at]! - sentenceAt[Math.max(0, memory.end - 1)]!, 4);
  const subjectRank = most(subjects.indexOf(candidate) + 1, 3);
  const isFresh = lastTold && lastTold.from >= memory.end && isSubject(ground, lastTold) ? 1 : 0;
  const inContent = contents.some((run) => isIn(entity, run)) ? 1 : 0;
  const type = entity.type === 'PERSON' ? 1 : entity.type === 'ORGANIZATION' ? 2 : 3;
  const gender = entity.gender === null ? 0 : 1;
  features.add(1, type, group);
  features.add(2, sentences, group);
  features.add(3, toldAgo, group);
  features.add(4, paragraphs, sentences === 0 ? 1 : 0);
  features.add(5, role, most(toldAgo, 3));
  features.add(6, spoke, group);
  features.add(7, spoke, sinceSpoken);
  features.add(8, spoke, sinceSpoken, paragraphs, group);
  features.add(9, most(rank, 4), group);
  features.add(10, subjectRank, group);
  features.add(11, isFresh, subjectRank, spoke);
  features.add(12, isFresh, spoke, most(fresh, 2));
  features.add(13, inContent, group);
  features.add(15, most(entity.mentions.length, 5));
  features.add(16, gender, type);
  features.add(17, most(candidates.length, 4), type, most(rank, 2));
  features.add(18, fit, group);
  features.add(19, fit, spoke, most(candidates.filter((other) => other.fit >= fit).length, 3), group);
  features.add(20, type, spoke, group);
  features.add(21, lastTold && lastTold.from < ground.sentenceFrom[at]! ? 1 : 0, role);
  features.add(22, type, entity.plural ? 1 : 0, group);
  features.add(23, ground.quoted[last.from]!, sentences);
  features.add(24, entity === ruled ? 1 : ruled ? 2 : 0, group);
  features.add(25, entity === ruled ? 1 : ruled ? 2 : 0, subjectRank, spoke);
  features.end();
}

function describeNone(features: Features, { asked, candidates, memory, subjects, fresh, ruled }: View): void {
  features.begin(NOBODY);
  const group = asked.asks <= 2 ? 1 : asked.asks;
  features.add(1, group);
  features.add(2, most(candidates.length, 3), group);
  features.add(3, memory.speaker === null ? 0 : 1, group);
  features.add(4, candidates.some(({ entity }) => entity === memory.speaker) ? 1 : 0, group);
  features.add(5, most(subjects.length, 3), most(fresh, 2));
  features.add(6, Math.max(0, ...candidates.map(({ fit }) => fit)), group);
  features.add(7, ruled ? 1 : 0, group);
  features.end();
}

/** 1 a subject, 2 begins its sentence, 3 behind a preposition, 4 an owner, 5 anything else. */
function roleOf(ground: SourceGround, mention: Run): number {
  if (isPossessive(ground.tokens[mention.to])) return 4;
  if (isSubject(ground, mention)) return 1;
  if (partAt(ground, mention.from - 1) === PART.ADP) return 3;
  return mention.from === ground.sentenceFrom[mention.from]! ? 2 : 5;
}

/** Whether a mention outside quotation marks is the subject of a clause, as far as its neighbours tell. */
function isSubject(ground: SourceGround, { from, to }: Run): boolean {
  const { tokens, parts, quoted, sentenceFrom } = ground;
  const next = tokens[to];
  if (quoted[from] || !next || parts[from - 1] === PART.ADP || isPossessive(next)) return false;
  if (isVerb(parts[to]) || parts[to] === PART.ADV) return true;
  const opens = from === sentenceFrom[from]! || OPENS_CLAUSE.test(tokens[from - 1]!.lower);
  if (!opens) return false;
  if (/^[,(]$/.test(next.text)) return true;
  // "Ana Bell of the Courier disagrees".
  let at = /^(?:of|from|at|for)$/.test(next.lower) ? to + 1 : tokens.length;
  while (at < to + LONGEST_TAIL && (parts[at] === PART.PROPN || parts[at] === PART.DET || parts[at] === PART.NOUN)) at++;
  return at > to + 1 && isVerb(parts[at]);
}

/** Tokens of what hangs on a name, "of the Harbour Courier", at most. */
const LONGEST_TAIL = 6;

/** Tokens back in which paragraphs are counted. */
const FAR = 300;

function paragraphsBetween({ opensParagraph }: SourceGround, from: number, to: number): number {
  let count = 0;
  for (let at = to; at > Math.max(from, to - FAR) && count < 4; at--) count += opensParagraph[at]!;
  return count;
}

/** Whether an entity is named in a range of tokens. */
function isIn({ mentions }: Entity, { from, to }: Run): boolean {
  const mention = mentions[firstFrom(mentions, from)];
  return mention !== undefined && mention.from < to;
}
