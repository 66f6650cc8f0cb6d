import type { Config } from '../config.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import type { PoolState } from '../db/pool.ts';
import { briefly } from '../db/work.ts';
import { readSize, type Size } from '../store/read/size.ts';
import type { Crowd } from './admission.ts';
import { handlingOf, isWatching } from './handling.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import type { Plugin } from './plugin.ts';
import { refusal, refuse } from './refusal.ts';
import { remembered } from './remembered.ts';

/** Milliseconds for which a count of all that is stored holds, and that it may take. */
const COUNTED = 60_000;
const PATIENCE = 5_000;

/** What there is to measure. */
export interface Measured {
  readonly db: PrismaClient;
  readonly pool: () => PoolState;
  readonly crowd: () => Crowd;
}

/**
 * Measures every answer, and shows the measures at `/metrics` to Prometheus: in production, and where there is a token for it, only with a
 * token whose role is monitor or admin.
 */
export function useMetrics({ db, pool, crowd }: Measured, { production, access }: Pick<Config, 'production' | 'access'>): Plugin {
  const guarded = production || access.tokens.some(({ role }) => role === 'monitor');
  const size = remembered(
    () => counted(db),
    COUNTED,
    (counts) => counts !== null,
  );
  let opening: Promise<Metrics> | null = null;
  const metrics = () => {
    opening ??= openMetrics({ crowd, pool, size });
    return opening;
  };
  return {
    async onRequest({ request, url, endResponse, fetchAPI }) {
      if (url.pathname !== '/metrics') return;
      const { role } = handlingOf(request);
      if (guarded && role !== 'monitor' && role !== 'admin') {
        const error = refusal('FORBIDDEN', 'Metrics need a token with the role monitor: npm run token -- monitor.', { status: 403 });
        return endResponse(refuse(request, error, fetchAPI.Response));
      }
      const { contentType, print } = await metrics();
      endResponse(new fetchAPI.Response(await print(), { headers: { 'content-type': contentType } }));
    },
    onResponse({ request, response }) {
      const handling = handlingOf(request);
      if (isWatching(handling)) return;
      const seconds = (performance.now() - handling.startedAt) / 1000;
      void metrics().then(({ observe }) => observe(handling, response.status, seconds));
    },
  };
}

const counted = (db: PrismaClient): Promise<Size | null> => briefly(PATIENCE, () => readSize(db));
