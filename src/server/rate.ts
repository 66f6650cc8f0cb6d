import { handlingOf } from './handling.ts';
import type { Plugin } from './plugin.ts';
import { refusal, refuse } from './refusal.ts';

const MINUTE = 60_000;

/** Clients to remember, at most: a flood of addresses must not fill memory. */
const CLIENTS = 50_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** Lets each token, or address without one, send so many requests a minute: all at once, or evenly. Nobody is counted without a network. */
export function useRateLimit(perMinute: number, now: () => number = Date.now): Plugin {
  const take = rateLimiter(perMinute, now);
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      const { token, address } = handlingOf(request);
      const client = token ?? address;
      if (client === null) return;
      const wait = take(client);
      if (wait === 0) return;
      const error = refusal('RATE_LIMITED', `More than ${perMinute} requests a minute; try again in ${wait} s.`, {
        status: 429,
        headers: { 'retry-after': String(wait) },
        about: { limit: 'rate', max: perMinute },
      });
      endResponse(refuse(request, error, fetchAPI.Response));
    },
  };
}

/** A function that takes one request from a client's budget, and returns 0 or the seconds to wait. */
export function rateLimiter(perMinute: number, now: () => number): (client: string) => number {
  const buckets = new Map<string, Bucket>();
  return (client) => {
    const at = now();
    const known = buckets.get(client);
    const tokens = known ? Math.min(perMinute, known.tokens + ((at - known.at) * perMinute) / MINUTE) : perMinute;
    const wait = tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * MINUTE) / perMinute / 1000);
    // Put in anew, so that those longest silent are first to be forgotten.
    buckets.delete(client);
    buckets.set(client, { tokens: wait === 0 ? tokens - 1 : tokens, at });
    if (buckets.size > CLIENTS) buckets.delete(buckets.keys().next().value!);
    return wait;
  };
}
