import { isTitle } from '../lexicon/titles.ts';
import { answersBefore } from '../sources/answer.ts';
import type { Sourced } from '../sources/index.ts';
import { isPossessive } from '../words/grammar.ts';
import { firstFrom } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { ASKS, pronounAsks } from './asked.ts';
import type { Asked, Scene } from './candidates.ts';
import type { Entity } from './entities.ts';

// What the quote before and the words between tell of whom "he" or "she" means, which the ranking of names does not see.

/** The quote before, and who said it, where that is known. */
export interface Before {
  readonly quote: Pick<Sourced, 'kind' | 'parts' | 'cue' | 'source' | 'audience'>;
  readonly entity: Entity | null;
}

/** Whether a source is "he" or "she". */
const isHeOrShe = ({ asks }: Asked): boolean => asks === ASKS.HE || asks === ASKS.SHE;

/** Questions, as they are told: "asked whether", "asked how often". */
const QUESTION = /^(?:whether|if|how|when|where|why|what|who|which)$/;

/** Who answers: whom the sentence before asks something, "Dahl" of "Bell asked Dahl whether it rained. He said it did". Null where it does not name whom it asks. */
export function whoIsAsked({ ground, entities }: Scene, asked: Asked, before: Before | null): Entity | null {
  if (!isHeOrShe(asked) || !before || !isBeside(ground, asked, before)) return null;
  const { cue, audience, parts } = before.quote;
  const [first] = parts;
  if (!cue || !audience || !first || !/^(?:ask|asks|asked)$/.test(ground.tokens[cue.to - 1]!.lower)) return null;
  if (!ground.quoted[first.from] && !QUESTION.test(ground.tokens[first.from]!.lower)) return null;
  const listener = personIn(entities.named, audience);
  return listener !== before.entity && listener?.gender !== (asked.asks === ASKS.HE ? 'F' : 'M') ? listener : null;
}

/** Whether a paragraph of nothing but words in quotation marks answers the quote before. */
const isAnswerTo = ({ ground }: Scene, quote: Sourced, before: Before | null): boolean =>
  !quote.source && !quote.cue && before !== null && answersBefore(ground, before.quote, quote);

/**
 * Who answers a question in a paragraph of its own, if it says whom it asks, "Bell asked Dahl" or "Do you hear me, Mr Dahl?"; nobody where nobody knows who asks. Undefined
 * where that tells nothing.
 */
export function whoAnswers(scene: Scene, quote: Sourced, before: Before | null): Entity | null | undefined {
  if (!before || !isAnswerTo(scene, quote, before)) return undefined;
  const { audience, parts } = before.quote;
  const called = calledAt(scene, parts.at(-1)!);
  if (called || audience) return called ?? personIn(scene.entities.named, audience!);
  return before.entity?.type === 'PERSON' ? undefined : null;
}

/** Whom a question calls by name at its end. */
function calledAt({ ground: { tokens }, entities }: Scene, { from, to }: Run): Entity | null {
  const end = tokens[to - 1]!.text === '?' ? to - 1 : to;
  let comma = end - 1;
  while (comma > from && end - comma <= LONGEST_NAME && tokens[comma]!.text !== ',') comma--;
  return tokens[comma]!.text === ',' ? personIn(entities.named, { from: comma + 1, to: end }) : null;
}

/** Tokens of a name by which somebody is called, with the title. */
const LONGEST_NAME = 4;

const personIn = (named: readonly Entity[], audience: Run): Entity | null =>
  named.find(({ type, mentions }) => type === 'PERSON' && isNamedIn(mentions, audience)) ?? null;

/** Whether "he" or "she" is somebody else than whom the ranking has found. */
export const isAnother = (scene: Scene, quote: Sourced, asked: Asked, likeliest: Entity, before: Before | null): boolean =>
  (likeliest === before?.entity && isAnswerTo(scene, quote, before)) ||
  (isHeOrShe(asked) && (isSpokenOf(scene, asked, likeliest, before) || isKin(scene, asked, likeliest)));

