import type { Statements } from '../db/direct.ts';
import type { Prisma } from '../db/generated/client.ts';
import {
  add,
  called,
  type Delta,
  deltaOf,
  type Forms,
  haveSameForms,
  isNothing,
  type NounMention,
  packForms,
  unpackForms,
} from './forms.ts';
import { asJson, columnsOf, rowsFrom, update } from './insert.ts';
import type { ArticleRows } from './rows.ts';

/** The tables of nouns, in the order in which every writer comes to them. */
const TABLES = ['Speaker', 'Organization', 'Place'] as const;
type Table = (typeof TABLES)[number];

/** For each table by the noun's id what changes. */
export type Deltas = Readonly<Record<Table, ReadonlyMap<string, Delta>>>;

type LinkedMention = NounMention & {
  readonly speakerId: string | null;
  readonly organizationId: string | null;
  readonly placeId: string | null;
};

/** The mentions of some articles, as far as nouns are made of them. */
export const mentionsOf = (db: Prisma.TransactionClient, articles: string[]): Promise<LinkedMention[]> =>
  db.mention.findMany({
    where: { articleId: { in: articles } },
    select: {
      speakerId: true,
      organizationId: true,
      placeId: true,
      name: true,
      acronym: true,
      kind: true,
      gazetteer: true,
      spans: true,
      text: true,
      quoteCount: true,
      current: true,
    },
  });

/** What becomes of nouns when these mentions come and those go: nothing else needs to be looked at, however many name them. */
export function deltasOf(come: readonly LinkedMention[], go: readonly LinkedMention[] = []): Deltas {
  const deltas = { Speaker: new Map<string, Delta>(), Organization: new Map<string, Delta>(), Place: new Map<string, Delta>() };
  const count = (mention: LinkedMention, sign: 1 | -1) => {
    const { speakerId, organizationId, placeId } = mention;
    const [table, id] = speakerId
      ? (['Speaker', speakerId] as const)
      : organizationId
        ? (['Organization', organizationId] as const)
        : (['Place', placeId!] as const);
    const delta = deltaOf(mention, sign);
    const before = deltas[table].get(id);
    deltas[table].set(id, before ? add(before, delta) : delta);
  };
  for (const mention of come) count(mention, 1);
  for (const mention of go) count(mention, -1);
  return deltas;
}

const NOTHING: Delta = { mentionCount: 0, articleCount: 0, quoteCount: 0, forms: {} };

/**
 * Makes the nouns of these articles that are not there yet, with what `deltas` says of them, and returns the ids of those made. Every
 * writer goes through nouns in the order of their ids, so that two that make the same ones wait for each other instead of in a circle.
 */
export async function makeNouns(db: Statements, found: readonly ArticleRows[], deltas?: Deltas): Promise<ReadonlySet<string>> {
  const nouns = {
    Speaker: found.flatMap(({ speakers }) => speakers),
    Organization: found.flatMap(({ organizations }) => organizations),
    Place: found.flatMap(({ places }) => places),
  };
  const made = new Set<string>();
  for (const table of TABLES) {
    const byId = new Map(nouns[table].map((noun) => [noun.id, noun]));
    const rows = [...byId.values()].sort(byIds).map((noun) => {
      const delta = deltas?.[table].get(noun.id) ?? NOTHING;
      const names = calledOf(table, delta.forms);
      return { ...noun, ...names, ...countsOf(table, delta, names) };
    });
    if (rows.length === 0) continue;
    const columns = columnsOf(rows);
    const inserted = await db.$queryRawUnsafe<{ id: string }[]>(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM ${rowsFrom(table)} ON CONFLICT DO NOTHING RETURNING id::text`,
      asJson(rows),
    );
    for (const { id } of inserted) made.add(id);
  }
  return made;
}

/**
 * Brings nouns up to date with what came and went: counts, forms, and what they are called. A noun that nothing names any longer goes.
 * The last thing a writer does, since others wait for the nouns that it holds.
 */
export async function updateNouns(db: Statements, deltas: Deltas, except: ReadonlySet<string> = new Set()): Promise<void> {
  for (const table of TABLES) {
    const changed = [...deltas[table]].filter(([id, delta]) => !except.has(id) && !isNothing(delta)).map(([id]) => id);
    if (changed.length === 0) continue;
    const stored = await db.$queryRawUnsafe<(Delta & Called & { id: string })[]>(
      `SELECT id::text, ${STORED[table]}, forms FROM "${table}" WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      changed,
    );
    const [gone, counted, renamed]: [string[], Row[], Row[]] = [[], [], []];
    for (const before of stored) {
      const forms = unpackForms(before.forms, before.name, before.mentionCount);
      const delta = add({ ...before, forms }, deltas[table].get(before.id)!);
      const names = calledOf(table, delta.forms);
      const row = { id: before.id, ...countsOf(table, delta, names) };
      if (delta.mentionCount === 0) gone.push(row.id);
      else if (isSame(before, names) && haveSameForms(forms, delta.forms)) counted.push(row);
      else renamed.push({ ...row, ...names });
    }
    // Most are called as before, so that what they are searched by need not be made anew.
    await update(db, table, counted);
    await update(db, table, renamed);
    if (gone.length > 0) await db.$executeRawUnsafe(`DELETE FROM "${table}" WHERE id = ANY($1::uuid[])`, gone);
  }
}

type Row = { readonly id: string };

/** What is read of a noun that changes. */
const STORED: Readonly<Record<Table, string>> = {
  Speaker: 'name, "mentionCount", "articleCount", "quoteCount"',
  Organization: 'name, acronym, kind::text, "mentionCount", "articleCount", "quoteCount"',
  Place: 'name, "mentionCount", "articleCount", 0 AS "quoteCount"',
};

/** What of a noun's names follows from how often it has which form, not only from which it has. */
interface Called {
  readonly name: string;
  readonly acronym?: string | null;
  readonly kind?: string | null;
}

const isSame = (a: Called, b: Called) => a.name === b.name && a.acronym === b.acronym && a.kind === b.kind;

/** The columns that say what a noun is called. */
function calledOf(table: Table, forms: Forms) {
  const { name = '', acronym, kind, aliases, normalized } = called(forms);
  if (table === 'Place') return { name, normalized };
  return table === 'Speaker' ? { name, normalized, aliases } : { name, normalized, aliases, acronym, kind };
}

/** The columns that say how often it is named. */
const countsOf = (table: Table, { mentionCount, articleCount, quoteCount, forms }: Delta, { name }: Called) => ({
  mentionCount,
  articleCount,
  forms: packForms(forms, name, mentionCount),
  ...(table !== 'Place' && { quoteCount }),
});

const byIds = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
