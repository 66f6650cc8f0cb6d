import { COUNTRY_OF } from '../lexicon/countries.ts';
import { GIVEN_NAMES } from '../lexicon/given-names.ts';
import { ENDS_COMPANY } from '../lexicon/legal-forms.ts';
import { COMPANY, ORGANIZATION_ENDINGS } from '../lexicon/organizations.ts';
import { isSite } from '../words/sites.ts';

/** The forms in which an article names what may be one organization with others. */
export interface OrganizationForms {
  readonly forms: readonly string[];
  /** What the article gives behind the name in brackets. */
  readonly acronym: string | null;
  /** It stands in the lexicon, which knows its forms: it is a short form of nothing. */
  readonly isKnown: boolean;
}

/**
 * For each organization of an article the index of the one that it is a short form of, or its own: the acronym of a name whose words begin
 * with its letters, "Rovers" where only "Ostley Rovers" are named, "Halden Institute" of the "Halden Institute of Coastal Research",
 * "Dahl" of "Dahl Holdings", of "F.W. Dahl Petroleum Co" and of "Dahl.com". A form that two may have is nobody's.
 */
export function joinForms(organizations: readonly OrganizationForms[]): number[] {
  const longer = organizations.map(({ forms, isKnown }, index) => {
    if (isKnown) return index;
    const owners = organizations.flatMap((other, i) =>
      i !== index && forms.every((form) => form === other.acronym || other.forms.some((long) => isShortOf(form, long))) ? [i] : [],
    );
    return owners.length === 1 ? owners[0]! : index;
  });
  // "Dahl" of "Dahl Holdings" of …: each is shorter than the next, so that no way leads in a circle.
  const follow = (index: number): number => (longer[index] === index ? index : follow(longer[index]!));
  return longer.map((_, index) => follow(index));
}

function isShortOf(short: string, long: string): boolean {
  if (short.length >= long.length) return false;
  if (/^[\p{Lu}&]{3,6}$/u.test(short) && hasInitials(long, short)) return true;
  if (long === `The ${short}` || isCompany(short, long) || (long.startsWith(`${short}.`) && isSite(long))) return true;
  if (/^[\p{Lu}&]{2,6}$/u.test(short)) return false;
  if (long.startsWith(`${short} `)) return isRest(short, long.slice(short.length + 1));
  if (!long.endsWith(` ${short}`)) return false;
  const before = long.slice(0, -short.length - 1);
  // "Marlow" of "Edwin Marlow", a firm; "Foreign Ministry" of the "Norwegian Foreign Ministry".
  if (GIVEN_NAMES.has(before) && !short.includes(' ')) return true;
  return ENDS_ALONE.has(short) || (short.includes(' ') && COUNTRY_OF.has(before));
}

/** Words in names of companies that belong to others. */
const PART_OF = /^(?:America|Capital|Europe|Finance|International|Investment|Investments|Japan|Leasing|Securities|U\.?K\.?|U\.?S\.?A?\.?)$/;

/** Whether one word is what a company is called for short: "Dahl" of "F.W. Dahl Petroleum Co", of "Dahl Corp of Norland". */
function isCompany(short: string, long: string): boolean {
  if (short.includes(' ') || !long.includes(short)) return false;
  const words = long.replace(/^(?:\p{Lu}\.)+ /u, '').split(' ');
  if (words[0]!.replace(/['’]s$/, '') !== short || words.length < 2) return false;
  const ends = ENDS_COMPANY.has(words.at(-1)!.toLowerCase()) || (ENDS_COMPANY.has(words[1]!.toLowerCase()) && words[2] === 'of');
  return ends && !(words.length > 2 && words[2] !== 'of' && words.slice(1).some((word) => PART_OF.test(word)));
}

const SMALL = /^\p{Ll}/u;

/** Whether an acronym has the first letter of each word of a name, small words left out or not: "Department of Transport", DT or DOT. */
function hasInitials(name: string, acronym: string): boolean {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const initials = (some: readonly string[]) => some.map((word) => word[0]!.toUpperCase()).join('');
  const letters = acronym.replaceAll('&', '');
  return [words, words.filter((word) => !SMALL.test(word))].some((some) => initials(some) === letters);
}

/** Whether a name that goes on with some words may be called without them: behind "of", and the form of a company. */
function isRest(short: string, rest: string): boolean {
  if (/^(?:of|for) /.test(rest)) return short.includes(' ') || HEADS_ALONE.test(short);
  return rest
    .split(' ')
    .every((word) => ORGANIZATION_ENDINGS.get(word) === 'COMPANY' || COMPANY.test(word) || word === 'FC' || word === '&');
}

/** First words by which a name that goes on with "of" is called where only one of the article has it: "the Ministry". */
const HEADS_ALONE =
  /^(?:Ministry|Department|Commission|Committee|Council|Bureau|University|Institute|Association|Federation|Foundation|Board|Office)$/;

/** Last words by which a name is called where only one of the article has it. */
const ENDS_ALONE: ReadonlySet<string> = new Set(
  [...ORGANIZATION_ENDINGS].flatMap(([word, kind]) =>
    kind === 'SPORT' ||
    kind === 'EDUCATION' ||
    /^(?:Trust|Board|Commission|Foundation|Authority|Agency|Federation|League|Alliance)$/.test(word)
      ? [word]
      : [],
  ),
);
