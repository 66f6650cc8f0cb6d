import type { Prisma, PrismaClient } from '../db/generated/client.ts';
import { type Comparison, compare, type Outcome } from './compare.ts';
import { isThere } from './copy.ts';
import { originOf } from './origin.ts';
import type { Saving } from './saving.ts';
import { AlreadyThere, besideOthers, underLock } from './transaction.ts';
import { addArticles, writeChanges } from './write.ts';

/**
 * Stores a batch and says of each document what became of it. The only way into the corpus: the same set of documents gives the same
 * rows, in any order, in one batch or many, by one process or several. New articles at new origins, which are nearly all there are in a
 * load, are written beside those of other writers; whatever changes what is there is written alone.
 */
export async function save(client: PrismaClient, batch: readonly Saving[], extractor: string, now = new Date()): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const part of withoutRepeatedOrigins(batch)) outcomes.push(...(await savePart(client, part, extractor, now)));
  return outcomes;
}

async function savePart(client: PrismaClient, batch: readonly Saving[], extractor: string, now: Date): Promise<Outcome[]> {
  const known = await compareAll(client, batch, extractor);
  const isAdded = ({ stored, outcome }: Comparison) => !stored && outcome !== 'removed';
  const isChanged = ({ stored, outcome }: Comparison) => stored && outcome !== 'unchanged' && outcome !== 'removed';
  const added = batch.filter((_, i) => isAdded(known[i]!));
  const changed = batch.filter((_, i) => isChanged(known[i]!));
  try {
    if (added.length > 0) await besideOthers(client, (db) => addArticles(db, added, extractor, now));
  } catch (error) {
    if (!(error instanceof AlreadyThere || isThere(error))) throw error;
    // Another writer was faster: what was new is now there.
    return change(client, batch, extractor, now);
  }
  if (changed.length === 0) return known.map(({ outcome }) => outcome);
  // One article that is there already must not make a hundred new ones be written as changes: each twice, and alone.
  const outcomes = await change(client, changed, extractor, now);
  const ofChanged = new Map(changed.map((saving, i) => [saving, outcomes[i]!]));
  return batch.map((saving, i) => ofChanged.get(saving) ?? known[i]!.outcome);
}

/** Stores whatever the documents change, alone. */
function change(client: PrismaClient, batch: readonly Saving[], extractor: string, now: Date): Promise<Outcome[]> {
  return underLock(client, async (db) => {
    const outcomes = (await compareAll(db, batch, extractor)).map(({ outcome }) => outcome);
    const changed = batch.filter((_, i) => outcomes[i] !== 'unchanged' && outcomes[i] !== 'removed');
    if (changed.length > 0) await writeChanges(db, changed, extractor, now);
    return outcomes;
  });
}

const compareAll = (db: Prisma.TransactionClient, batch: readonly Saving[], extractor: string): Promise<Comparison[]> =>
  compare(
    db,
    batch.map(({ document }) => document),
    extractor,
  );

/** The batch in parts none of which has two texts of one origin: the later text takes the earlier one's place, as it does in two batches. */
function withoutRepeatedOrigins(batch: readonly Saving[]): Saving[][] {
  const parts: Saving[][] = [[]];
  let seen = new Set<string>();
  for (const saving of batch) {
    const { id } = originOf(saving.document);
    if (seen.has(id)) {
      parts.push([]);
      seen = new Set();
    }
    seen.add(id);
    parts.at(-1)!.push(saving);
  }
  return parts;
}
