import { Prisma } from '../../db/generated/client.ts';
import { getDatamodel } from '../../db/pothos-types.ts';

export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

/** A field of a model, as far as reading and conditions on it need to be known. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly kind: 'scalar' | 'enum' | 'object';
  readonly isList: boolean;
  readonly relationName?: string;
  readonly relationFromFields?: readonly string[];
}

export type Model = Prisma.ModelName;
const { models } = getDatamodel().datamodel as unknown as { models: Record<Model, { fields: readonly Field[] }> };
const fields = new Map(Object.entries(models).map(([model, { fields }]) => [model, new Map(fields.map((field) => [field.name, field]))]));

/**
 * A field of a model.
 * @throws TypeError where it has none of that name.
 */
export function fieldOf(model: Model, name: string): Field {
  const field = fields.get(model)!.get(name);
  if (!field) throw new TypeError(`${model} has no field ${name}`);
  return field;
}

/** Conditions in Prisma's form. */
export type Where = Readonly<Record<string, unknown>>;

/**
 * Prisma's conditions as SQL on a table under an alias, so that search and counting, which Prisma cannot say, mean by a filter just
 * what lists mean by it. Knows what this project's filters use; anything else is an error of ours.
 */
export function whereSql(model: Model, alias: string, where: Where): Sql {
  const conditions = Object.entries(where).flatMap(([key, condition]) =>
    condition === undefined ? [] : [conditionSql(model, alias, key, condition)],
  );
  return all(conditions);
}

/** All of these hold; true where there are none. */
export function all(conditions: readonly Sql[]): Sql {
  const said = conditions.filter((condition) => condition !== TRUE);
  return said.length === 0 ? TRUE : said.length === 1 ? said[0]! : sql`(${join(said, ' AND ')})`;
}
/** Any of these holds; false where there are none. */
export const any = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? FALSE : sql`(${join([...conditions], ' OR ')})`);
const [TRUE, FALSE] = [sql`TRUE`, sql`FALSE`];

function conditionSql(model: Model, alias: string, key: string, condition: unknown): Sql {
  const each = () => (Array.isArray(condition) ? condition : [condition]).map((where: Where) => whereSql(model, alias, where));
  if (key === 'AND') return all(each());
  if (key === 'OR') return any(each());
  // As Prisma has it: what is unknown is not so.
  if (key === 'NOT') return all(each().map((held) => sql`NOT (${held})`));
  if (model === 'Quote' && key === NAMED_BY) return namedBySql(alias, condition as readonly Where[] | 'any');
  const field = fieldOf(model, key);
  return field.kind === 'object' ? relationSql(model, alias, field, condition as Where | null) : columnSql(alias, field, condition);
}

/** What holds of the rows, under the alias `inner`, to which a relation leads from a row of a model, under the alias `alias`. */
export function relatedSql(model: Model, alias: string, field: Field, inner: string): Sql {
  const target = field.type as Model;
  const own = field.relationFromFields?.[0];
  if (own) return raw(`"${inner}".id = "${alias}"."${own}"`);
  const back = models[target].fields.find(
    ({ relationName, name }) => relationName === field.relationName && (target !== model || name !== field.name),
  );
  return raw(`"${inner}"."${back!.relationFromFields![0]}" = "${alias}".id`);
}

/**
 * The alias of the rows to which those under an alias lead. A number tells how far: PostgreSQL cuts a name off at 63 characters, and two that begin alike
 * would be one.
 */
export const aliasIn = (alias: string): string => alias.replace(/\d*$/, (level) => String(Number(level) + 1));

function relationSql(model: Model, alias: string, field: Field, condition: Where | null): Sql {
  const target = field.type as Model;
  const inner = aliasIn(alias);
  const on = relatedSql(model, alias, field, inner);
  if (condition === null) return sql`NOT EXISTS (SELECT FROM ${raw(`"${target}" AS "${inner}"`)} WHERE ${on})`;
  const exists = (where: Where) =>
    sql`EXISTS (SELECT FROM ${raw(`"${target}" AS "${inner}"`)} WHERE ${all([on, whereSql(target, inner, where)])})`;
  if (field.isList) {
    const { some, none, ...rest } = condition as { some?: Where; none?: Where };
    if (Object.keys(rest).length > 0) throw new TypeError(`Unknown conditions on ${model}.${field.name}: ${Object.keys(rest)}`);
    return all([...(some ? [exists(some)] : []), ...(none ? [sql`NOT ${exists(none)}`] : [])]);
  }
  if ('isNot' in condition) {
    return condition.isNot === null ? exists({}) : sql`NOT ${exists(condition.isNot as Where)}`;
  }
  return 'is' in condition ? (condition.is === null ? sql`NOT ${exists({})}` : exists(condition.is as Where)) : exists(condition);
}

