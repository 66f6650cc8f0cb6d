import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { DEFAULT_PAGE, MAX_PAGE } from '../schema/lists/page.ts';

/** How much an operation asks for, fragments followed. */
export interface Measure {
  /** Levels of fields, and of filters in those: 1 for a query of leaves alone. */
  readonly depth: number;
  readonly aliases: number;
  /** About one for each object that the answer may hold, what filters cost, and what fields say of themselves in `extensions.cost`. */
  readonly cost: number;
  /** The largest page asked for. */
  readonly page: number;
}

/** Items that a list without paging arguments is taken to have: spans, roles, origins. */
const SHORT_LIST = 2;

/** What a filter costs, each one inside it as well: the database plans what each asks, and asks it of every row. */
const FILTER = 10;

const NOTHING: Measure = { depth: 0, aliases: 0, cost: 0, page: 0 };

type Variables = Readonly<Record<string, unknown>>;

interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
  /** What fragments measure, each once per page size around it: a bomb of nested fragments costs no more than its text. */
  readonly known: Map<string, Measure>;
}

/**
 * Measures an operation of a valid document before anything of it runs, in time linear in the document. Skipped fields count. Introspection
 * doesn't: what it can ask for is bounded by GraphQL's own rule.
 */
export function measure(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Variables,
): Measure {
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [variable.name.value, valueIn(defaultValue, {})]),
  );
  const scope: Scope = { schema, fragments, variables: { ...defaults, ...variables }, known: new Map() };
  const root = schema.getRootType(operation.operation);
  return root ? selection(operation.selectionSet, root, SHORT_LIST, scope) : NOTHING;
}

/** `page` is how many items lists in this selection have: those of the connection that it is the selection of. */
function selection({ selections }: SelectionSetNode, type: GraphQLNamedType, page: number, scope: Scope): Measure {
  return selections
    .map((node) => {
      if (node.kind === Kind.FIELD) return field(node, type, page, scope);
      if (node.kind === Kind.FRAGMENT_SPREAD) return fragment(node.name.value, page, scope);
      return selection(node.selectionSet, conditionOf(node, scope) ?? type, page, scope);
    })
    .reduce(beside, NOTHING);
}

const beside = (one: Measure, other: Measure): Measure => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  cost: one.cost + other.cost,
  page: Math.max(one.page, other.page),
});

function fragment(name: string, page: number, scope: Scope): Measure {
  const key = `${page} ${name}`;
  const known = scope.known.get(key);
  if (known) return known;
  const definition = scope.fragments.get(name);
  const type = definition && conditionOf(definition, scope);
  const found = type ? selection(definition.selectionSet, type, page, scope) : NOTHING;
  scope.known.set(key, found);
  return found;
}

const conditionOf = ({ typeCondition }: Pick<FragmentDefinitionNode, 'typeCondition'> | { typeCondition?: undefined }, { schema }: Scope) =>
  typeCondition && schema.getType(typeCondition.name.value);

function field(node: FieldNode, parent: GraphQLNamedType, page: number, scope: Scope): Measure {
  const aliases = node.alias ? 1 : 0;
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  const filters = filtersOf(node, scope.variables);
  const own = ownCost(definition) + FILTER * filters.count;
  if (!definition || !node.selectionSet) return { depth: 1 + filters.levels, aliases, cost: own, page: 0 };
  const asked = pageOf(node, definition, scope.variables);
  const inner = selection(node.selectionSet, getNamedType(definition.type), asked ?? SHORT_LIST, scope);
  const isList = isListType(getNullableType(definition.type));
  const items = isList ? (itemsOf(definition) ?? Math.min(asked ?? idsOf(node, scope.variables) ?? page, MAX_PAGE)) : 1;
  const object = isCompositeType(getNamedType(definition.type)) ? 1 : 0;
  return {
    depth: 1 + Math.max(inner.depth, filters.levels),
    aliases: aliases + inner.aliases,
    cost: own + items * (object + inner.cost),
    page: Math.max(asked ?? 0, inner.page),
  };
}

const ownCost = (definition: GraphQLField<unknown, unknown> | undefined): number => Number(definition?.extensions.cost ?? 0);

/** How many items a list says of itself that it is to be taken for, in `extensions.items`: one that is long without pages. */
const itemsOf = ({ extensions }: GraphQLField<unknown, unknown>): number | null =>
  extensions.items == null ? null : Number(extensions.items);

/** How many objects stand in the arguments of a field, and how deep in each other: its filters, and what they hold. */
function filtersOf({ arguments: given = [] }: FieldNode, variables: Variables): { levels: number; count: number } {
  let [levels, count] = [0, 0];
  // Level by level: variables may be as deep as the body of a request is long.
  for (let level = objectsIn(given.map(({ value }) => valueIn(value, variables))); level.length > 0; levels++) {
    count += level.length;
    level = objectsIn(level.flatMap((object) => Object.values(object)));
  }
  return { levels, count };
}

const objectsIn = (values: readonly unknown[]): object[] =>
  values.flat().filter((value): value is object => typeof value === 'object' && value !== null);

/** How many items a field is asked for by their ids; null where it is not asked so. */
function idsOf(node: FieldNode, variables: Variables): number | null {
  const given = node.arguments?.find(({ name }) => name.value === 'ids');
  return given ? [valueIn(given.value, variables)].flat().length : null;
}

/** The page that a field is asked for; null where it has no pages. */
function pageOf(node: FieldNode, { args }: GraphQLField<unknown, unknown>, variables: Variables): number | null {
  const sizes = args.filter(({ name }) => name === 'first' || name === 'last');
  if (sizes.length === 0) return null;
  for (const { name } of sizes) {
    const given = node.arguments?.find((argument) => argument.name.value === name);
    const size = valueIn(given?.value, variables);
    if (typeof size === 'number') return Math.max(0, size);
  }
  const fallback = sizes.map(({ defaultValue }) => defaultValue).find((value) => typeof value === 'number');
  return fallback ?? DEFAULT_PAGE;
}

const valueIn = (value: ValueNode | undefined, variables: Variables): unknown => value && valueFromASTUntyped(value, variables);
