import type { PrismaClient } from '../db/generated/client.ts';
import { briefly } from '../db/work.ts';
import type { Plugin } from './plugin.ts';
import { remembered } from './remembered.ts';

/** Milliseconds within which the database must answer to count as there. */
const PATIENCE = 2_000;

/** Milliseconds for which its answer holds, so that asking often costs nothing. */
const FRESH = 500;

/**
 * Answers those that watch the process: `/health` as long as it lives, `/ready` with 503 while it should get no requests, because the
 * database is away or because it is about to end.
 */
export function useProbes(db: PrismaClient, draining: () => boolean): Plugin {
  const answers = remembered(() => databaseAnswers(db), FRESH);
  return {
    async onRequest({ request, url, endResponse, fetchAPI }) {
      if (url.pathname !== '/health' && url.pathname !== '/ready') return;
      const status = url.pathname === '/health' ? 'ok' : draining() ? 'draining' : (await answers()) ? 'ok' : 'database away';
      endResponse(
        new fetchAPI.Response(request.method === 'HEAD' ? null : JSON.stringify({ status }), {
          status: status === 'ok' ? 200 : 503,
          headers: { 'content-type': 'application/json; charset=utf-8' },
        }),
      );
    },
  };
}

const databaseAnswers = async (db: PrismaClient): Promise<boolean> =>
  (await briefly(PATIENCE, () => db.$queryRaw<unknown[]>`SELECT 1`))?.length === 1;
