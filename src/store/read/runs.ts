import type { IngestRun, Prisma } from '../../db/generated/client.ts';
import { SILENCE } from '../run-life.ts';

/** The latest runs, the newest first. One that says it runs, and has been silent for long, is shown as killed. */
export const recentRuns = (db: Prisma.TransactionClient, limit: number): Promise<IngestRun[]> =>
  db.$queryRaw<IngestRun[]>`
    SELECT id::text, kind::text, source, "startedAt", "seenAt", read, added, unchanged, updated, "removedEarlier", failed,
      CASE WHEN dead THEN 'KILLED' ELSE status::text END AS status, CASE WHEN dead THEN "seenAt" ELSE "finishedAt" END AS "finishedAt"
    FROM (SELECT *, status = 'RUNNING' AND "seenAt" < now() - make_interval(secs => ${SILENCE}) AS dead FROM "IngestRun") run
    ORDER BY "startedAt" DESC, id LIMIT ${limit}`;
