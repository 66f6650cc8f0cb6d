import { availableParallelism } from 'node:os';
import type { Piscina } from 'piscina';
import { QuotewireError } from '../errors.ts';
import { toPost } from '../model/post.ts';
import { turns } from '../turns.ts';
import type { Tasks } from './task.ts';

/** Milliseconds that a text may take, and for each million of its characters as much again; then its worker is ended. */
const PATIENCE = 120_000;

/**
 * Megabytes of heap that one worker may fill before it is ended: with its document, not with the process. From 1,024 on V8 would let a heap
 * grow to four times what it holds before it looks for what is left over; below that to twice as much.
 */
const WORKER_HEAP = 1_000;

/** Megabytes that a worker may hold of what it made last: by default 48, which makes hardly anything faster. */
const YOUNG = 12;

/**
 * Characters for each of which a further worker begins. To begin takes a second of CPU, as much as to annotate three times these: one worker
 * alone is done with them a fifth of a second later than two. What is loaded by the hour is often no more.
 */
const WORTH_A_WORKER = 100_000;

/** Milliseconds after which a worker with nothing to do ends. */
const IDLE = 10_000;

/**
 * Worker threads that annotate, one text each at a time. A text that crashes its worker, fills its memory or never comes to an end
 * fails alone: the next one gets a new worker. No thread starts before the first text comes, and further ones with those that come then; the weights
 * are read once for all.
 */
export interface Annotators {
  /** How many texts are worked on at once where there are many; more wait for their turn. */
  readonly size: number;
  /**
   * Does one task on a worker. `signal` ends it, or keeps it from beginning.
   * @throws QuotewireError `EXTRACTION_FAILED` saying why there are no findings.
   */
  run<Name extends keyof Tasks>(name: Name, text: string, signal?: AbortSignal): Promise<ReturnType<Tasks[Name]>>;
  /** Ends the threads, and with them what they work on. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Threads; by default one for each core. */
  readonly size?: number;
  /** The module whose default export does a task, for tests. */
  readonly module?: URL;
  readonly patience?: number;
  readonly heap?: number;
}

/** Annotators on all cores. Whoever makes them closes them. */
export function createAnnotators({
  size = availableParallelism(),
  module = new URL('task.ts', import.meta.url),
  patience = PATIENCE,
  heap = WORKER_HEAP,
}: PoolOptions = {}): Annotators {
  // Begun with the first text: a load that finds nothing new needs neither threads nor weights.
  let begun: Promise<Piscina> | null = null;
  const begin = async () => {
    const [{ Piscina }, { readModels }] = await Promise.all([import('piscina'), import('../models.ts')]);
    const pool = new Piscina({
      filename: new URL('worker.mjs', import.meta.url).href,
      minThreads: 0,
      maxThreads: size,
      idleTimeout: IDLE,
      // This process's own are not for threads, such as those that a test runner has.
      execArgv: [],
      workerData: { module: module.href, models: toPost(readModels()) },
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: YOUNG },
    });
    // A worker that dies between tasks is replaced; one that dies in a task rejects that task.
    pool.on('error', () => {});
    return pool;
  };
  let asked = 0;
  const turn = turns(() => Math.min(size, 1 + Math.floor(asked / WORTH_A_WORKER)));
  return {
    size,
    run: (name, text, stop) => {
      asked += text.length;
      return turn(async () => {
        const limit = Math.ceil(patience * (1 + text.length / 1_000_000));
        const late = AbortSignal.timeout(limit);
        const signal = stop ? AbortSignal.any([late, stop]) : late;
        try {
          begun ??= begin();
          return await (await begun).run({ name, text }, { signal });
        } catch (cause) {
          const reason = late.aborted ? `it took longer than ${Math.round(limit / 1000)} seconds` : reasonOf(cause);
          throw new QuotewireError('EXTRACTION_FAILED', `The text could not be annotated: ${reason}.`, { cause });
        }
      });
    },
    close: async () => (await begun)?.destroy(),
  };
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)).trim().replace(/\.$/, '');
