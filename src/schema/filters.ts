import { toStoredText } from '../document.ts';
import { normalize } from '../normalize.ts';
import { builder } from './builder.ts';
import { atMost, badInput } from './errors.ts';

export const DateRange = builder.inputType('DateRange', {
  description: 'A half-open stretch of time: from its first moment up to, and without, its last.',
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

export const NamedFilter = builder.inputType('NamedFilter', {
  description: 'Which speakers, organizations or places: any of the ids or names that are given.',
  fields: (t) => ({
    id: t.globalIDList({ description: 'Global ids; 100 at most.' }),
    name: t.stringList({ description: 'Names, acronyms or aliases, with letter case, accents and punctuation aside; 100 at most.' }),
  }),
});

type Input<Ref extends { $inferInput: unknown }> = Ref['$inferInput'] | null | undefined;

/**
 * Prisma's condition on a time.
 * @throws GraphQLError BAD_USER_INPUT where the range ends before it begins.
 */
export function dateWhere(argument: string, range: Input<typeof DateRange>) {
  if (!range) return undefined;
  const { from, to } = range;
  if (from && to && from > to) throw badInput(argument, 'it ends before it begins; swap from and to');
  return { gte: from ?? undefined, lt: to ?? undefined, not: null };
}

/** Prisma's conditions on the text in `column`. */
export function textWhere<Column extends string>(column: Column, filter: Input<typeof TextFilter>) {
  if (!filter) return {};
  const { is, isNot, in: oneOf, startsWith, contains, isSet } = filter;
  const conditions = [
    is != null && { equals: toStoredText(is) },
    oneOf != null && { in: atMost(`${column}.in`, oneOf).map(toStoredText) },
    startsWith != null && { startsWith: literally(startsWith), mode: 'insensitive' as const },
    contains != null && { contains: literally(contains), mode: 'insensitive' as const },
    isSet != null && (isSet ? { not: null } : { equals: null }),
  ];
  const given = conditions
    .filter((condition) => condition !== false)
    .map((condition) => ({ [column]: condition }) as Record<Column, typeof condition>);
  const other = isNot == null ? [] : [{ OR: [{ [column]: null }, { [column]: { not: toStoredText(isNot) } }] }];
  return { AND: [...given, ...other] };
}

/** A text for LIKE, in whose patterns Prisma leaves wildcards as they are. */
const literally = (text: string) => toStoredText(text).replace(/[\\%_]/g, '\\$&');

/** Prisma's condition on a speaker, organization or place. */
export function namedWhere(argument: string, filter: Input<typeof NamedFilter>) {
  if (!filter) return undefined;
  const ids = atMost(`${argument}.id`, filter.id ?? []).map(({ id }) => id);
  const names = atMost(`${argument}.name`, filter.name ?? []).map((name) => normalize(toStoredText(name)));
  return { OR: [{ id: { in: ids } }, { normalized: { hasSome: names } }] };
}
