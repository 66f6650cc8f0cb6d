import type { GraphQLError } from 'graphql';
import type { Limits } from '../config.ts';
import { handlingOf } from './handling.ts';
import type { Plugin } from './plugin.ts';
import { refusal, refuse } from './refusal.ts';

/** How many are at work, and wait. */
export interface Crowd {
  readonly working: number;
  readonly waiting: number;
}

/**
 * Works on so many requests at once, lets so many more wait, and sends the rest away at once with 503: what is accepted is answered in
 * time however many ask. A request takes its place when it has arrived whole, so that slow senders hold none.
 */
export function useAdmission(limits: Pick<Limits, 'concurrency' | 'queue' | 'requestTimeout'>): Plugin & { crowd: () => Crowd } {
  const places = new Places(limits.concurrency, limits.queue);
  return {
    crowd: () => places.crowd,
    onRequest({ request, endResponse, fetchAPI }) {
      // Told before the body is read; a preflight costs nothing.
      if (places.full && request.method !== 'OPTIONS') endResponse(refuse(request, overloaded(), fetchAPI.Response));
    },
    onParams({ request, paramsHandler, setParamsHandler }) {
      const { signal } = handlingOf(request);
      setParamsHandler(async (payload) => {
        const leave = await places.enter(signal, limits.requestTimeout);
        try {
          return await paramsHandler(payload);
        } finally {
          leave();
        }
      });
    },
  };
}

const overloaded = (): GraphQLError =>
  refusal('OVERLOADED', 'Too many requests at once; try again in a moment.', { status: 503, headers: { 'retry-after': '1' } });

interface Waiting {
  readonly come: () => void;
}

/** Places to work in, and a queue for them. */
class Places {
  readonly #most: number;
  readonly #longest: number;
  readonly #queue = new Set<Waiting>();
  #working = 0;

  constructor(most: number, longest: number) {
    this.#most = most;
    this.#longest = longest;
  }

  get crowd(): Crowd {
    return { working: this.#working, waiting: this.#queue.size };
  }

  /** Whether whoever comes now would be sent away. */
  get full(): boolean {
    return this.#working >= this.#most && this.#queue.size >= this.#longest;
  }

  /** Waits for a place and returns how to leave it. Who gives up while waiting leaves the queue. */
  async enter(signal: AbortSignal, patience: number): Promise<() => void> {
    if (this.full) throw overloaded();
    if (this.#working < this.#most) this.#working++;
    else await this.#wait(signal, patience);
    return () => this.#leave();
  }

  #wait(signal: AbortSignal, patience: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#queue.delete(waiting);
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        reject(signal.aborted ? signal.reason : overloaded());
      };
      const waiting: Waiting = {
        come: () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      const timer = setTimeout(giveUp, patience);
      signal.addEventListener('abort', giveUp, { once: true });
      this.#queue.add(waiting);
    });
  }

  /** Hands the place on, or gives it back. */
  #leave(): void {
    const next = this.#queue.values().next().value;
    if (!next) {
      this.#working--;
      return;
    }
    this.#queue.delete(next);
    next.come();
  }
}
