import { normalize } from '../normalize.ts';
import { printedIn } from './spans.ts';

/** What mentions call a noun: for each name, acronym, kind and printed form how many do. Lists that are empty are left out. */
export interface Forms {
  readonly names?: Tally;
  readonly acronyms?: Tally;
  readonly kinds?: Tally;
  readonly aliases?: Tally;
}
type Tally = Readonly<Record<string, number>>;

/** What some mentions add to a noun, or with negative counts take from it. */
export interface Delta {
  /** Mentions by all articles, superseded ones too: a noun without any is gone. */
  readonly mentionCount: number;
  readonly articleCount: number;
  readonly quoteCount: number;
  readonly forms: Forms;
}

/** The part of a mention that its noun is made of. */
export interface NounMention {
  /** Null where it is what is printed first. */
  readonly name: string | null;
  readonly acronym: string | null;
  readonly kind: string | null;
  /** Forms that a gazetteer knows and the article does not print, one a line. */
  readonly gazetteer: string | null;
  /** Where it is named, and in which words. */
  readonly spans: string;
  readonly text: string;
  readonly quoteCount: number;
  readonly current: boolean;
}

/** What one mention adds to its noun; or, with `sign` -1, takes from it. */
export function deltaOf(mention: NounMention, sign: 1 | -1 = 1): Delta {
  const { acronym, kind, quoteCount, current } = mention;
  return {
    mentionCount: sign,
    articleCount: current ? sign : 0,
    quoteCount: current ? sign * quoteCount : 0,
    forms: compact({
      names: { [nameIn(mention)]: sign },
      acronyms: acronym === null ? {} : { [acronym]: sign },
      kinds: kind === null ? {} : { [kind]: sign },
      aliases: Object.fromEntries(formsIn(mention).map((form) => [form, sign])),
    }),
  };
}

/** The fullest form in the article of a mention. */
export const nameIn = (mention: Pick<NounMention, 'name' | 'spans' | 'text'>): string => mention.name ?? printedIn(mention)[0]!;

/** The forms of a mention: those that its article prints, and those that a gazetteer knows. */
const formsIn = (mention: NounMention): readonly string[] => [...(mention.gazetteer?.split('\n') ?? []), ...printedIn(mention)];

/** Both together; forms that nothing gives any longer are left out. */
export const add = (a: Delta, b: Delta): Delta => ({
  mentionCount: a.mentionCount + b.mentionCount,
  articleCount: a.articleCount + b.articleCount,
  quoteCount: a.quoteCount + b.quoteCount,
  forms: compact({
    names: sum(a.forms.names, b.forms.names),
    acronyms: sum(a.forms.acronyms, b.forms.acronyms),
    kinds: sum(a.forms.kinds, b.forms.kinds),
    aliases: sum(a.forms.aliases, b.forms.aliases),
  }),
});

/** The same forms in one order, whatever came first: they are stored as they are written. */
const inOrder = (forms: Forms): Forms =>
  Object.fromEntries(
    (['names', 'acronyms', 'kinds', 'aliases'] as const).flatMap((list) => {
      const tally = forms[list];
      return tally ? [[list, sorted(tally)]] : [];
    }),
  );

function sorted(tally: Tally): Tally {
  const forms = Object.keys(tally);
  return forms.length < 2 ? tally : Object.fromEntries(forms.sort(compare).map((form) => [form, tally[form]!]));
}

/**
 * Forms as a noun's row holds them, without what its columns say: each mention has one name, so that those that have the noun's own are all that are
 * left; and where all print it, which is so of most nouns, it is left out of the printed forms. Where none does, it stands there with 0.
 */
export function packForms({ names = {}, aliases = {}, ...others }: Forms, name: string, mentionCount: number): Forms {
  const printed = Object.hasOwn(aliases, name) ? aliases[name]! : 0;
  const [otherNames, otherForms] = [without(names, name), without(aliases, name)];
  return inOrder(
    compact({
      names: otherNames,
      acronyms: {},
      kinds: {},
      ...others,
      aliases: printed === mentionCount ? otherForms : { ...otherForms, [name]: printed },
    }),
  );
}

/** The forms that were packed. */
export function unpackForms({ names = {}, aliases = {}, ...others }: Forms, name: string, mentionCount: number): Forms {
  const called = mentionCount - Object.values(names).reduce((total, count) => total + count, 0);
  const printed = Object.hasOwn(aliases, name) ? aliases[name]! : mentionCount;
  const all = { names: { ...names, [name]: called }, acronyms: {}, kinds: {}, ...others, aliases: { ...aliases, [name]: printed } };
  return compact({ ...all, names: sum(all.names), aliases: sum(all.aliases) });
}

const without = ({ ...tally }: Tally, form: string): Tally => {
  delete (tally as Record<string, number>)[form];
  return tally;
};

/** Whether it changes nothing. */
export const isNothing = ({ mentionCount, articleCount, quoteCount, forms }: Delta): boolean =>
  mentionCount === 0 && articleCount === 0 && quoteCount === 0 && Object.keys(forms).length === 0;

/** Whether both have the same names, acronyms, kinds and printed forms, however often. */
export const haveSameForms = (a: Forms, b: Forms): boolean =>
  (['names', 'acronyms', 'kinds', 'aliases'] as const).every((list) => haveSameKeys(a[list] ?? {}, b[list] ?? {}));

function haveSameKeys(a: Tally, b: Tally): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
}

/** What a noun is called, given all forms that mentions give it. */
export interface Called {
  readonly name: string;
  readonly acronym: string | null;
  readonly kind: string | null;
  readonly aliases: string[];
  readonly normalized: string[];
}

/** Of the names, one that is no acronym, not all in capitals, and the most frequent; ties by the order of their characters. */
export function called({ names = {}, acronyms = {}, kinds = {}, aliases = {} }: Forms): Called {
  const penalty = (name: string) => (Object.hasOwn(acronyms, name) ? 2 : 0) + (name === name.toUpperCase() ? 1 : 0);
  const name = Object.keys(names).sort((a, b) => penalty(a) - penalty(b) || names[b]! - names[a]! || compare(a, b))[0]!;
  const acronym = mostFrequent(acronyms);
  const forms = Object.keys(aliases).sort(compare);
  return {
    name,
    acronym,
    kind: mostFrequent(kinds),
    aliases: forms.filter((form) => form !== name && form !== acronym),
    normalized: [...new Set([...Object.keys(names), ...Object.keys(acronyms), ...forms].map(normalize))].sort(compare),
  };
}

const mostFrequent = (tally: Tally): string | null => Object.keys(tally).sort((a, b) => tally[b]! - tally[a]! || compare(a, b))[0] ?? null;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function sum(a: Tally = {}, b: Tally = {}): Tally {
  // A form may be any word: without a prototype, "constructor" too.
  const total: Record<string, number> = Object.assign(Object.create(null), a);
  for (const [form, count] of Object.entries(b)) total[form] = (total[form] ?? 0) + count;
  for (const form in total) if (total[form] === 0) delete total[form];
  return total;
}

const compact = (forms: Required<Forms>): Forms =>
  Object.fromEntries(Object.entries(forms).filter(([, tally]) => Object.keys(tally).length > 0));
