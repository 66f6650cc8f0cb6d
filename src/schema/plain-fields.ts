import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { encodeGlobalId } from './builder.ts';

type Field = GraphQLField<unknown, unknown>;
type Row = Readonly<Record<string, unknown>>;

/**
 * Has fields answer at once where their row already has what they need. Pothos looks up for each field of each row by which plan it was
 * loaded, and makes a promise for each global id, for which all that stands around it waits: half of what a long page costs
 * (`npm run bench:api`). A row that lacks something is left to Pothos, which reads it.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const type of types) for (const field of Object.values(type.getFields())) field.resolve = atOnce(type, field) ?? field.resolve;
  return schema;
}

/** How to resolve a field faster; undefined where there is no way. */
function atOnce(type: GraphQLObjectType, field: Field): Field['resolve'] {
  if (isGlobalId(type, field)) return globalIdOr(type.name, field.resolve);
  const { pothosExposedField: column, pothosPrismaSelect: select, pothosOriginalResolve: own } = field.extensions;
  const relation = field.extensions.pothosPrismaRelationField as { name: string; isList: boolean } | undefined;
  if (relation && !relation.isList) return relatedOr(relation.name, field.resolve);
  if (typeof column === 'string') return columnOr(column, field.resolve);
  if (field.args.length > 0 || typeof select !== 'object' || select === null) return undefined;
  const columns = Object.entries(select);
  if (columns.every(([, wanted]) => wanted === true) && !leadsToRow(field))
    return ownOr(
      own as Field['resolve'],
      columns.map(([name]) => name),
      field.resolve,
    );
  return undefined;
}

const isGlobalId = (type: GraphQLObjectType, { name }: Field) =>
  name === 'id' && type.getInterfaces().some((implemented) => implemented.name === 'Node');

/** Whether the answer is a row of the database, of which Pothos has to know how it was read. */
const leadsToRow = ({ type }: Field) => !isLeafType(getNamedType(type)) && getNamedType(type).extensions.pothosPrismaModel !== undefined;

const globalIdOr =
  (type: string, otherwise: Field['resolve']): Field['resolve'] =>
  (row, args, context, info) => {
    const { id } = row as Row;
    return typeof id === 'string' ? encodeGlobalId(type, id) : otherwise?.(row, args, context, info);
  };

const columnOr =
  (column: string, otherwise: Field['resolve']): Field['resolve'] =>
  (row, args, context, info) => {
    const value = (row as Row)[column];
    return value !== undefined ? value : otherwise?.(row, args, context, info);
  };

/** What a field makes of some columns. */
const ownOr =
  (own: Field['resolve'], columns: readonly string[], otherwise: Field['resolve']): Field['resolve'] =>
  (row, args, context, info) =>
    (columns.every((column) => (row as Row)[column] !== undefined) ? own : otherwise)?.(row, args, context, info);

/** The row that a relation leads to, where it is asked for nothing but what rows hold. */
const relatedOr =
  (relation: string, otherwise: Field['resolve']): Field['resolve'] =>
  (row, args, context, info) => {
    const related = (row as Row)[relation] as Row | null | undefined;
    const known = related === null || (typeof related?.id === 'string' && plainFieldsAsked(info) !== null);
    return known ? related : otherwise?.(row, args, context, info);
  };

/** By the nodes of the document, which are the same for every row of a list, and by the type of the row. */
const asked = new WeakMap<GraphQLResolveInfo['fieldNodes'], Map<string, ReadonlySet<string> | null>>();

/** The columns that a field which leads to a row of this type is asked for; null where it is asked for anything else. */
export function plainFieldsAsked(info: GraphQLResolveInfo, typeName = getNamedType(info.returnType).name): ReadonlySet<string> | null {
  const byType = asked.get(info.fieldNodes) ?? new Map<string, ReadonlySet<string> | null>();
  asked.set(info.fieldNodes, byType);
  const known = byType.get(typeName);
  if (known !== undefined) return known;
  const type = info.schema.getType(typeName);
  const columns = isObjectType(type) ? info.fieldNodes.flatMap(({ selectionSet }) => columnsIn(selectionSet!, type, info)) : [null];
  const found = columns.includes(null) ? null : new Set(columns as string[]);
  byType.set(typeName, found);
  return found;
}

/** The columns that a selection is of, with null for anything else in it. */
const columnsIn = ({ selections }: SelectionSetNode, type: GraphQLObjectType, info: GraphQLResolveInfo): (string | null)[] =>
  selections.flatMap((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return columnsIn(info.fragments[node.name.value]!.selectionSet, type, info);
    if (node.kind === Kind.INLINE_FRAGMENT) return columnsIn(node.selectionSet, type, info);
    if (node.name.value === '__typename') return [];
    const field = type.getFields()[node.name.value];
    if (!field) return [null];
    return isGlobalId(type, field) ? ['id'] : [(field.extensions.pothosExposedField as string | undefined) ?? null];
  });
