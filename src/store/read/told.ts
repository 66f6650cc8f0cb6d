import { Deciding, read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { grouped } from '../../grouped.ts';
import { inOrder, union } from './scope.ts';
import { type OneOf, raw, type Sql, sql } from './where.ts';

/** Nouns that some names are looked up for, at most; the database itself looks for those whose names more have. */
export const MOST_TOLD = 500;

/**
 * Nouns that are told by ids, by names, or by both, for a condition on a column that holds their ids. By name the database knows nothing of how
 * many rows lead to them, and sorts all quotes of those quoted most; `settled` therefore looks them up first, and has it plan for ids.
 */
export class Told implements OneOf {
  readonly table: 'Speaker' | 'Organization' | 'Place';
  readonly ids: readonly string[];
  readonly names: readonly string[];
  found: readonly string[] | null | undefined;

  /** `names` as `normalize` makes them. */
  constructor(table: Told['table'], ids: readonly string[], names: readonly string[]) {
    this.table = table;
    this.ids = ids;
    this.names = names;
    this.found = names.length === 0 ? ids : undefined;
  }

  holds(column: Sql): Sql {
    // Until it is looked up it stands in the statement itself, where `settled` finds it.
    if (this.found === undefined) return sql`${column} = ANY(${this}::uuid[])`;
    if (this.found === null) return sql`${column} IN (${this.lookup()} UNION ALL SELECT unnest(${this.ids}::uuid[]))`;
    const [one, ...others] = this.found;
    if (one === undefined) return sql`FALSE`;
    return others.length === 0 ? sql`${column} = ${new Deciding(one)}::uuid` : sql`${column} = ANY(${new Deciding(this.found)}::uuid[])`;
  }

  /** The ids of all that have one of the names. */
  lookup(): Sql {
    return sql`SELECT id FROM ${raw(`"${this.table}"`)} WHERE normalized && ${this.names}::text[]`;
  }
}

/** The statement that `make` makes, once those whom it tells by name are looked up: one more statement, where there are any, for all of them. */
export async function settled(db: PrismaClient, make: () => Sql): Promise<Sql> {
  const statement = make();
  const told = statement.values.filter((value) => value instanceof Told);
  if (told.length === 0) return statement;
  await lookUp(db, told);
  return make();
}

async function lookUp(db: PrismaClient, told: readonly Told[]): Promise<void> {
  const alike = [...grouped(told, ({ table, names }) => JSON.stringify([table, names])).values()];
  const statements = alike.map(([one], n) => sql`(SELECT ${n}::int AS ask, id FROM (${one!.lookup()} LIMIT ${MOST_TOLD + 1}) AS found)`);
  const rows = await read<{ ask: number; id: string }>(db, union(statements));
  for (const [n, found] of inOrder(rows, alike.length, ({ ask }) => ask).entries()) {
    const ids = found.map(({ id }) => id);
    for (const one of alike[n]!) one.found = ids.length > MOST_TOLD ? null : [...new Set([...one.ids, ...ids])];
  }
}
