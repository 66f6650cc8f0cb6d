import type { Span } from '../../span.ts';
import { isCapital } from '../layout/capitals.ts';
import type { Dateline } from '../layout/dateline.ts';
import { COUNTRY_ACRONYMS } from '../lexicon/countries.ts';
import { ENDS_COMPANY } from '../lexicon/legal-forms.ts';
import { type KnownOrganization, NO_ACRONYMS, ORGANIZATION_ENDINGS, ORGANIZATIONS, SHORT_FORMS } from '../lexicon/organizations.ts';
import { isTitle } from '../lexicon/titles.ts';
import { lineOf, spanOf } from '../words/positions.ts';
import { isNameWord, type Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';
import { type LearnedNames, learnedOf, learnedWithin } from './names.ts';
import { joinForms } from './organization-forms.ts';
import { smallAcronyms } from './small-acronyms.ts';

/** An organization that the text names. */
export interface Organization {
  /** The fullest form in this text, else the acronym. */
  readonly name: string;
  readonly acronym: string | null;
  readonly kind: KnownOrganization['kind'] | null;
  /** Its entry in the lexicon, where it has one. */
  readonly gazetteer: { readonly name: string; readonly aliases: readonly string[] } | null;
  readonly spans: readonly Span[];
}

/** One place where an organization is named, in tokens `from` up to `to`. */
interface Named extends Run {
  readonly form: string;
  readonly known: KnownOrganization | null;
  readonly kind: KnownOrganization['kind'] | null;
}

/** All places that name one organization. */
interface Group {
  readonly index: number;
  acronym: string | null;
  readonly known: KnownOrganization | null;
  readonly named: Named[];
}

const FORMS: ReadonlyMap<string, KnownOrganization> = new Map(
  ORGANIZATIONS.flatMap((known) =>
    [known.name, ...known.aliases, ...(known.acronym ? [known.acronym] : [])].flatMap((form) =>
      // Agencies that can't print "&" write "and".
      [form, form.replace(' & ', ' and ')].map((written) => [written, known] as const),
    ),
  ),
);
/** Everything that one of them begins with: most words with a capital begin none, and need not be looked at any further. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...FORMS.keys()].flatMap((form) => Array.from({ length: form.length }, (_, last) => form.slice(0, last + 1))),
);
const LONGEST_FORM = 8;
/** Small words inside names of organizations. */
const INSIDE: ReadonlySet<string> = new Set(['of', 'the', 'for', 'on', 'de', 'a']);

/**
 * Finds organizations: those of the lexicon, those that a model found, names that end in a word for a group, "Full Name (ACRONYM)", and other
 * words in capitals. An acronym and its full name are one.
 */
export function findOrganizations({
  text,
  tokens,
  runs,
  dateline,
  learned,
}: {
  text: string;
  tokens: readonly Token[];
  runs: readonly Run[];
  dateline: Dateline | null;
  learned: LearnedNames | null;
}): {
  organizations: Organization[];
  organizationAt: ReadonlyMap<number, number>;
} {
  // Of a dateline only the agency is an organization: its place stands in capitals too.
  const filed = ({ from }: Named) => {
    const { start } = tokens[from]!;
    return dateline === null || start >= dateline.end || start < dateline.start || start === dateline.agencySpan?.start;
  };
  const byRules = [...knownIn(text, tokens), ...endingIn(text, tokens, runs), ...acronymsIn(tokens)];
  const small = smallAcronyms(tokens);
  const named = [
    ...(learned ? byRules.filter((one) => isLeft(learned, one)) : byRules),
    ...(learned ? learnedIn(text, tokens, learned) : []),
  ]
    .filter((one) => filed(one) && !small.has(one.form))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const groups: Group[] = [];
  const byForm = new Map<string, Group>();
  const organizationAt = new Map<number, number>();
  let end = 0;
  for (const one of named) {
    if (one.from < end) continue;
    end = one.to;
    const before = one.known ? `known:${one.known.name}` : one.form;
    const group = byForm.get(before) ?? byForm.get(one.form) ?? { index: groups.length, acronym: null, known: one.known, named: [] };
    if (group.named.length === 0) groups.push(group);
    group.named.push(one);
    byForm.set(before, group);
    const acronym = acronymBehind(tokens, one.to);
    if (acronym && fits(acronym, one.form)) {
      group.acronym ??= acronym;
      if (!byForm.has(acronym)) byForm.set(acronym, group);
    }
    for (let i = one.from; i < one.to; i++) organizationAt.set(i, group.index);
  }
  return joined(tokens, groups, organizationAt);
}

/** The organizations, each short form with the name that it is short for. */
function joined(tokens: readonly Token[], groups: readonly Group[], organizationAt: ReadonlyMap<number, number>) {
  const owners = joinForms(
    groups.map(({ named, acronym, known }) => ({ forms: [...new Set(named.map(({ form }) => form))], acronym, isKnown: known !== null })),
  );
  const kept = groups.filter(({ index }) => owners[index] === index);
  const place = new Map(kept.map(({ index }, i) => [index, i]));
  const placeOf = (index: number) => place.get(owners[index]!)!;
  return {
    organizations: kept.map((group) => {
      const named = groups.flatMap((other) => (owners[other.index] === group.index ? other.named : []));
      return organizationOf(tokens, { ...group, named: named.sort((a, b) => a.from - b.from) });
    }),
    organizationAt: new Map([...organizationAt].map(([token, index]) => [token, placeOf(index)])),
  };
}

function organizationOf(tokens: readonly Token[], { acronym, known, named }: Group): Organization {
  const short = named.find(({ form }) => form === known?.acronym || form === acronym || isAcronym(form))?.form ?? acronym;
  const full = named.map(({ form }) => form).filter((form) => form !== short);
  const name = full.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? short ?? named[0]!.form;
  return {
    name,
    acronym: short,
    kind: known?.kind ?? named.find(({ kind }) => kind)?.kind ?? null,
    gazetteer: known && { name: known.name, aliases: known.aliases },
    spans: named.map((run) => spanOf(tokens, run)),
  };
}

const isAcronym = (form: string) => /^[\p{Lu}&]{2,6}s?$/u.test(form) && !NO_ACRONYMS.has(form) && !COUNTRY_ACRONYMS.has(form);

/** Whether what rules found stands beside what a model found: where both found something the model knows how far it reaches, and what else it is. */
function isLeft(learned: LearnedNames, { from, to, known }: Named): boolean {
  const others = learnedWithin(learned, { from, to });
  if (!known) return false;
  return others.every((other) => from <= other.from && other.to <= to);
}

const learnedIn = (text: string, tokens: readonly Token[], learned: LearnedNames): Named[] =>
  learnedOf(learned, 'ORGANIZATION').flatMap(({ from, to }) => {
    const printed = lineOf({ text, tokens }, { from, to });
    if (NO_ACRONYMS.has(printed)) return [];
    const form = learned.usual.get(printed) ?? printed;
    const known = FORMS.get(SHORT_FORMS.get(form) ?? form) ?? FORMS.get(bareForm(form)) ?? null;
    return { from, to, form, known, kind: known?.kind ?? ORGANIZATION_ENDINGS.get(tokens[to - 1]!.text) ?? null };
  });

/** "Webber" of "Webber and Co Inc" and "Webber Ltd", "Water Board" of "U.S. Water Board". */
function bareForm(form: string): string {
  const bare = form.replace(/ (?:and|&) Co\b.*$/, '').replace(/^(?:US|U\.S\.) /, '');
  const last = bare.lastIndexOf(' ');
  return last > 0 && ENDS_COMPANY.has(bare.slice(last + 1).toLowerCase()) ? bare.slice(0, last).replace(/,$/, '') : bare;
}

function* knownIn(text: string, tokens: readonly Token[]): Generator<Named> {
  for (let from = 0; from < tokens.length; from++) {
    const word = tokens[from]!.text;
    if (!isCapital(word) || !BEGINNINGS.has(word)) continue;
    for (let to = Math.min(from + LONGEST_FORM, tokens.length); to > from; to--) {
      const form = lineOf({ text, tokens }, { from, to });
      const known = FORMS.get(form);
      // "Congress Street": a longer name that only begins like a known one is another.
      if (known && (to - from > 1 || known.acronym || !isNameWord(tokens, to) || isTitle(tokens[to]!.lower))) {
        const end = ENDS_COMPANY.has(tokens[to]?.lower ?? '') && !tokens[to - 1]!.endsSentence ? to + 1 : to;
        yield { from, to: end, form: lineOf({ text, tokens }, { from, to: end }), known, kind: known.kind };
        break;
      }
    }
  }
}

function* endingIn(text: string, tokens: readonly Token[], runs: readonly Run[]): Generator<Named> {
  const named = (from: number, to: number, kind: Named['kind']): Named => ({
    from,
    to,
    form: lineOf({ text, tokens }, { from, to }),
    known: null,
    kind,
  });
  for (const run of runs) {
    const from = ownersBefore(tokens, run.from);
    for (let to = run.to; to > run.from; to--) {
      const kind = ORGANIZATION_ENDINGS.get(tokens[to - 1]!.text);
      // "Ministry of Finance", "University of Ostley": the word alone names nothing.
      const end = kind === undefined ? to : tail(tokens, to);
      if (kind === undefined || end - from < 2) continue;
      yield named(from, end, kind);
      break;
    }
  }
}

/** Where "Ferry Captains’" or "People’s" begins before the rest of a name; the rest's own start where no such thing stands there. */
function ownersBefore(tokens: readonly Token[], from: number): number {
  const [mark, owners] = [tokens[from - 1]?.text ?? '', tokens[from - 2]];
  const plural = /^['’]$/.test(mark) && /s$/.test(owners?.text ?? '');
  if (!(plural || (/^['’]s$/.test(mark) && /^(?:people|women|men|children)$/.test(owners?.lower ?? '')))) return from;
  let at = from - 2;
  while (isNameWord(tokens, at) && from - at < LONGEST_FORM) at--;
  return at + 1 > from - 2 ? from : at + 1;
}

/** Where a name ends that goes on with "of …". */
function tail(tokens: readonly Token[], to: number): number {
  if (!INSIDE.has(tokens[to]?.text ?? '')) return to;
  if (tokens[to]!.text === 'a') return to;
  let at = to + 1;
  while (INSIDE.has(tokens[at]?.text ?? '')) at++;
  if (!isNameWord(tokens, at)) return to;
  while (isNameWord(tokens, at)) at++;
  return at;
}

function* acronymsIn(tokens: readonly Token[]): Generator<Named> {
  for (let i = 0; i < tokens.length; i++) {
    const form = tokens[i]!.text;
    if ((isCapital(form) || form.startsWith('&')) && isAcronym(form) && !shouting(tokens, i))
      yield { from: i, to: i + 1, form, known: null, kind: null };
  }
}

/** Whether the words around one in capitals are in capitals too, as in headlines. */
const shouting = (tokens: readonly Token[], i: number) =>
  [i - 1, i + 1].some(
    (at) => /^\p{Lu}{3,}$/u.test(tokens[at]?.text ?? '') && !FORMS.has(tokens[at]!.text) && touchesWord(tokens, Math.min(i, at)),
  );
const touchesWord = (tokens: readonly Token[], i: number) => tokens[i + 1]!.start - tokens[i]!.end <= 1;

/** The acronym in parentheses behind a name. */
function acronymBehind(tokens: readonly Token[], to: number): string | null {
  const [open, acronym, close] = [tokens[to]?.text, tokens[to + 1]?.text, tokens[to + 2]?.text];
  return open === '(' && close === ')' && acronym && /^\p{Lu}[\p{L}&]{1,7}$/u.test(acronym) ? acronym : null;
}

/** Whether the letters of an acronym begin words of the name, in order. */
function fits(acronym: string, name: string): boolean {
  const initials = name
    .split(/[\s-]+/)
    .map((word) => word[0]?.toUpperCase())
    .join('');
  let at = -1;
  const found = [...acronym.toUpperCase()].filter((letter) => {
    const next = initials.indexOf(letter, at + 1);
    if (next < 0) return false;
    at = next;
    return true;
  });
  return found.length >= Math.min(2, acronym.length) && found[0] === acronym[0]?.toUpperCase();
}
