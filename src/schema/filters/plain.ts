import { toStoredText } from '../../document.ts';
import { MAX_RANKED } from '../../store/read/pages.ts';
import { UNDATED } from '../../store/undated.ts';
import { builder } from '../builder.ts';
import { atMost, badInput, within } from '../errors.ts';
import { allOf } from './conditions.ts';

export const DateRange = builder.inputType('DateRange', {
  description:
    'A half-open stretch of time: `{ from: "2020-12-30", to: "2020-12-31" }` is one day in UTC. Any time, or none, where neither end is given.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'The earliest moment inside; open where left out.' }),
    to: t.field({ type: 'DateTime', description: 'The first moment outside; open where left out.' }),
  }),
});

export const TextFilter = builder.inputType('TextFilter', {
  description: 'Conditions on a text; those that are given must all hold.',
  fields: (t) => ({
    is: t.string({ description: 'Exactly this text, letter case included.' }),
    isNot: t.string({ description: 'Any text but this one; also none.' }),
    in: t.stringList({ description: 'One of these texts, letter case included; 100 at most.' }),
    startsWith: t.string({ description: 'Begins with this text, letter case aside.' }),
    contains: t.string({ description: 'Holds this text somewhere, letter case aside.' }),
    isSet: t.boolean({ description: 'True for any text at all, false for none.' }),
  }),
});

export const IntRange = builder.inputType('IntRange', {
  description: 'A stretch of whole numbers, both ends inside.',
  fields: (t) => ({
    min: t.int({ description: 'The smallest number inside; open where left out.' }),
    max: t.int({ description: 'The largest number inside; open where left out.' }),
  }),
});

export const FloatRange = builder.inputType('FloatRange', {
  description: 'A stretch of numbers, both ends inside.',
  fields: (t) => ({
    min: t.float({ description: 'The smallest number inside; open where left out.' }),
    max: t.float({ description: 'The largest number inside; open where left out.' }),
  }),
});

/** Characters of a search, at most. */
const MAX_SEARCH = 10_000;

/** What the argument `search` of every list that has one means. */
export const SEARCH =
  'Words to find: all of them in any order, "phrases", -not, OR; endings, accents and letter case aside, none too common. ' +
  `${MAX_SEARCH} characters at most; one without words finds nothing.`;

/** What the order RELEVANCE of articles and quotes means. */
export const RELEVANCE = `With \`search\`: what fits it best first, among the newest ${MAX_RANKED} matches; the others by date.`;

/** What the order RELEVANCE of people, organizations and places means. */
export const LIKENESS = 'With `search`: those with just this name first, then those that articles have most of.';

/** What becomes of cursors in an order by counts. */
export const COUNTS = 'Cursors are good until the corpus is next written, then refused with the code STALE_CURSOR.';

/**
 * The text of a search as it is looked for.
 * @throws GraphQLError BAD_USER_INPUT where it is too long.
 */
export function searchText(search: string): string {
  if (search.length > MAX_SEARCH) {
    throw badInput('search', `it has ${search.length} characters, and ${MAX_SEARCH} are the most`);
  }
  return toStoredText(search);
}

/** Filters inside filters, at most. */
const MAX_DEPTH = 8;

/** What every filter says of itself and of the filters inside it. */
export const FILTER = {
  and: 'All of these hold as well.',
  or: 'At least one of these holds as well; nothing is found where the list is empty.',
} as const;

/** A filter that may hold others of its own type. */
export interface Nestable<Filter> {
  readonly and?: readonly Filter[] | null;
  readonly or?: readonly Filter[] | null;
  readonly not?: Filter | null;
}

/**
 * Prisma's conditions for a filter, given as the argument `at`, and those inside it; `own` gives those of one filter without what is
 * inside. An empty `or` holds for nothing.
 * @throws GraphQLError BAD_USER_INPUT where filters are nested too deeply or too many.
 */
export function nestedWhere<Filter extends Nestable<Filter>>(
  at: string,
  filter: Filter,
  own: (filter: Filter) => object,
  depth = 1,
): object {
  if (depth > MAX_DEPTH) throw badInput(at, `filters stand in each other more than ${MAX_DEPTH} deep`);
  const inner = (name: string, some: Filter) => nestedWhere(name, some, own, depth + 1);
  return within(at, () => {
    const ands = atMost('and', filter.and ?? []).map((some) => inner('and', some));
    const ors = filter.or ? anyOf(atMost('or', filter.or).map((some) => inner('or', some))) : {};
    // All the rest: each condition is false, not unknown, of rows without a value.
    const not = filter.not ? noneOf(inner('not', filter.not)) : {};
    return allOf(own(filter), ...ands, ors, not);
  });
}

/** Holds for no row. Prisma lets an empty OR hold for everything where it stands inside an AND. */
export const NOTHING = { id: { in: [] } };

const saysNothing = (where: object) => Object.keys(where).length === 0;

/** One of these holds: any, where one of them says nothing. */
function anyOf(wheres: readonly object[]): object {
  if (wheres.length === 0) return NOTHING;
  return wheres.some(saysNothing) ? {} : { OR: wheres };
}

/** Whether a filter, given by its fields, leaves everything that lists show without one. */
export const isOpen = (filter: object): boolean =>
  Object.entries(filter).every(([field, value]) => value == null || (field === 'includeSuperseded' && value === false));

