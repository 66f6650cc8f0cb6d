import type { Prisma } from '../db/generated/client.ts';

/** Ids of the nouns that some articles name. */
export interface Nouns {
  readonly speakers: readonly string[];
  readonly organizations: readonly string[];
  readonly places: readonly string[];
}

/** The nouns that these articles name. */
export async function nounsOf(db: Prisma.TransactionClient, articles: string[]): Promise<Nouns> {
  const mentions = await db.mention.findMany({
    where: { articleId: { in: articles } },
    select: { speakerId: true, organizationId: true, placeId: true },
  });
  return {
    speakers: mentions.flatMap(({ speakerId }) => speakerId ?? []),
    organizations: mentions.flatMap(({ organizationId }) => organizationId ?? []),
    places: mentions.flatMap(({ placeId }) => placeId ?? []),
  };
}

/**
 * Brings nouns up to date with all articles that name them: name, other forms and counts; those that nothing names any longer go.
 * Of the forms that articles give as the fullest, the name is one that is no acronym, not all in capitals, and the most frequent.
 */
export async function refreshNouns(db: Prisma.TransactionClient, ...nouns: readonly Nouns[]): Promise<void> {
  for (const [kind, { table, column, set }] of Object.entries(NOUNS)) {
    const ids = [...new Set(nouns.flatMap((some) => some[kind as keyof Nouns]))];
    if (ids.length === 0) continue;
    await db.$executeRawUnsafe(
      `WITH mentions AS (
         SELECT "${column}" AS noun, name, acronym, kind, aliases, normalized, "quoteCount", current FROM "Mention" WHERE "${column}" = ANY($1::uuid[])
       ), named AS (
         SELECT DISTINCT ON (noun) noun, name FROM mentions GROUP BY noun, name, acronym
         ORDER BY noun, name IS NOT DISTINCT FROM acronym, name = upper(name), count(*) DESC, name COLLATE "C"
       ), counted AS (
         SELECT noun, count(*) FILTER (WHERE current) AS articles, coalesce(sum("quoteCount") FILTER (WHERE current), 0) AS quotes,
           mode() WITHIN GROUP (ORDER BY acronym COLLATE "C") AS acronym, mode() WITHIN GROUP (ORDER BY kind) AS kind
         FROM mentions GROUP BY noun
       ), formed AS (
         SELECT noun, array_agg(DISTINCT form COLLATE "C" ORDER BY form COLLATE "C") AS forms
         FROM mentions, unnest(aliases) AS form GROUP BY noun
       ), found AS (
         SELECT noun, array_agg(DISTINCT form COLLATE "C" ORDER BY form COLLATE "C") AS normalized
         FROM mentions, unnest(normalized) AS form GROUP BY noun
       )
       UPDATE "${table}" AS noun SET name = named.name, normalized = found.normalized, "articleCount" = counted.articles${set}
       FROM named JOIN counted USING (noun) JOIN formed USING (noun) JOIN found USING (noun)
       WHERE named.noun = noun.id`,
      ids,
    );
    await db.$executeRawUnsafe(
      `DELETE FROM "${table}" AS noun WHERE id = ANY($1::uuid[]) AND NOT EXISTS (SELECT FROM "Mention" WHERE "${column}" = noun.id)`,
      ids,
    );
  }
}

const QUOTES_AND_ALIASES = `, "quoteCount" = counted.quotes, aliases = array_remove(array_remove(formed.forms, named.name), counted.acronym)`;

/** For each kind of noun its table, the column of a mention that points to it, and what is set beside name and article count. */
const NOUNS = {
  speakers: { table: 'Speaker', column: 'speakerId', set: QUOTES_AND_ALIASES },
  organizations: {
    table: 'Organization',
    column: 'organizationId',
    set: `, acronym = counted.acronym, kind = counted.kind${QUOTES_AND_ALIASES}`,
  },
  places: { table: 'Place', column: 'placeId', set: '' },
};
