import DataLoader from 'dataloader';
import { Prisma, type PrismaClient } from '../db/generated/client.ts';
import { grouped } from '../grouped.ts';
import { type Query, type Row, readRows } from '../store/read/rows.ts';

/** What is asked of one row: `where` holds its key alone. */
interface Lookup extends Query {
  readonly where: Readonly<Record<string, string>>;
}

/**
 * What Pothos reads rows with that it finds something missing of, such as a second list of one relation: as all others are read. Rows of which the
 * same is asked at once are read together, as Prisma does.
 */
export function readerOf(db: PrismaClient): PrismaClient {
  const made = readers.get(db) ?? Object.fromEntries(MODELS.map((model) => [uncapitalized(model), readerOfModel(db, model)]));
  readers.set(db, made);
  // All that Pothos asks of a client is to find one row.
  return made as unknown as PrismaClient;
}

const readers = new WeakMap<PrismaClient, object>();
const MODELS = Object.values(Prisma.ModelName);

function readerOfModel(db: PrismaClient, model: Prisma.ModelName) {
  const loader = new DataLoader((asked: readonly Lookup[]) => readAll(db, model, asked), { cache: false });
  const findUnique = (lookup: Lookup) => loader.load(lookup);
  const findUniqueOrThrow = async (lookup: Lookup) => {
    const row = await findUnique(lookup);
    if (!row) throw new Error(`A ${model} is gone that was read before`);
    return row;
  };
  return { findUnique, findUniqueOrThrow };
}

/** The rows in the order in which they are asked for, null where one is not there. */
async function readAll(db: PrismaClient, model: Prisma.ModelName, asked: readonly Lookup[]): Promise<(Row | null)[]> {
  const found = new Map<Lookup, Row>();
  const alike = grouped(asked, ({ where, ...query }) => JSON.stringify([Object.keys(where), query]));
  await Promise.all(
    [...alike.values()].map(async (lookups) => {
      const [key] = Object.keys(lookups[0]!.where) as [string];
      const keys = [...new Set(lookups.map(({ where }) => where[key]))];
      const select = { ...lookups[0]!.select, [key]: true };
      const rows = await readRows(db, model, { ...lookups[0]!, select, where: { [key]: { in: keys } } });
      const byKey = new Map(rows.map((row) => [row[key], row]));
      for (const lookup of lookups) if (byKey.has(lookup.where[key])) found.set(lookup, byKey.get(lookup.where[key])!);
    }),
  );
  return asked.map((lookup) => found.get(lookup) ?? null);
}

const uncapitalized = (name: string) => name[0]!.toLowerCase() + name.slice(1);