/** Kin of whom a pronoun tells which of two it is. */
const HIS = /^(?:boyfriend|brother|dad|father|grandfather|husband|nephew|son|stepfather|uncle|widower)$/;
const HERS = /^(?:aunt|daughter|girlfriend|grandmother|mother|mum|niece|sister|stepmother|widow|wife)$/;
/** Tokens between "her" or a name and the kin: "her late husband". */
const BETWEEN = 2;

/**
 * Whether the sentence or the one before begins with kin who is rather meant: "he" of "Bell wanted to sail. Her father disapproved. “No,” he said" is not Bell, nor that of
 * "Bell's husband was cross", where no more is known of Bell.
 */
function isKin(
  { ground: { tokens, sentences, sentenceAt, quoted } }: Scene,
  { asks, at, contents }: Asked,
  { gender, mentions }: Entity,
): boolean {
  if (gender !== null) return false;
  const begins = Math.min(at, contents[0]?.from ?? at);
  const kin = asks === ASKS.HE ? HIS : HERS;
  return [sentenceAt[begins]! - 1, sentenceAt[begins]!].some((sentence) => {
    const from = sentences[sentence]?.from ?? at;
    if (from >= at || quoted[from]) return false;
    const name = mentions[firstFrom(mentions, from)];
    const isOwner = name?.from === from && isPossessive(tokens[name.to]);
    const isHers = tokens[from]!.lower === (asks === ASKS.HE ? 'her' : 'his') && mentions[0]!.from < from && !(name && name.from < at);
    const first = isOwner ? name.to + 1 : from + 1;
    return (isOwner || isHers) && tokens.slice(first, Math.min(at, first + BETWEEN)).some(({ lower }) => kin.test(lower));
  });
}

/**
 * Whether somebody is named in nothing but what somebody unnamed says right before: "Dahl" of "The prosecutor said Dahl had lied. He said it was plain", where "he" is the
 * prosecutor.
 */
function isSpokenOf({ ground }: Scene, asked: Asked, { mentions }: Entity, before: Before | null): boolean {
  if (!before || !isBeside(ground, asked, before)) return false;
  const { parts, source } = before.quote;
  const [said, behind] = [parts[0], Math.min(asked.at, asked.contents[0]?.from ?? asked.at)];
  if (!source || !said || ground.sentenceAt[said.from] === ground.sentenceAt[behind]) return false;
  // In "Bell came to see the sea, she said", "she" may take up who is named in the words.
  if (pronounAsks(ground, source) && said.from < source.from) return false;
  if ((before.entity && before.entity.type !== 'UNNAMED') || !mayBe(ground, source, asked)) return false;
  const last = mentions[firstFrom(mentions, asked.at) - 1];
  return last !== undefined && parts.some(({ from, to }) => from <= last.from && last.to <= to);
}

/** Whether the quote before stands in the sentence before or in the same one. */
function isBeside({ sentenceAt }: Scene['ground'], { at, contents }: Asked, { quote: { parts, source, cue } }: Before): boolean {
  const begins = Math.min(at, contents[0]?.from ?? at);
  const end = Math.max(parts.at(-1)?.to ?? 0, source?.to ?? 0, cue?.to ?? 0);
  return end > 0 && end <= begins && sentenceAt[begins]! - sentenceAt[end - 1]! <= 1;
}

const isNamedIn = (mentions: readonly Run[], { from, to }: Run): boolean => {
  const mention = mentions[firstFrom(mentions, from)];
  return mention !== undefined && mention.to <= to;
};

const WOMAN = /(?:woman|mother|sister|daughter|wife|widow|actress|girl)$/;
const MAN = /(?:man|father|brother|son|husband|boy)$/;

/** Whether a source without a name may be "he" or "she": one person, of the same gender. */
function mayBe(ground: Scene['ground'], source: Run, { asks }: Asked): boolean {
  const pronoun = pronounAsks(ground, source);
  if (pronoun) return pronoun === asks;
  let head = source.from;
  while (head + 1 < source.to && !/^(?:of|for|at|in|from|to|with|who|,)$/.test(ground.tokens[head + 1]!.lower)) head++;
  const { lower } = ground.tokens[head]!;
  if (!isTitle(lower) && !WOMAN.test(lower) && !MAN.test(lower)) return false;
  return !(asks === ASKS.HE ? WOMAN : MAN).test(lower) || /(?:woman)$/.test(lower) === (asks === ASKS.SHE);
}