const noneOf = (where: object): object => (saysNothing(where) ? NOTHING : { NOT: where });

/** Whether a filter, or one inside it, says something on `field`. */
export const says = <Filter extends Nestable<Filter>>(filter: Filter, field: keyof Filter): boolean =>
  filter[field] != null ||
  [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])].some((some) => says(some, field));

/**
 * Prisma's condition on a number.
 * @throws GraphQLError BAD_USER_INPUT where the range ends before it begins.
 */
export function rangeWhere(argument: string, range: Input<typeof FloatRange>) {
  if (!range) return undefined;
  const { min, max } = range;
  if (min != null && max != null && min > max) throw badInput(argument, 'its min is above its max; swap them');
  return { gte: comparable(min), lte: comparable(max) };
}

/** Nothing that is stored is larger than a whole number of 32 bits, or nearer to nothing and not nothing. */
const [LARGEST, SMALLEST] = [2 ** 31 - 1, 1e-30];

/** A number as PostgreSQL can compare it with those that are stored, of which it holds as much as of the one given; undefined where none is. */
function comparable(number: number | null | undefined): number | undefined {
  if (number == null) return undefined;
  if (number !== 0 && Math.abs(number) < SMALLEST) return Math.sign(number) * SMALLEST;
  return Math.max(-LARGEST - 1, Math.min(LARGEST, number));
}

/** What is given for an input type, where anything is. */
export type Input<Ref extends { $inferInput: unknown }> = Ref['$inferInput'] | null | undefined;

/**
 * Prisma's condition on when an article came out, for its `sortAt` and that of its quotes: the same time, and what lists are ordered and
 * indexed by. It leaves undated ones out, unless neither end is given.
 * @throws GraphQLError BAD_USER_INPUT where the range ends before it begins.
 */
export function dateWhere(argument: string, range: Input<typeof DateRange>) {
  const { from, to } = range ?? {};
  if (!from && !to) return undefined;
  if (from && to && from > to) throw badInput(argument, 'it ends before it begins; swap from and to');
  return { gt: UNDATED, gte: storable(from), lt: storable(to) };
}

/** The last moment that PostgreSQL reads as ISO 8601 writes it. Nothing that is stored lies beyond, or before what stands for none. */
const LAST = new Date('9999-12-31T23:59:59.999Z');

/** A moment as it can be compared with what is stored; undefined where none is given. */
export function storable(time: Date | null | undefined): Date | undefined {
  if (!time) return undefined;
  return time < UNDATED ? UNDATED : time > LAST ? LAST : time;
}

/** Prisma's conditions on the text in `column`, which is named like the argument unless told otherwise. */
export function textWhere(argument: string, filter: Input<typeof TextFilter>, column = argument): object {
  if (!filter) return {};
  const { isNot, isSet } = filter;
  const none = NEVER_NULL.has(column) ? '' : null;
  const other = isNot == null ? [] : [{ [column]: { not: toStoredText(isNot) } }];
  return {
    AND: [
      ...likeness(argument, filter).map((condition) => ({ [column]: none === null ? known(condition) : condition })),
      ...(isSet == null ? [] : [{ [column]: isSet ? { not: none } : none }]),
      ...(none === null ? other.map((condition) => ({ OR: [{ [column]: null }, condition] })) : other),
    ],
  };
}

/** A condition on a column that may be null, made false where it is: unknown, as SQL has it, would be unknown in a NOT as well. */
export const known = (condition: object): object => ({ not: null, ...condition });

/** Columns that hold an empty text where there is none. Prisma refuses to be asked whether they are null. */
const NEVER_NULL: ReadonlySet<string> = new Set(['collection', 'cueText', 'name']);

/**
 * Prisma's conditions on a text in related rows, of which there may be none or several: `one` says that there is one of which something
 * holds. What is asked for together holds of one of them.
 */
export function relatedTextWhere(
  argument: string,
  filter: Input<typeof TextFilter>,
  column: string,
  one: (condition: object) => object,
): object {
  if (!filter) return {};
  const { isNot, isSet } = filter;
  const like = likeness(argument, filter).map((condition) => ({ [column]: condition }));
  return {
    AND: [
      ...(like.length > 0 || isSet === true ? [one({ AND: like })] : []),
      ...(isSet === false ? [{ NOT: one({}) }] : []),
      ...(isNot == null ? [] : [{ NOT: one({ [column]: toStoredText(isNot) }) }]),
    ],
  };
}

/** What a text is to be like. */
const likeness = (argument: string, { is, in: oneOf, startsWith, contains }: NonNullable<Input<typeof TextFilter>>): object[] => [
  ...(is == null ? [] : [{ equals: toStoredText(is) }]),
  ...(oneOf == null ? [] : [{ in: atMost(`${argument}.in`, oneOf).map(toStoredText) }]),
  ...(startsWith == null ? [] : [{ startsWith: literally(startsWith), mode: 'insensitive' }]),
  ...(contains == null ? [] : [{ contains: literally(contains), mode: 'insensitive' }]),
];

/** A text for LIKE, in whose patterns Prisma leaves wildcards as they are. */
const literally = (text: string) => toStoredText(text).replace(/[\\%_]/g, '\\$&');
