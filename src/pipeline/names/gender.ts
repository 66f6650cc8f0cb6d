import { type Quotation, quotationOf } from '../layout/quotations.ts';
import type { Token } from '../words/tokens.ts';
import type { Person, PersonMention } from './people.ts';

const TOLD: ReadonlyMap<string, 'F' | 'M'> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'M'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'F'] as const),
]);

/** Pronouns that must agree, since a single one is somebody else's in one case of twenty; and for each that does not. */
const FEWEST = 2;
const SURE = 3;

/**
 * Gives people whose names and titles tell no gender that of the pronouns behind them: the first in the same sentence, or the one that
 * begins the next, where nobody else is named in either before, outside quotation marks. Of 170 people whose names tell it in
 * PolNeAR's training articles and the own ones, one is told wrongly.
 */
export function tellGenders({
  tokens,
  quotations,
  people,
  personMentions,
}: {
  tokens: readonly Token[];
  quotations: readonly Quotation[];
  people: readonly Person[];
  personMentions: readonly PersonMention[];
}): { people: Person[] } {
  if (people.every(({ gender }) => gender)) return { people: [...people] };
  const inQuotation = quotationOf({ tokens, quotations });
  const told = genderOfPronouns(tokens, (token) => inQuotation[token]! >= 0, personMentions);
  return { people: people.map((person, index) => (person.gender ? person : { ...person, gender: told.get(index) ?? null })) };
}

/** For each person, by index, what most pronouns behind the name say. */
function genderOfPronouns(
  tokens: readonly Token[],
  isQuoted: (token: number) => boolean,
  mentions: readonly PersonMention[],
): ReadonlyMap<number, 'F' | 'M'> {
  const votes = new Map<number, { F: number; M: number }>();
  for (const [i, { titleFrom, to, person }] of mentions.entries()) {
    if (isQuoted(to - 1) || tokens[titleFrom - 1]?.pos === 'ADP' || /^['’]s?$/.test(tokens[to]?.text ?? '')) continue;
    if (i > 0 && !tokens.slice(mentions[i - 1]!.to, titleFrom).some(({ endsSentence }) => endsSentence)) continue;
    const gender = firstPronoun(tokens, isQuoted, to, mentions[i + 1]?.from ?? tokens.length);
    if (!gender) continue;
    const own = votes.get(person) ?? { F: 0, M: 0 };
    own[gender]++;
    votes.set(person, own);
  }
  return new Map(
    [...votes].flatMap(([person, { F, M }]) =>
      Math.max(F, M) >= Math.max(FEWEST, SURE * Math.min(F, M)) ? [[person, F > M ? ('F' as const) : ('M' as const)]] : [],
    ),
  );
}

function firstPronoun(tokens: readonly Token[], isQuoted: (token: number) => boolean, from: number, end: number): 'F' | 'M' | null {
  for (let at = from; at < end; at++) {
    if (isQuoted(at)) continue;
    const gender = TOLD.get(tokens[at]!.lower);
    if (gender) return gender;
    if (tokens[at]!.endsSentence) return at + 1 < end && !isQuoted(at + 1) ? (TOLD.get(tokens[at + 1]!.lower) ?? null) : null;
  }
  return null;
}