/** The key of a condition on quotes that Prisma does not know. */
const NAMED_BY = 'namedBy';

/**
 * A condition on quotes: their words stand around a mention of which any of these holds, or around any mention at all. Each mention holds the ids of
 * its quotes, so that these are found by whatever finds the mention, one way for each condition; whether there is any is seen from the article's own.
 */
export const namedBy = (conditions: readonly object[] | 'any'): object => ({ [NAMED_BY]: conditions });

function namedBySql(alias: string, conditions: readonly Where[] | 'any'): Sql {
  const inner = aliasIn(alias);
  const ids = raw(`"${inner}"."quoteIds"`);
  const mention = raw(`"Mention" AS "${inner}"`);
  if (conditions === 'any')
    return sql`EXISTS (SELECT FROM ${mention} WHERE ${raw(`"${inner}"."articleId" = "${alias}"."articleId"`)} AND ${raw(`"${alias}"`)}.id = ANY(${ids}))`;
  if (conditions.length === 0) return FALSE;
  const lists = conditions.map((where) => sql`SELECT unnest(${ids}) FROM ${mention} WHERE ${whereSql('Mention', inner, where)}`);
  return sql`${raw(`"${alias}"`)}.id IN (${join(lists, ' UNION ALL ')})`;
}

function columnSql(alias: string, field: Field, condition: unknown): Sql {
  const column = raw(`"${alias}"."${field.name}"`);
  if (condition === null) return sql`${column} IS NULL`;
  if (typeof condition !== 'object' || condition instanceof Date) return operation(column, field, 'equals', condition, false);
  const { mode, ...operations } = condition as Record<string, unknown>;
  return all(
    Object.entries(operations).flatMap(([operator, value]) =>
      value === undefined ? [] : [operation(column, field, operator, value, mode === 'insensitive')],
    ),
  );
}

/** Values of a column that say themselves how it is one of them: the operator `oneOf`, which Prisma does not know. */
export interface OneOf {
  holds(column: Sql): Sql;
}

const COMPARISONS: Readonly<Record<string, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

function operation(column: Sql, field: Field, operator: string, value: unknown, insensitive: boolean): Sql {
  const type = typeOf(field);
  // What has few values stands in the text: a plan that is kept then knows how many rows have it.
  const isFew = field.kind === 'enum' || field.type === 'Boolean';
  const bound = () => (isFew ? literal(value, type) : sql`${plain(value)}::${raw(type)}`);
  const bounds = () => (isFew ? literal(value, `${type}[]`) : sql`${(value as unknown[]).map(plain)}::${raw(type)}[]`);
  const like = insensitive ? raw('ILIKE') : raw('LIKE');
  switch (operator) {
    case 'equals':
      if (insensitive) return sql`lower(${column}) = lower(${bound()})`;
      return value === null ? sql`${column} IS NULL` : sql`${column} = ${bound()}`;
    case 'not':
      return value === null ? sql`${column} IS NOT NULL` : sql`${column} <> ${bound()}`;
    case 'in':
      // None are told at once. One value is compared by itself: a plan that is kept takes a list of unknown length for a long one.
      if ((value as unknown[]).length === 0) return FALSE;
      if ((value as unknown[]).length === 1) return operation(column, field, 'equals', (value as unknown[])[0], false);
      return sql`${column} = ANY(${bounds()})`;
    case 'oneOf':
      return (value as OneOf).holds(column);
    case 'notIn':
      return sql`${column} <> ALL(${bounds()})`;
    case 'hasSome':
      return sql`${column} && ${bounds()}`;
    case 'isEmpty':
      return sql`${column} ${raw(value ? '=' : '<>')} '{}'`;
    case 'startsWith':
      return sql`${column} ${like} ${`${value}%`}`;
    case 'contains':
      return sql`${column} ${like} ${`%${value}%`}`;
    default:
      if (!COMPARISONS[operator]) throw new TypeError(`Unknown operator ${operator} on ${field.name}`);
      return sql`${column} ${raw(COMPARISONS[operator]!)} ${bound()}`;
  }
}

/**
 * A value of an enum, true or false, or a list of such, as SQL.
 * @throws TypeError for what is none.
 */
function literal(value: unknown, type: string): Sql {
  const values = [value].flat();
  if (!values.every((one) => /^\w+$/.test(String(one)))) throw new TypeError(`${JSON.stringify(value)} is no ${type}`);
  return raw(`'${Array.isArray(value) ? `{${values}}` : value}'::${type}`);
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

const TYPES: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'int',
  Float: 'real',
  Boolean: 'boolean',
  DateTime: 'timestamptz',
};

const typeOf = ({ kind, type, name }: Field): string =>
  kind === 'enum' ? `"${type}"` : type === 'String' && /^id$|Id$/.test(name) ? 'uuid' : TYPES[type]!;
