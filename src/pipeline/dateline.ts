import type { Span } from '../span.ts';
import type { Header } from './header.ts';
import { agencies } from './lexicon/agencies.ts';

/** Where a wire story was filed and by whom, printed before its first sentence: `MOSCOW, December 30. /TASS/.` */
export interface Dateline extends Span {
  /** In title case, as readers know it: `Moscow`. */
  readonly place: string;
  /** The place as printed, for naming it. */
  readonly placeSpan: Span;
  /** The region printed beside the place: `Leningrad Region`. */
  readonly region: string | null;
  /** By the name readers know; null where none is printed. */
  readonly agency: string | null;
  /** The agency as printed. */
  readonly agencySpan: Span | null;
  /** Month and day as printed: `December 30`. */
  readonly day: string | null;
}

const PLACE = String.raw`(?<place>\p{Lu}[\p{Lu}.'’-]+(?:[ -]\p{Lu}[\p{Lu}.'’-]*)*)`;
const REGION = String.raw`(?:,?\s*/(?<slashed>\p{Lu}[\p{L} .'-]+)/|,\s*(?<region>\p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?)(?=,|\s*[(/–—-]))?`;
const DAY = String.raw`(?:,\s*(?<day>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\p{Ll}*\.?\s\d{1,2}(?:,?\s\d{4})?))?`;
const AGENCY = String.raw`(?:[.,]?\s*[/(](?<agency>\p{L}[\p{L}. ]{1,24})[/)])?`;
const WIRE = new RegExp(String.raw`^\s*(?:${PLACE}${REGION}${DAY})?${AGENCY}\s*(?<end>\.|--|[–—-])\s+(?=\S)`, 'dgu');

/** Finds the dateline at the beginning of what follows the header, or of a line near it; most articles outside the wires have none. */
export function readDateline({ text, header }: { text: string; header: Header | null }): { dateline: Dateline | null } {
  for (const from of beginnings(text, header?.end ?? 0)) {
    const dateline = datelineAt(text, from);
    if (dateline) return { dateline };
  }
  return { dateline: null };
}

/** Lines above the text, headline and byline among them, at most. */
const LINES_ABOVE = 5;

function beginnings(text: string, start: number): number[] {
  const starts = [start];
  for (let at = text.indexOf('\n', start); at >= 0 && starts.length < LINES_ABOVE; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function datelineAt(text: string, from: number): Dateline | null {
  // Only so much is looked at: a line can be the whole text.
  const match = new RegExp(WIRE.source, 'du').exec(text.slice(from, from + 200));
  const { place, slashed, region, day, agency } = match?.groups ?? {};
  const known = agency && agencies.get(agency.toUpperCase());
  if (!match || !(day || agency) || !(place || known)) return null;
  // "NASA (the space agency) - …" has no date and no agency that anybody knows.
  if (!day && !known && agency !== agency?.toUpperCase()) return null;
  const at = (name: string) => {
    const [start, end] = match.indices!.groups![name]!;
    return { start: from + start, end: from + end };
  };
  const lead = match[0].length - match[0].trimStart().length;
  return {
    start: from + lead,
    end: from + match.indices!.groups!.end![1],
    place: place ? titleCase(place) : '',
    placeSpan: place ? at('place') : { start: from + lead, end: from + lead },
    region: slashed ?? region ?? null,
    agency: agency ? (known ?? agency) : null,
    agencySpan: agency ? at('agency') : null,
    day: day ?? null,
  };
}

const titleCase = (name: string) => name.toLowerCase().replace(/(?<=^|[ -])\p{Ll}/gu, (letter) => letter.toUpperCase());
