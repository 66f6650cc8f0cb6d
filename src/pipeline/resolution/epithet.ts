import { firstEndingBehind } from '../../span.ts';
import { isInhabitant } from '../lexicon/countries.ts';
import { titleWords } from '../names/roles/role.ts';
import { firstFrom, paragraphAt } from '../words/positions.ts';
import type { Asked, Scene } from './candidates.ts';
import type { Entity } from './entities.ts';
import { isNamedSince, type Memory } from './memory.ts';

/** Words by which papers call again whom they have just quoted, and nobody else: no offices, which others may hold, and no kin. */
const EPITHETS: ReadonlySet<string> = new Set(
  `actor actress all-rounder author batsman bowler boxer champion comedian composer cyclist dancer defender driver forward frontman full-back
  fullback golfer goalkeeper grandfather grandmother guitarist jockey keeper midfielder musician novelist octogenarian pensioner playmaker poet
  quarterback racer rapper sculptor singer skipper songwriter sprinter star striker swimmer teenager veteran winger youngster`.split(/\s+/),
);

/**
 * Who "the midfielder" or "the Norwegian" is: whoever spoke last, in the same paragraph, where nobody else has been named since; else the only
 * one named in the paragraph. Null for other sources, where the article tells of another by that word, and where that is unsure.
 */
export function byEpithet(scene: Scene, asked: Asked, memory: Memory): Entity | null {
  const { ground, people, rules } = scene;
  const { speaker, end } = memory;
  const { source, at } = asked;
  if (!source || source.to - source.from !== 2) return null;
  const { tokens } = ground;
  const [the, noun] = [tokens[source.from]!, tokens[source.from + 1]!];
  if (the.lower !== 'the' || !(EPITHETS.has(noun.lower) || isInhabitant(noun.text))) return null;
  const before = Math.min(at, source.from);
  const begins = rules.paragraphs[paragraphAt(rules.paragraphs, tokens[before]!.start)]?.start ?? 0;
  const spokeHere = speaker?.type === 'PERSON' && tokens[end - 1]!.start >= begins;
  const meant = spokeHere ? speaker : onlyOne(scene, begins, source.from);
  if (!meant) return null;
  const isHeld = people.some(({ roles }, index) => index !== meant.index && roles.some((role) => titleWords(role).includes(noun.lower)));
  return isHeld || (spokeHere && isNamedSince(scene, memory, source.from)) ? null : meant;
}

/** The only person named between an offset and a token; null where there are none or more. */
function onlyOne({ ground: { tokens }, entities }: Scene, since: number, before: number): Entity | null {
  const first = firstEndingBehind(tokens, since);
  const named = entities.named.filter(({ type, mentions }) => {
    const mention = mentions[firstFrom(mentions, first)];
    return type === 'PERSON' && mention !== undefined && mention.to <= before;
  });
  return named.length === 1 ? named[0]! : null;
}
