import { isVerb, PART, type SourceGround } from '../sources/ground.ts';
import { firstFrom } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Asked, Scene } from './candidates.ts';
import { type Entity, isPeople } from './entities.ts';
import type { Memory } from './memory.ts';

/**
 * Whom "they" means: mostly several people whom nobody names, now and then a body, hardly ever one person. So it is who spoke in the sentence
 * before, or heads it, "BAA owns Heathrow. They said", or heads its own, "BAA fell, and they said". Null where these are somebody else, or others
 * stand there who may be meant: the nearest name is then as likely wrong as right (of 40 such names in British news 20 were).
 */
export function whoTheyAre(scene: Scene, { at, contents }: Asked, { speaker, end }: Memory): Entity | null {
  const { ground } = scene;
  const own = ground.sentences[ground.sentenceAt[at]!]!;
  const opens = firstWord(ground, own);
  // In "“It rains,” they said" the words come first, and tell nothing of who they are.
  if (opens < at && !isSaid(ground, contents, opens)) return suited(scene, headAt(scene, opens), { from: own.from, to: at }, isSeveral);
  const before = ground.sentences[ground.sentenceAt[at]! - 1];
  if (!before) return null;
  // Behind "The bank will wait, brokers said" they are the brokers.
  if (end > before.from && end <= at && speaker?.type !== 'PERSON')
    return speaker?.type === 'ORGANIZATION' || speaker?.plural ? speaker : null;
  const first = firstWord(ground, before);
  return isSaid(ground, contents, first) ? null : suited(scene, headAt(scene, first), before, ({ lower }) => isPeople(lower));
}

/** The first token of a sentence behind what joins it to the one before: "But", "However,". */
function firstWord({ tokens, parts }: SourceGround, { from, to }: Run): number {
  let at = from;
  while (at + 1 < to && (parts[at] === PART.CCONJ || parts[at] === PART.ADV || tokens[at]!.text === ',')) at++;
  return at;
}

/** Whether a token is somebody's words, or the quote's own. */
const isSaid = ({ quoted, tokens }: SourceGround, contents: readonly Run[], at: number) =>
  quoted[at] === 1 || /^["“‘«]$/.test(tokens[at]!.text) || contents.some(({ from, to }) => from <= at && at < to);

/** Who begins at a token and is the subject of the verb right behind. */
function headAt({ ground: { tokens, parts }, entities }: Scene, at: number): Entity | null {
  const start = tokens[at]!.lower === 'the' ? at + 1 : at;
  const heads = ({ mentions }: Entity) => {
    const mention = mentions[firstFrom(mentions, at)];
    const behind = mention && parts[mention.to];
    return mention && mention.from <= start && (isVerb(behind) || behind === PART.ADV);
  };
  return entities.named.find(heads) ?? entities.unnamed.find(({ mentions: [first] }) => first!.from === at) ?? null;
}

type Tested = { readonly lower: string; readonly isNoun: boolean };

/** Whether a word tells that there are several. */
const isSeveral = ({ lower, isNoun }: Tested) =>
  lower === 'and' || (isNoun && (lower.endsWith('s') || /^(?:people|police|pair|duo|trio)$/.test(lower)));

/** Who heads some words, if they may be "they": several people; a body, or one of whom no "he" or "she" tells, where no others stand. */
function suited(
  { ground: { tokens, parts, quoted }, people }: Scene,
  entity: Entity | null,
  { from, to }: Run,
  isOther: (word: Tested) => boolean,
) {
  if (entity === null || entity.type === 'UNNAMED') return entity?.plural ? entity : null;
  const isOne = entity.type === 'PERSON';
  if (isOne && (entity.gender !== null || !people[entity.index]!.isFullName)) return null;
  for (let at = from; at < to; at++) {
    const word = { lower: tokens[at]!.lower, isNoun: parts[at] === PART.NOUN };
    if (!quoted[at] && (isOther(word) || (isOne && isSeveral(word)))) return null;
  }
  return entity;
}
