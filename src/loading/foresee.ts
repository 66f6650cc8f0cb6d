import type { PrismaClient } from '../db/generated/client.ts';
import type { Document } from '../document.ts';
import { idOf } from '../ids.ts';
import type { Reading } from '../readers/index.ts';
import { factsOf, type Outcome } from '../store/compare.ts';
import { originOf } from '../store/origin.ts';
import { compareAll, parted } from './prepare.ts';
import type { Failure, Stored } from './report.ts';

/** Says of each batch what storing it would do, given the corpus and the documents before. */
export function foresee(client: PrismaClient) {
  const coming = new Set<string>();
  /** What places of origin would hold that do not hold it yet, as its hash: of a million places all facts would fill the memory. */
  const held = new Map<string, string>();
  const outcomeOf = (document: Document, known: Outcome): Outcome => {
    if (known === 'removed') return known;
    const row = originOf(document);
    const facts = idOf(factsOf(row));
    const before = held.get(row.id);
    if (before === facts || (before === undefined && known === 'unchanged')) return 'unchanged';
    const isNew = known === 'new' && !coming.has(row.articleId);
    if (isNew) coming.add(row.articleId);
    held.set(row.id, facts);
    return isNew ? 'new' : 'updated';
  };
  return async (batch: readonly Reading[]): Promise<{ outcomes: Stored[]; failures: Failure[] }> => {
    const { documents, failures } = parted(batch);
    const known = await compareAll(client, documents);
    const outcomes = documents.map(({ path, document }, i) => ({ path, outcome: outcomeOf(document, known[i]!.outcome) }));
    return { outcomes, failures };
  };
}
