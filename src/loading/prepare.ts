import { setTimeout as sleep } from 'node:timers/promises';
import type { PrismaClient } from '../db/generated/client.ts';
import type { Document } from '../document.ts';
import { extractorVersion } from '../pipeline/version.ts';
import type { Reading, Where } from '../readers/index.ts';
import { type Comparison, compare, withFindings } from '../store/compare.ts';
import { articleIdOf } from '../store/origin.ts';
import type { Run } from '../store/run.ts';
import { buryDead } from '../store/run-life.ts';
import type { Saving } from '../store/save.ts';
import type { Annotators } from '../workers/pool.ts';
import type { Failure } from './report.ts';

/** A document to store, and where it was read. */
export type Annotated = Saving & Where;

/** A batch on its way to be stored. */
export interface Prepared {
  readonly savings: readonly Annotated[];
  readonly failures: readonly Failure[];
  /** Articles that the run has claimed, to be given back once they are stored. */
  readonly claimed: readonly string[];
}

/** A document that was read. */
export type Read = Where & { readonly document: Document };

/** The documents of a batch, and what of it could not be read. */
export function parted(batch: readonly Reading[]): { documents: Read[]; failures: Failure[] } {
  const documents = batch.filter((reading) => reading.document !== undefined);
  const failures = batch.filter((reading) => reading.error !== undefined);
  return { documents, failures };
}

/** What storing these would do. */
export const compareAll = (client: PrismaClient, documents: readonly Read[]): Promise<Comparison[]> =>
  compare(
    client,
    documents.map(({ document }) => document),
    extractorVersion,
  );

/** Milliseconds between two looks at what another run is working on. */
const LOOK = 150;

/**
 * Milliseconds after which it is worked on here too: two runs that read the same documents in different orders may wait for each other
 * in a circle.
 */
const PATIENCE = 30_000;

interface Preparing {
  readonly client: PrismaClient;
  readonly annotators: Annotators;
  readonly run: Run;
  readonly signal: AbortSignal;
}

/** Annotates the documents whose text holds no findings of this extractor yet; those that another run works on are waited for. */
export async function prepare(batch: readonly Reading[], { client, annotators, run, signal }: Preparing): Promise<Prepared> {
  const { documents, failures } = parted(batch);
  const claimed = new Set<string>();
  const results: Promise<Annotated[]>[] = documents.map(async () => []);
  const annotateAt = async (i: number): Promise<Annotated[]> => {
    const { document, ...where } = documents[i]!;
    try {
      return [{ ...where, document, found: await annotators.run('rows', document.text, signal) }];
    } catch (error) {
      if (!signal.aborted) failures.push({ ...where, error: error as Error });
      return [];
    }
  };

  let left = documents.map((_, i) => i);
  for (let waitedFrom = performance.now(); left.length > 0 && !signal.aborted; await sleep(LOOK)) {
    const known = await compareAll(
      client,
      left.map((i) => documents[i]!),
    );
    const idOf = new Map(left.map((i) => [i, articleIdOf(documents[i]!.document.text)]));
    const wanted = left.filter((_, at) => known[at]!.wanted).map((i) => idOf.get(i)!);
    const mine = await run.claim(wanted);
    for (const id of mine) claimed.add(id);
    // Whoever had a claim before has stored the article by now, or has not begun.
    const there = await withFindings(client, [...mine], extractorVersion);
    const mayWait = performance.now() - waitedFrom < PATIENCE;
    const waiting = left.filter((i, at) => {
      const id = idOf.get(i)!;
      if (!known[at]!.wanted || there.has(id)) results[i] = Promise.resolve([{ ...documents[i]!, found: null }]);
      else if (mine.has(id) || !mayWait) results[i] = annotateAt(i);
      else return true;
      return false;
    });
    if (waiting.length === 0) break;
    if (waiting.length < left.length) waitedFrom = performance.now();
    left = waiting;
    await buryDead(client);
  }
  return { savings: (await Promise.all(results)).flat(), failures, claimed: [...claimed] };
}
