import type { PrismaClient } from '../db/generated/client.ts';
import type { Reading } from '../readers/index.ts';
import { originOf } from '../store/origin.ts';
import { compareAll, parted } from './prepare.ts';
import type { Failure, Stored } from './report.ts';

/** Says of each batch what storing it would do, given the corpus and the batches before. */
export function foresee(client: PrismaClient) {
  const coming = new Set<string>();
  return async (batch: readonly Reading[]): Promise<{ outcomes: Stored[]; failures: Failure[] }> => {
    const { documents, failures } = parted(batch);
    const known = await compareAll(client, documents);
    const outcomes = documents.map(({ path, document }, i): Stored => {
      const article = originOf(document).articleId;
      const { outcome } = known[i]!;
      const isRepeated = outcome === 'new' && coming.has(article);
      if (outcome === 'new') coming.add(article);
      return { path, outcome: isRepeated ? 'updated' : outcome };
    });
    return { outcomes, failures };
  };
}
