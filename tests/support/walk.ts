import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** A list field: one of a list type, or one that answers with a connection. */
export const isList = ({ type }: Field): boolean => isListType(getNullableType(type)) || /Connection$/.test(getNamedType(type).name);

const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));

/** Where the objects of a type are to be found, many at once: fields from a list of the whole corpus on. */
export type Path = readonly Field[];

/** The shortest paths to each type of object, one from each list of the whole corpus. */
export function pathsOf(schema: GraphQLSchema): ReadonlyMap<GraphQLObjectType, readonly Path[]> {
  const paths = new Map<GraphQLObjectType, Path[]>();
  for (const root of fieldsOf(schema.getQueryType()!).filter(({ type }) => /Connection$/.test(getNamedType(type).name))) {
    const seen = new Set<GraphQLObjectType>();
    // Only what stands under the rows of such a list is there many times.
    let edge: Path[] = [[root, (getNamedType(root.type) as GraphQLObjectType).getFields().nodes!]];
    while (edge.length > 0) {
      const next: Path[] = [];
      for (const path of edge) {
        const type = getNamedType(path.at(-1)!.type);
        if (!isObjectType(type) || seen.has(type)) continue;
        seen.add(type);
        paths.set(
          type,
          [...(paths.get(type) ?? []), path].sort((one, other) => one.length - other.length),
        );
        next.push(...fieldsOf(type).map((field) => [...path, field]));
      }
      edge = next;
    }
  }
  return paths;
}

/** The list fields of a type that can be asked for by themselves. */
export const listsOf = (type: GraphQLObjectType): Field[] => fieldsOf(type).filter(isList);

/** A query for a list field of the objects at the end of a path, for `count` rows of the list with which the path begins. */
export function listQuery(path: Path, list: Field, count: number): string {
  const found = [...path, list].some(({ name }) => name === 'highlights');
  const selection = `${list.name}${argsOf(list, 6, false)} ${contentOf(list)}`;
  return `{ ${path.reduceRight((inner, field, i) => `${field.name}${argsOf(field, i === 0 ? count : 6, i > 0 && found)} { ${inner} }`, selection)} }`;
}

/** The first items, of lists of the corpus those of which there is most, and where it is of highlights what a search finds. */
function argsOf({ args }: Field, count: number, search: boolean): string {
  const order = args.find(({ name }) => name === 'orderBy')?.type;
  const orders = order ? (getNamedType(order) as GraphQLEnumType).getValues().map(({ name }) => name) : [];
  const most = orders.find((name) => name.startsWith('MOST_') && name !== 'MOST_QUOTES');
  const given = [
    ...(args.some(({ name }) => name === 'first') ? [`first: ${count}`] : []),
    ...(most ? [`orderBy: ${most}`] : []),
    ...(search && args.some(({ name }) => name === 'search') ? ['search: "the OR of OR to OR and"'] : []),
  ];
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

/** What to ask of the items of a list: all leaves, and those of the objects that they lead to. */
function contentOf(field: Field): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  if (/Connection$/.test(type.name))
    return `{ totalCount pageInfo { endCursor } nodes ${contentOf((type as GraphQLObjectType).getFields().nodes!)} }`;
  return leavesOf(type, 1);
}

function leavesOf(type: ReturnType<typeof getNamedType>, deeper: number): string {
  if (isInterfaceType(type)) return '{ __typename id name }';
  if (!isObjectType(type)) return '';
  const inner = fieldsOf(type).flatMap((field) => {
    if (isLeafType(getNamedType(field.type))) return refuses(field) ? [] : [field.name];
    return deeper > 0 && !isList(field) ? [`${field.name} ${leavesOf(getNamedType(field.type), deeper - 1)}`] : [];
  });
  return `{ __typename ${inner.join(' ')} }`;
}

/** Fields that need a filter around them. */
const refuses = ({ name }: Field) => name === 'previous';

/** How many objects stand at the end of a path in an answer. */
export function countAt(data: unknown, path: Path): number {
  const ends = path.reduce<unknown[]>(
    (values, { name }) => values.flatMap((value) => (value as Record<string, unknown>)[name]).filter((value) => value != null),
    [data],
  );
  return ends.length;
}
