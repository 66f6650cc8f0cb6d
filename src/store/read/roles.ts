import { read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { UNDATED } from '../undated.ts';
import { raw, sql } from './where.ts';

const DATED = `"sortAt" > '${UNDATED.toISOString()}'`;

/** What articles call a person: one title, with the organization that it names and the country, and when it was first and last seen. */
export interface Role {
  readonly speakerId: string;
  readonly title: string;
  readonly organizationId: string | null;
  readonly country: string | null;
  /** Dates of the earliest and the latest dated article; null where none is dated. */
  readonly firstSeen: Date | null;
  readonly lastSeen: Date | null;
  /** One article that prints it, and where. */
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
}

/** When dated ones among some roles are first and last seen: a role repeats the date of its article, which need not be read. */
const SEEN = raw(`min("sortAt") FILTER (WHERE ${DATED}) AS "firstSeen", max("sortAt") FILTER (WHERE ${DATED}) AS "lastSeen"`);

/**
 * Ids that are not known when the statement is planned: who has ten thousand roles in articles has few different ones, which are counted as they come, and not
 * sorted first.
 */
const unknown = (ids: readonly string[]) => sql`ARRAY(SELECT unnest(${[...ids]}::uuid[]))`;

/** The roles of several people in current articles, those last seen first; for each at most `limit`. One statement. */
export function readRoles(db: PrismaClient, speakerIds: readonly string[], limit: number): Promise<Role[]> {
  return read<Role>(
    db,
    sql`
    WITH alike AS (
      SELECT "speakerId", lower(title) AS folded, "organizationId", country, ${SEEN}, max("sortAt") AS latest
      FROM "Role" WHERE "speakerId" = ANY(${unknown(speakerIds)}) AND current GROUP BY 1, 2, 3, 4
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY "speakerId" ORDER BY latest DESC, folded COLLATE "C", "organizationId", country) AS place FROM alike
    ), chosen AS MATERIALIZED (SELECT * FROM ranked WHERE place <= ${limit})
    SELECT "speakerId", newest.title, "organizationId", country, "firstSeen", "lastSeen", newest."articleId", newest.start, newest."end"
    FROM chosen CROSS JOIN LATERAL (
      SELECT role.title, role."articleId", role.start, role."end"
      FROM "Mention" AS mention JOIN "Role" AS role ON role."articleId" = mention."articleId" AND role."speakerId" = mention."speakerId"
      WHERE mention."speakerId" = chosen."speakerId" AND mention."sortAt" = latest AND role.current AND lower(role.title) = folded
        AND (role."organizationId", role.country) IS NOT DISTINCT FROM (chosen."organizationId", chosen.country)
      ORDER BY role."articleId", role.start LIMIT 1
    ) AS newest
    ORDER BY place`,
  );
}

/** A person in an article; ids. */
interface PersonIn {
  readonly articleId: string;
  readonly speakerId: string;
}

/** For several people what one article calls each: the first title that it gives, where it gives one. One statement. */
export function readRolesIn(db: PrismaClient, people: readonly PersonIn[]): Promise<Role[]> {
  const [articles, speakers] = [people.map(({ articleId }) => articleId), people.map(({ speakerId }) => speakerId)];
  return read<Role>(
    db,
    sql`
    WITH here AS (
      SELECT DISTINCT ON ("articleId", "speakerId") role.*
      FROM unnest(${articles}::uuid[], ${speakers}::uuid[]) AS asked("articleId", "speakerId") JOIN "Role" AS role USING ("articleId", "speakerId")
      ORDER BY "articleId", "speakerId", role.start, role.id
    )
    SELECT here."speakerId", here.title, here."organizationId", here.country, here."articleId", here.start, here."end", seen.*
    FROM here CROSS JOIN LATERAL (
      SELECT ${SEEN} FROM "Role" AS role
      WHERE role."speakerId" = here."speakerId" AND role.current
        AND (lower(role.title), role."organizationId", role.country) IS NOT DISTINCT FROM (lower(here.title), here."organizationId", here.country)
    ) AS seen`,
  );
}
