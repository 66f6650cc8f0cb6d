import { CUES } from '../lexicon/cues.ts';
import { type Features, marksBetween, partAt, step, wordAt } from './features.ts';
import { PART, type SourceGround } from './ground.ts';
import { countBetween, type Heads, isCueWord, liesIn } from './question.ts';
import { BEFORE, BEHIND, type Stand, type View } from './stand.ts';

/** Where the candidate stands. */
export function addPosition(features: Features, { ground, heads, question, free, marks }: View, stand: Stand): void {
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
export function addCue(features: Features, { ground, heads, question, cueWord, cueNear }: View, stand: Stand): void {
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

const isTagged = ({ cues }: Heads, at: number) => liesIn(cues, { from: at, to: at + 1 });

/** Whether a token is a verb of reporting in the sentence of another. */
const reports = (ground: SourceGround, heads: Heads, at: number, other: number) =>
  at >= 0 && ground.sentenceAt[at] === ground.sentenceAt[other] && (isTagged(heads, at) || isCueWord(ground, at));

/** The verb of reporting beside the candidate itself, whatever the quote's cue may be. */
export function addOwnCue(features: Features, { ground, heads, question, marks, cueNear }: View, stand: Stand): void {
  const { mention, kind, side, place, relation, contentsBetween } = stand;
  const { from, to } = mention;
  const { cue, parts } = question;
  const { words } = ground;
  let own = -1;
  let distance = 0;
  for (let d = 0; d < OWN_BEHIND && own < 0; d++) {
    if (to + d < words.length && reports(ground, heads, to + d, from)) own = to + d;
    else if (d < OWN_BEFORE && reports(ground, heads, from - 1 - d, from)) own = from - 1 - d;
    distance = d;
  }
  const code =
    own < 0
      ? 0
      : 1 + (own >= to ? 64 : 0) + distance * 8 + (isTagged(heads, own) ? 4 : 0) + (CUES.get(ground.tokens[own]!.lower)?.bare ? 2 : 0);
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
