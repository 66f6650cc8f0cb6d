import type { Span } from '../../span.ts';
import { agencies } from '../lexicon/agencies.ts';
import { CALENDAR } from '../lexicon/calendar.ts';
import { PLACES } from '../lexicon/places.ts';
import { capitalized } from './capitals.ts';
import type { Header } from './header.ts';
import { BYLINE, DESK_NOTE } from './lines-above.ts';

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

/** A hyphen parts words and is in none: what could be read in two ways would be tried in all of them, which doubles with every hyphen. */
const PLACE = String.raw`(?<place>\p{Lu}[\p{Lu}.'’]+(?:[ -]\p{Lu}[\p{Lu}.'’]*)*)`;
/** Where else it was filed: `LONDON/NEW YORK`. */
const AND_PLACE = String.raw`(?:/\p{Lu}[\p{Lu}.'’]+(?:[ -]\p{Lu}[\p{Lu}.'’]*)*)?`;
const TITLED = String.raw`(?<place>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})`;
const REGION = String.raw`(?:,?\s*/(?<slashed>\p{Lu}[\p{L} .'-]+)/|,\s*(?<region>\p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?)(?=,|\s*[(/–—―-]))?`;
const MONTH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
  .map((month) => `${month[0]!.toUpperCase()}(?:${month.slice(1)}|${month.slice(1).toUpperCase()})`)
  .join('|');
const DAY = String.raw`(?<day>(?:${MONTH})\p{L}*\.?\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}\s(?:${MONTH})\p{L}*(?:\s\d{4})?)`;
const AGENCY = String.raw`[/(](?<agency>\p{L}[\p{L}. ]{1,24})[/)]`;
const END = String.raw`\s*(?<end>\.-|\.|--|[–—―_-])\s+(?=\S)`;

/** How newspapers write it, with no agency and no day, before a sentence: PORT ELLERY, Vel. — The council … */
const PLACE_ALONE = form(
  String.raw`(?<place>\p{Lu}[\p{Lu}'’][\p{Lu}.'’]+(?:[ -]\p{Lu}[\p{Lu}.'’]*){0,3})${REGION}\s+(?<end>--|[–—―-])\s+(?=["“'‘(]*[\p{Lu}\d])`,
);
/** How papers of India write it: `New Delhi: The prime minister …`, `NEW DELHI: …`. */
const PLACE_AND_COLON = form(String.raw`(?<place>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2})${REGION}(?<end>:)\s+(?=["“'‘(]*[\p{Lu}\d])`);
/** The least that must follow in the line, in characters: less is a caption or a heading. */
const PARAGRAPH = 60;
/** The longest line above it, in characters: longer is text. */
const HEADLINE = 200;
/** What else stands there in capitals. */
const LABELS =
  /^(?:EXCLUSIVE|(?:BREAKING )?NEWS|BREAKING|UPDATED?|LIVE|WATCH|VIDEO|AUDIO|PHOTOS?|PICTURES?|ANALYSIS|OPINION|COMMENT(?:ARY)?|EDITORIAL|COLUMN|LETTERS?|REVIEW|FEATURE|PROFILE|INTERVIEW|EXPLAINER|FACTBOX|TIMELINE|CORRECT(?:ION|ED)|REPORT|POLL|SPORTS?|BUSINESS|POLITICS|WORLD|SUMMARY|ALERT|NOTE|(?:RE|UN)?POSTED|PUBLISHED|FILED|(?:DEAR )?(?:SIRS?|MADAM|EDITOR)|TO THE EDITOR)$/;

/** How the wires write it, the commonest first. What has no capitals or no dash must name an agency that is known. */
const FORMS: readonly { readonly form: RegExp; readonly needsAgency: boolean }[] = [
  // MOSCOW, December 30. /TASS/.   LONDON, Dec 30 (Reuters) -   PORT ELLERY, Vel. (AP) —   MOSCOW. Dec 30 (Interfax) -   (Bloomberg) --
  { form: form(`(?:${PLACE}${AND_PLACE}${REGION}(?:[,.]\\s*${DAY})?)?(?:[.,]?\\s*${AGENCY})?${END}`), needsAgency: false },
  // NEW DELHI, Dec 30: The council …   Berlin, Dec. 30: The council …
  { form: form(`(?:${PLACE}|${TITLED.replace('place', 'titled')})${REGION},?\\s+\\(?${DAY}\\)?(?<end>:)\\s+(?=\\S)`), needsAgency: false },
  // Berlin (dpa) -   Paris, Dec 30 (AFP) -
  { form: form(`${TITLED}${REGION}(?:[,.]\\s*${DAY})?[^\\S\\n]*${AGENCY}${END}`), needsAgency: true },
  // NEW DELHI, Dec 30 (PTI) The council …
  {
    form: form(`(?:${PLACE}|${TITLED.replace('place', 'titled')})${REGION},\\s*${DAY}\\s*${AGENCY}(?<end>)\\s+(?=\\S)`),
    needsAgency: true,
  },
  // Dec. 30 (Bloomberg) --
  { form: form(`${DAY}\\s*${AGENCY}${END}`), needsAgency: true },
  // (ANSA) - ROME, DEC 30 -
  { form: form(`${AGENCY}\\s*[-–—]\\s*${PLACE}(?:,\\s*${DAY})?${END}`), needsAgency: true },
];

