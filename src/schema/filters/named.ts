import { toStoredText } from '../../document.ts';
import { normalize } from '../../normalize.ts';
import { Told } from '../../store/read/told.ts';
import { builder, decodeGlobalId } from '../builder.ts';
import { atMost, badInput } from '../errors.ts';
import { type Input, NOTHING } from './plain.ts';

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
  readonly type: Named;
  /** The column that holds the noun's id, where it is not named like the noun. */
  readonly column?: string;
  /** What holds where there is a row of which something does; without it, the row is that which is filtered. */
  readonly one?: (condition: object) => object;
}

/**
 * A condition on what leads to a speaker, organization or place.
 * @throws GraphQLError BAD_USER_INPUT where an id is of another type.
 */
export function leadingTo(argument: string, filter: Input<typeof NamedFilter>, { type, ...lead }: Lead): object {
  if (!asks(filter)) return {};
  const { column = columnOf(type), one = (condition) => condition } = lead;
  const any = { [column]: { not: null } };
  // Where there is nobody, it is none of them, also to a NOT around it.
  return present(filter, one(any), () => one({ AND: [any, { [column]: { oneOf: told(type, checked(argument, filter, [type])) } }] }));
}

/**
 * A condition on what leads to a speaker, organization or place, whichever of them is meant, by way of what does: `one` makes it of conditions of which
 * any holds.
 * @throws GraphQLError BAD_USER_INPUT where an id is of another type.
 */
export function leadingToAny(
  argument: string,
  filter: Input<typeof NamedFilter>,
  one: (conditions: readonly object[] | 'any') => object,
): object {
  if (!asks(filter)) return {};
  return present(filter, one('any'), () => {
    const meant = checked(argument, filter, NAMED);
    return one(NAMED.map((type) => ({ [columnOf(type)]: { oneOf: told(type, meant) } })));
  });
}

const columnOf = (type: Named) => `${type.toLowerCase()}Id`;

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

type Checked = ReturnType<typeof checked>;

const idsOf = (type: Named, { ids }: Checked) => ids.filter(({ typename }) => typename === type).map(({ id }) => id);

function namedAs(type: Named, meant: Checked): object {
  const [ids, byName] = [idsOf(type, meant), { normalized: { hasSome: meant.names } }];
  // An index answers each, but not both where one is empty.
  if (ids.length === 0) return byName;
  return meant.names.length === 0 ? { id: { in: ids } } : { OR: [{ id: { in: ids } }, byName] };
}

const told = (type: Named, meant: Checked) => new Told(type, idsOf(type, meant), meant.names);
