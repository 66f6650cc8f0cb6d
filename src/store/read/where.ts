import { Prisma } from '../../db/generated/client.ts';
import { getDatamodel } from '../../db/pothos-types.ts';

export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

/** A field of a model, as far as conditions on it need to be known. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly kind: 'scalar' | 'enum' | 'object';
  readonly isList: boolean;
  readonly relationName?: string;
  readonly relationFromFields?: readonly string[];
}

type Model = Prisma.ModelName;
const { models } = getDatamodel().datamodel as unknown as { models: Record<Model, { fields: readonly Field[] }> };

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
const any = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? sql`FALSE` : sql`(${join([...conditions], ' OR ')})`);
const TRUE = sql`TRUE`;

function conditionSql(model: Model, alias: string, key: string, condition: unknown): Sql {
  const each = () => (Array.isArray(condition) ? condition : [condition]).map((where: Where) => whereSql(model, alias, where));
  if (key === 'AND') return all(each());
  if (key === 'OR') return any(each());
  // As Prisma has it: what is unknown is not so.
  if (key === 'NOT') return all(each().map((held) => sql`NOT (${held})`));
  const field = models[model].fields.find(({ name }) => name === key);
  if (!field) throw new TypeError(`${model} has no field ${key}`);
  return field.kind === 'object' ? relationSql(model, alias, field, condition as Where | null) : columnSql(alias, field, condition);
}

function relationSql(model: Model, alias: string, field: Field, condition: Where | null): Sql {
  const target = field.type as Model;
  const inner = `${alias}_`;
  const own = field.relationFromFields?.[0];
  const back = models[target].fields.find(
    ({ relationName, name }) => relationName === field.relationName && (target !== model || name !== field.name),
  );
  const on = own ? raw(`"${inner}".id = "${alias}"."${own}"`) : raw(`"${inner}"."${back!.relationFromFields![0]}" = "${alias}".id`);
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

const COMPARISONS: Readonly<Record<string, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

function operation(column: Sql, field: Field, operator: string, value: unknown, insensitive: boolean): Sql {
  const type = typeOf(field);
  const bound = () => sql`${plain(value)}::${raw(type)}`;
  const bounds = () => sql`${(value as unknown[]).map(plain)}::${raw(type)}[]`;
  const like = insensitive ? raw('ILIKE') : raw('LIKE');
  switch (operator) {
    case 'equals':
      if (insensitive) return sql`lower(${column}) = lower(${bound()})`;
      return value === null ? sql`${column} IS NULL` : sql`${column} = ${bound()}`;
    case 'not':
      return value === null ? sql`${column} IS NOT NULL` : sql`${column} <> ${bound()}`;
    case 'in':
      // One value is compared by itself: a plan that is kept takes a list of unknown length for a long one.
      if ((value as unknown[]).length === 1) return operation(column, field, 'equals', (value as unknown[])[0], false);
      return sql`${column} = ANY(${bounds()})`;
    case 'notIn':
      return sql`${column} <> ALL(${bounds()})`;
    case 'hasSome':
      return sql`${column} && ${bounds()}`;
    case 'startsWith':
      return sql`${column} ${like} ${`${value}%`}`;
    case 'contains':
      return sql`${column} ${like} ${`%${value}%`}`;
    default:
      if (!COMPARISONS[operator]) throw new TypeError(`Unknown operator ${operator} on ${field.name}`);
      return sql`${column} ${raw(COMPARISONS[operator]!)} ${bound()}`;
  }
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

const TYPES: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'int',
  Float: 'float8',
  Boolean: 'boolean',
  DateTime: 'timestamptz',
};

const typeOf = ({ kind, type, name }: Field): string =>
  kind === 'enum' ? `"${type}"` : type === 'String' && /^id$|Id$/.test(name) ? 'uuid' : TYPES[type]!;