function form(source: string): RegExp {
  return new RegExp(`^\\s*${source}`, 'du');
}

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
/** The same where the last of them that holds anything is a note of the desk, a byline or the name of an agency. */
const MOST_LINES_ABOVE = 10;

/** Where lines begin that may hold it. */
function beginnings(text: string, start: number): number[] {
  const starts = [start];
  let isBehindFront = false;
  for (let at = text.indexOf('\n', start); at >= 0; at = text.indexOf('\n', at + 1)) {
    const line = text.slice(starts.at(-1), at).trim();
    if (line !== '') isBehindFront = DESK_NOTE.test(line) || BYLINE.test(line) || agencies.has(line.toUpperCase());
    if (starts.length >= (isBehindFront ? MOST_LINES_ABOVE : LINES_ABOVE)) break;
    starts.push(at + 1);
  }
  return starts;
}

function datelineAt(text: string, from: number): Dateline | null {
  // Only so much is looked at: a line can be the whole text.
  const start = text.slice(from, from + 200);
  const found = FORMS.map(({ form, needsAgency }) => readForm(start, from, form, needsAgency)).filter((dateline) => dateline !== null);
  // Of `(ANSA) - ROME, DEC 30 -` the first form reads no more than the agency.
  return found.find(({ place }) => place !== '') ?? found[0] ?? readPlace(text, start, from);
}

function readForm(start: string, from: number, form: RegExp, needsAgency: boolean): Dateline | null {
  const match = form.exec(start);
  const { day, agency, place = match?.groups?.titled } = match?.groups ?? {};
  const known = agency && agencies.get(agency.toUpperCase());
  if (!match || !(day || agency) || !(place || known) || (needsAgency && !known)) return null;
  // "NASA (the space agency) - …" has no date and no agency that anybody knows, "RAIN (Monday) - …" none either.
  if (!day && !known && !isAgency(agency!)) return null;
  if (CALENDAR.has(place?.toLowerCase() ?? '') || LABELS.test(place?.toUpperCase() ?? '')) return null;
  return datelineOf(match, from);
}

/** Whether a name in brackets may be that of an agency that nobody knows: `PTV`, `EuroWire`. */
const isAgency = (name: string): boolean => name === name.toUpperCase() || /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(name);

/**
 * A place alone before what reads as the first paragraph, with nothing but a headline and the like above it. What the text has in
 * capitals once more is rather an acronym.
 */
function readPlace(text: string, start: string, from: number): Dateline | null {
  const match = PLACE_ALONE.exec(start) ?? knownAndColon(start, text);
  const place = match?.groups?.place;
  if (!match || !place || LABELS.test(place)) return null;
  const begins = from + match[0].length;
  const end = text.indexOf('\n', begins);
  if ((end < 0 ? text.length : end) - begins < PARAGRAPH || text.includes(place, begins)) return null;
  const above = text
    .slice(0, from)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const sentences = above.filter((line) => /[\p{Ll}\d][.!?]["”]?\s*$/u.test(line)).length;
  const isText = (line: string, i: number) => line.length > HEADLINE || (i > 0 && /\p{Ll}[.!?]["”]?\s+\S/u.test(line));
  return sentences > 1 || above.some(isText) ? null : datelineOf(match, from);
}

/** A large city or a country before a colon, or in capitals a place "in" which something happens later: any other name there may be whose words follow. */
function knownAndColon(start: string, text: string): RegExpExecArray | null {
  const match = PLACE_AND_COLON.exec(start);
  if (!match) return null;
  const [printed, place] = [match.groups!.place!, titleCase(match.groups!.place!)];
  return PLACES.has(place) || (printed !== place && isMentioned(text, `in ${place}`)) ? match : null;
}

/** Whether words stand in a text, whole. */
function isMentioned(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at > 0 && !/\p{L}/u.test(text[at - 1]!) && !/[\p{L}’'-]/u.test(text[at + words.length] ?? ' ');
}

function datelineOf(match: RegExpExecArray, from: number): Dateline {
  const { slashed, region, day, agency, place = match.groups!.titled } = match.groups!;
  const at = (name: string) => {
    const [start, end] = match.indices!.groups![name]!;
    return { start: from + start, end: from + end };
  };
  const lead = match[0].length - match[0].trimStart().length;
  return {
    start: from + lead,
    end: at('end').end,
    place: place ? titleCase(place) : '',
    placeSpan: place ? at(match.groups!.place ? 'place' : 'titled') : { start: from + lead, end: from + lead },
    region: slashed ?? region ?? null,
    agency: agency ? (agencies.get(agency.toUpperCase()) ?? agency) : null,
    agencySpan: agency ? at('agency') : null,
    day: day ?? null,
  };
}

const titleCase = (name: string) => (/\p{Ll}/u.test(name) ? name : capitalized(name));
