import { toStoredText } from '../document.ts';
import { normalize } from '../normalize.ts';
import { builder, decodeGlobalId } from './builder.ts';
import { atMost, badInput } from './errors.ts';
import { type Input, NOTHING } from './filters.ts';

export const NamedFilter = builder.inputType('NamedFilter', {
  description:
    'Which speakers, organizations or places: any of the ids or names that are given, or whether there is any at all. All where nothing is given, or null.',
  fields: (t) => ({
    // Not as Pothos's global ids: it does not know in which argument one stands that is none.
    id: t.idList({ description: 'Global ids; 100 at most.' }),
    name: t.stringList({ description: 'Names, acronyms or aliases, with letter case, accents and punctuation aside; 100 at most.' }),
    isSet: t.boolean({ description: 'True for any at all, false for none.' }),
  }),
});

type Given = NonNullable<Input<typeof NamedFilter>>;

/** The nouns that articles name. */
const NAMED = ['Speaker', 'Organization', 'Place'] as const;
type Named = (typeof NAMED)[number];

/**
 * Prisma's condition on a speaker, organization or place.
 * @throws GraphQLError BAD_USER_INPUT where an id is of another type.
 */
export const namedWhere = (argument: string, filter: Input<typeof NamedFilter>, type: Named): object =>
  asks(filter) ? present(filter, { NOT: NOTHING }, () => namedAs(type, checked(argument, filter, [type]))) : {};

/** How rows lead to a noun. */
interface Lead {
  /** The relation from a row to the noun, as Prisma names it. */
  readonly relation: string;
  /** The column that holds the noun's id, where it is not named like the relation. */
  readonly column?: string;
  readonly type: Named;
  /** What holds where there is a row of which something does; without it, the row is that which is filtered. */
  readonly one?: (condition: object) => object;
}

/**
 * Prisma's condition on what leads to a speaker, organization or place. Ids alone are compared where they stand; names have to be looked up.
 * @throws GraphQLError BAD_USER_INPUT where an id is of another type.
 */
export function leadingTo(argument: string, filter: Input<typeof NamedFilter>, { relation, type, ...lead }: Lead): object {
  if (!asks(filter)) return {};
  const { column = `${relation}Id`, one = (condition) => condition } = lead;
  const any = { [column]: { not: null } };
  return present(filter, one(any), () => {
    const meant = checked(argument, filter, [type]);
    if (meant.names.length > 0) return one({ [relation]: { is: namedAs(type, meant) } });
    // Where there is nobody, it is none of them, also to a NOT around it.
    return one({ AND: [any, { [column]: { in: meant.ids.map(({ id }) => id) } }] });
  });
}

/**
 * A condition on what leads to a speaker, organization or place, whichever of them is meant, by way of what does: `one` makes it of conditions of which
 * any holds. Ids are compared where they stand, names are looked up, each by its own index.
 * @throws GraphQLError BAD_USER_INPUT where an id is of another type.
 */
export function leadingToAny(
  argument: string,
  filter: Input<typeof NamedFilter>,
  one: (conditions: readonly object[] | 'any') => object,
): object {
  if (!asks(filter)) return {};
  return present(filter, one('any'), () => {
    const { ids, names } = checked(argument, filter, NAMED);
    return one(
      NAMED.flatMap((type) => {
        const relation = type.toLowerCase();
        const own = ids.filter(({ typename }) => typename === type).map(({ id }) => id);
        return [
          ...(own.length > 0 ? [{ [`${relation}Id`]: { in: own } }] : []),
          ...(names.length > 0 ? [{ [relation]: { is: { normalized: { hasSome: names } } } }] : []),
        ];
      }),
    );
  });
}

/** Whether a filter says anything: a list of none does, a variable that is left out does not. */
const asks = (filter: Input<typeof NamedFilter>): filter is Given =>
  filter != null && (filter.id != null || filter.name != null || filter.isSet != null);

/** What a filter says of whether there is `any`, and where it names some, that it is one of `these`. */
function present({ id, name, isSet }: Given, any: object, these: () => object): object {
  const namesSome = isSet == null || id != null || name != null;
  return { AND: [...(isSet == null ? [] : [isSet ? any : { NOT: any }]), ...(namesSome ? [these()] : [])] };
}

function checked(argument: string, { id, name }: Given, types: readonly Named[]) {
  const ids = atMost(`${argument}.id`, id ?? []).map((one) => decodeGlobalId(`${argument}.id`, one));
  const odd = ids.find(({ typename }) => !types.includes(typename as Named));
  if (odd) throw badInput(`${argument}.id`, `it has the id of one ${odd.typename}; give those of ${types.join(', ')}`);
  return { ids, names: atMost(`${argument}.name`, name ?? []).map((name) => normalize(toStoredText(name))) };
}

function namedAs(type: Named, { ids, names }: ReturnType<typeof checked>) {
  const own = ids.filter(({ typename }) => typename === type).map(({ id }) => id);
  const byName = { normalized: { hasSome: names } };
  // An index answers each, but not both where one is empty.
  if (own.length === 0) return byName;
  return names.length === 0 ? { id: { in: own } } : { OR: [{ id: { in: own } }, byName] };
}
