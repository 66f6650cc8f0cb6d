import { setTimeout as sleep } from 'node:timers/promises';
import { runs } from './runs.ts';

/** Clients that ask one after the other, without end. */
export interface Asking {
  /** Answers by status since the last call. */
  statuses(): Record<string, number>;
  /** Requests that broke after the server had taken them: other than by a refused connection. */
  readonly dropped: readonly string[];
  /** Answers with 200 that do not say what they should. */
  readonly wrong: readonly string[];
  stop(): Promise<void>;
}

/** Milliseconds between an answer and what is asked next: without any all of it is as much as the machine can do. */
const PAUSE = runs(20, 0);

/** Has `clients` ask `query`, each anew soon after it is answered; every answer with 200 must be `expected`. */
export function asking(url: string, query: string, expected: string, clients = 8): Asking {
  let seen: Record<string, number> = {};
  let going = true;
  const dropped: string[] = [];
  const wrong: string[] = [];
  const one = async () => {
    while (going) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
          body: JSON.stringify({ query }),
        });
        const text = await response.text();
        seen[response.status] = (seen[response.status] ?? 0) + 1;
        if (response.status === 200 && text !== expected) wrong.push(text);
        await sleep(PAUSE);
      } catch (error) {
        const code = (error as { cause?: { code?: string } }).cause?.code ?? String(error);
        if (code !== 'ECONNREFUSED') dropped.push(code);
        await sleep(20);
      }
    }
  };
  const all = Promise.all(Array.from({ length: clients }, one));
  return {
    statuses() {
      const found = seen;
      seen = {};
      return found;
    },
    dropped,
    wrong,
    async stop() {
      going = false;
      await all;
    },
  };
}
