import { isDiskFull } from '../db/away.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import { QuotewireError } from '../errors.ts';
import { extractorVersion } from '../pipeline/version.ts';
import { save } from '../store/save.ts';
import type { Annotated } from './prepare.ts';
import type { Failure, Stored } from './report.ts';

/** Stores a batch; where the database refuses it, one document after the other, so that the one at fault is found. */
export async function storeAll(client: PrismaClient, batch: readonly Annotated[], fail: (failure: Failure) => void): Promise<Stored[]> {
  try {
    const outcomes = await save(client, batch, extractorVersion);
    return batch.map(({ path }, i) => ({ path, outcome: outcomes[i]! }));
  } catch (cause) {
    // Where there is no database any longer, or no room in it, no document is at fault.
    if (isDiskFull(cause)) throw cause;
    await client.$queryRaw`SELECT 1`;
    if (batch.length > 1) {
      const stored: Stored[] = [];
      for (const one of batch) stored.push(...(await storeAll(client, [one], fail)));
      return stored;
    }
    const { document: _, found: __, ...where } = batch[0]!;
    fail({ ...where, error: new QuotewireError('STORING_FAILED', `The database refused it: ${reasonOf(cause)}`, { cause }) });
    return [];
  }
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)).trim().split('\n').at(-1)!;
