import { isInhabitant } from '../lexicon/countries.ts';
import { PART } from '../sources/ground.ts';
import { firstFrom } from '../words/positions.ts';
import type { Asked, Scene } from './candidates.ts';
import type { Entity } from './entities.ts';
import type { Memory } from './memory.ts';

/** Words by which papers call again whom they have just quoted, and nobody else: no offices, which others may hold, and no kin. */
const EPITHETS: ReadonlySet<string> = new Set(
  `actor actress all-rounder author batsman bowler boxer champion comedian composer cyclist dancer defender driver forward frontman full-back
  fullback golfer goalkeeper grandfather grandmother guitarist jockey keeper midfielder musician novelist octogenarian pensioner playmaker poet
  quarterback racer rapper sculptor singer skipper songwriter sprinter star striker swimmer teenager veteran winger youngster`.split(/\s+/),
);

/**
 * Who "the midfielder" or "the Norwegian" is: whoever spoke last, in the same paragraph, where nobody else has been named since. Null for other sources, where
 * the article tells of another by that word, and where that is unsure.
 */
export function byEpithet({ ground, entities, people, rules }: Scene, { source, at }: Asked, { speaker, end }: Memory): Entity | null {
  if (!source || source.to - source.from !== 2 || speaker?.type !== 'PERSON') return null;
  const { tokens, parts } = ground;
  const [the, noun] = [tokens[source.from]!, tokens[source.from + 1]!];
  if (the.lower !== 'the' || !(EPITHETS.has(noun.lower) || isInhabitant(noun.text))) return null;
  const apart = rules.paragraphs.some(({ start }) => start > tokens[end - 1]!.start && start <= tokens[Math.min(at, source.from)]!.start);
  const isHeld = people.some(
    ({ roles }, index) => index !== speaker.index && roles.some(({ title }) => title.toLowerCase().includes(noun.lower)),
  );
  const isNamed = ({ mentions }: Entity) => {
    const next = mentions[firstFrom(mentions, end)];
    return next !== undefined && next.from < source.from && parts[next.from - 1] !== PART.ADP;
  };
  const others = entities.named.some((one) => one.type === 'PERSON' && one !== speaker && isNamed(one));
  return apart || isHeld || others ? null : speaker;
}
