import { addTo } from '../../grouped.ts';
import type { Span } from '../../span.ts';
import { isCapital } from '../layout/capitals.ts';
import type { Dateline } from '../layout/dateline.ts';
import { COUNTRY_ACRONYMS } from '../lexicon/countries.ts';
import { GIVEN_NAMES } from '../lexicon/given-names.ts';
import { PLACES } from '../lexicon/places.ts';
import { lineOf, spanOf } from '../words/positions.ts';
import type { Token } from '../words/tokens.ts';
import { type LearnedNames, learnedOf, usualForm } from './names.ts';

/** A country, city or region that the text names. */
export interface Place {
  readonly name: string;
  readonly spans: readonly Span[];
}

const LONGEST_NAME = 4;

/** Finds places of the lexicon and those that a model found, short forms of countries, and the place of the dateline, wherever no organization is named. */
export function findPlaces({
  text,
  tokens,
  dateline,
  organizationAt,
  learned,
}: {
  text: string;
  tokens: readonly Token[];
  dateline: Dateline | null;
  organizationAt: ReadonlyMap<number, number>;
  learned: LearnedNames | null;
}): { places: Place[]; placeAt: ReadonlySet<number> } {
  const spans = new Map<string, Span[]>();
  const placeAt = new Set<number>();
  if (dateline?.place) addTo(spans, dateline.place, dateline.placeSpan);
  const filedFrom = dateline?.place ?? '';
  const learnedTo = new Map(learnedOf(learned, 'PLACE').map(({ from, to }) => [from, to]));
  for (let from = 0; from < tokens.length; from++) {
    const end = learnedTo.get(from);
    if (!(end || isCapital(tokens[from]!.text)) || organizationAt.has(from) || (dateline && tokens[from]!.start < dateline.end)) continue;
    if (learned && learned.at[from]! >= 0 && end === undefined) continue;
    for (let to = end ?? Math.min(from + LONGEST_NAME, tokens.length); to > from; to--) {
      const span = spanOf(tokens, { from, to });
      const form = lineOf({ text, tokens }, { from, to });
      const name =
        COUNTRY_ACRONYMS.get(form) ?? (to === end ? usualForm(learned!, form) : PLACES.has(form) || form === filedFrom ? form : null);
      if (!name || (to !== end && isPerson(tokens, from, to))) continue;
      addTo(spans, name, span);
      for (let i = from; i < to; i++) placeAt.add(i);
      from = to - 1;
      break;
    }
  }
  return { places: [...spans].map(([name, spans]) => ({ name, spans })), placeAt };
}

/** Whether a place's name is part of a person's: "Paris Hilton", "Jack London". */
const isPerson = (tokens: readonly Token[], from: number, to: number) =>
  GIVEN_NAMES.has(tokens[from - 1]?.text ?? '') ||
  (to - from === 1 && GIVEN_NAMES.has(tokens[from]!.text) && /^\p{Lu}\p{Ll}/u.test(tokens[to]?.text ?? ''));
