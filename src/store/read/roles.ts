import type { PrismaClient } from '../../db/generated/client.ts';

/** What articles call a person: one title, with organization and country as written, and when it was first and last seen. */
export interface Role {
  readonly speakerId: string;
  readonly title: string;
  readonly organization: string | null;
  readonly country: string | null;
  /** Dates of the earliest and the latest dated article; null where none is dated. */
  readonly firstSeen: Date | null;
  readonly lastSeen: Date | null;
}

/** The roles of several people in current articles, those last seen first; for each at most `limit`. One statement. */
export function readRoles(db: PrismaClient, speakerIds: readonly string[], limit: number): Promise<Role[]> {
  return db.$queryRaw<Role[]>`
    SELECT "speakerId", title, organization, country, "firstSeen", "lastSeen"
    FROM (
      SELECT role."speakerId", title, organization, country, min("publishedAt") AS "firstSeen", max("publishedAt") AS "lastSeen",
        row_number() OVER (PARTITION BY role."speakerId" ORDER BY max(role."sortAt") DESC, title COLLATE "C", organization, country) AS place
      FROM "Role" AS role JOIN "Article" AS article ON article.id = role."articleId"
      WHERE role."speakerId" = ANY(${speakerIds}::uuid[]) AND role.current
      GROUP BY role."speakerId", title, organization, country
    ) AS ranked
    WHERE place <= ${limit}
    ORDER BY place`;
}
