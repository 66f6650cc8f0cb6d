import { read } from '../../db/direct.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { sql } from './where.ts';

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

/** The roles of several people in current articles, those last seen first; for each at most `limit`. One statement. */
export function readRoles(db: PrismaClient, speakerIds: readonly string[], limit: number): Promise<Role[]> {
  return read<Role>(
    db,
    sql`
    WITH sighting AS (
      SELECT role."speakerId", title, organization, role."organizationId", country, "articleId", role.start, role."end", role."sortAt",
        min("publishedAt") OVER alike AS "firstSeen", max("publishedAt") OVER alike AS "lastSeen",
        row_number() OVER (alike ORDER BY role."sortAt" DESC, "articleId") AS nth
      FROM "Role" AS role JOIN "Article" AS article ON article.id = role."articleId"
      WHERE role."speakerId" = ANY(${speakerIds}::uuid[]) AND role.current
      WINDOW alike AS (PARTITION BY role."speakerId", lower(title), role."organizationId", country)
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY "speakerId" ORDER BY "sortAt" DESC, title COLLATE "C", "organizationId", country) AS place
      FROM sighting WHERE nth = 1
    )
    SELECT "speakerId", title, "organizationId", country, "firstSeen", "lastSeen", "articleId", start, "end"
    FROM ranked WHERE place <= ${limit} ORDER BY place`,
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
      SELECT min("publishedAt") AS "firstSeen", max("publishedAt") AS "lastSeen"
      FROM "Role" AS role JOIN "Article" AS article ON article.id = role."articleId"
      WHERE role."speakerId" = here."speakerId" AND role.current
        AND (lower(role.title), role."organizationId", role.country) IS NOT DISTINCT FROM (lower(here.title), here."organizationId", here.country)
    ) AS seen`,
  );
}
