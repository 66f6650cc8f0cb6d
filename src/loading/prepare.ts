import { setTimeout as sleep } from 'node:timers/promises';
import type { PrismaClient } from '../db/generated/client.ts';
import type { Document } from '../document.ts';
import { extractorVersion } from '../pipeline/version.ts';
import type { Reading, Where } from '../readers/index.ts';
import { type Comparison, compare, withFindings } from '../store/compare.ts';
import { originOf } from '../store/origin.ts';
import type { ArticleRows } from '../store/rows.ts';
import type { Run } from '../store/run.ts';
import { buryDead } from '../store/run-life.ts';
import type { Saving } from '../store/saving.ts';
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
 * Milliseconds after which it is worked on here too: where two texts of one place stand in different batches, two runs that read them in
 * different orders may wait for each other in a circle.
 */
const PATIENCE = 30_000;

interface Preparing {
  readonly client: PrismaClient;
  readonly annotators: Annotators;
  readonly run: Run;
  readonly signal: AbortSignal;
  /** Lets a few batches claim and annotate at once: who waits for another run has no turn, so that its own run goes on ahead of it. */
  readonly turn: <Result>(action: () => Promise<Result>) => Promise<Result>;
}

/** Annotates the documents whose text holds no findings of this extractor yet; those that another run works on are waited for. */
export async function prepare(batch: readonly Reading[], preparing: Preparing): Promise<Prepared> {
  const { client, signal, turn } = preparing;
  const { documents, failures } = parted(batch);
  const claimed = new Set<string>();
  const savings: Annotated[] = [];
  let left = documents;
  for (let waitedFrom = performance.now(); left.length > 0; await sleep(LOOK)) {
    const mayWait = performance.now() - waitedFrom < PATIENCE;
    const done = await turn(() => annotateFree(left, mayWait, claimed, preparing));
    failures.push(...done.failures);
    savings.push(...done.savings);
    if (done.waiting.length === 0 || signal.aborted) break;
    if (done.waiting.length < left.length) waitedFrom = performance.now();
    left = done.waiting;
    await buryDead(client);
  }
  const order = new Map(documents.map(({ document }, i) => [document, i]));
  savings.sort((a, b) => order.get(a.document)! - order.get(b.document)!);
  return { savings, failures, claimed: [...claimed] };
}

interface Annotating {
  readonly savings: Annotated[];
  readonly failures: Failure[];
  /** What another run works on. */
  readonly waiting: Read[];
}

/** Of these documents annotates those that no other run works on, or where it `mayWait` no longer all; and adds what it claims to `claimed`. */
async function annotateFree(
  documents: readonly Read[],
  mayWait: boolean,
  claimed: Set<string>,
  { client, annotators, run, signal }: Preparing,
): Promise<Annotating> {
  const [savings, failures, waiting]: [Promise<Annotated[]>[], Failure[], Read[]] = [[], [], []];
  if (signal.aborted) return { savings: [], failures, waiting };
  const ids = documents.map(({ document }) => originOf(document).articleId);
  const known = await compareAll(client, documents);
  const mine = await run.claim(ids.filter((_, i) => known[i]!.wanted));
  for (const id of mine) claimed.add(id);
  // Whoever had a claim before has stored the article by now, or has not begun.
  const there = await withFindings(client, [...mine], extractorVersion);
  const annotated = async ({ document, ...where }: Read, findings: Promise<ArticleRows | null>): Promise<Annotated[]> => {
    try {
      return [{ ...where, document, found: await findings }];
    } catch (error) {
      if (!signal.aborted) failures.push({ ...where, error: error as Error });
      return [];
    }
  };
  /** What is found in texts that are not stored yet; null where another run is looking. Copies fare as the first does. */
  const first = new Map<string, Promise<ArticleRows> | null>();
  for (const [i, one] of documents.entries()) {
    const id = ids[i]!;
    const copied = first.get(id);
    if (copied)
      savings.push(
        annotated(
          one,
          copied.then(() => null),
        ),
      );
    else if (copied === null) waiting.push(one);
    else if (!known[i]!.wanted || there.has(id)) savings.push(Promise.resolve([{ ...one, found: null }]));
    else if (mine.has(id) || !mayWait) {
      const findings = annotators.run('rows', one.document.text, signal);
      first.set(id, findings);
      savings.push(annotated(one, findings));
    } else {
      first.set(id, null);
      waiting.push(one);
    }
  }
  return { savings: (await Promise.all(savings)).flat(), failures, waiting };
}
