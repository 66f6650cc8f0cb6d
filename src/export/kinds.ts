import type { Prisma, PrismaClient } from '../db/generated/client.ts';
import { LOWEST_ID } from '../ids.ts';
import { normalize } from '../normalize.ts';
import { unpackSpans } from '../store/spans.ts';
import type { ExportFilter, Kind } from './options.ts';

/** A row of an export: its id, by which the next page is found, and what it says. */
export type ExportRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** Rows with ids above `after`, in the order of their ids, at most `PAGE`; none behind the last. */
type Page = (db: PrismaClient, filter: ExportFilter, after: string, mostBytes: number) => Promise<ExportRow[]>;

/** Rows in memory at once. */
const PAGE = 200;
/** Bytes of text in memory at once, one text aside: a few of the longest articles. */
const MOST_BYTES = 8_000_000;

function articlesOf(filter: ExportFilter): Prisma.ArticleWhereInput {
  const { collection, publisher, author, keyword, section, language, speaker, organization, from, to } = filter;
  return {
    supersededById: null,
    ...(collection && { collection }),
    ...(publisher && { publisher }),
    ...(author && { authorKeys: { has: normalize(author) } }),
    ...(keyword && { keywordKeys: { has: normalize(keyword) } }),
    ...(section && { section }),
    ...(language && { OR: [{ language }, { language: { startsWith: `${language}-` } }] }),
    ...((from || to) && { publishedAt: { ...(from && { gte: from }), ...(to && { lt: to }) } }),
    AND: [
      ...(speaker ? [{ mentions: { some: { quoteCount: { gt: 0 }, speaker: called(speaker) } } }] : []),
      ...(organization ? [{ mentions: { some: { organization: called(organization) } } }] : []),
    ],
  };
}

const called = (name: string) => ({ normalized: { has: normalize(name) } });

/** Quotes in such articles, of those that are asked for: an article that quotes somebody holds the words of others, too. */
const quotesOf = ({ speaker, organization, ...filter }: ExportFilter): Prisma.QuoteWhereInput => ({
  article: articlesOf(filter),
  ...(speaker && { speaker: called(speaker) }),
  ...(organization && { organization: called(organization) }),
});

const named = { select: { id: true, name: true } };
const iso = (time: Date | null) => time?.toISOString() ?? null;

const quoteFields = {
  id: true,
  kind: true,
  act: true,
  region: true,
  text: true,
  spans: true,
  cueSpans: true,
  cueText: true,
  sourceSpans: true,
  sourceText: true,
  attribution: true,
  confidence: true,
  speaker: named,
  organization: named,
  withinId: true,
} satisfies Prisma.QuoteSelect;

const quoteRow = ({
  spans,
  cueSpans,
  cueText,
  sourceSpans,
  sourceText,
  withinId,
  ...quote
}: Prisma.QuoteGetPayload<{ select: typeof quoteFields }>) => ({
  ...quote,
  spans: unpackSpans(spans, quote.text),
  cue: unpackSpans(cueSpans, cueText),
  source: unpackSpans(sourceSpans, sourceText),
  within: withinId,
});

/** One line for each place that an article was read from: with it, and in any order, the corpus is made again. */
const articles: Page = async (db, filter, after, mostBytes) => {
  const origins = await db.origin.findMany({
    where: { id: { in: await nextOrigins(db, filter, after, mostBytes) } },
    orderBy: { id: 'asc' },
    include: {
      article: {
        select: { id: true, text: true, wordCount: true, quotes: { select: quoteFields, orderBy: [{ start: 'asc' }, { id: 'asc' }] } },
      },
    },
  });
  return origins.map(({ id, article, articleId, kind, key, name, url, readAt: _, publishedAt, publishedPrecision, ...facts }) => ({
    id,
    quotewire: 'article',
    article: articleId,
    origin: { kind, key, name, url },
    ...facts,
    published: publishedAt && { at: iso(publishedAt), precision: publishedPrecision },
    wordCount: article.wordCount,
    text: article.text,
    quotes: article.quotes.map(quoteRow),
  }));
};

/** The ids of the next origins whose articles are not too long together; of one, however long, unless there is none. */
async function nextOrigins(db: PrismaClient, filter: ExportFilter, after: string, mostBytes: number): Promise<string[]> {
  const origins = await db.origin.findMany({
    where: { id: { gt: after }, article: articlesOf(filter) },
    orderBy: { id: 'asc' },
    take: PAGE,
    select: { id: true, articleId: true },
  });
  const lengths = await db.$queryRaw<{ id: string; bytes: number }[]>`
    SELECT id::text, octet_length(text) AS bytes FROM "Article" WHERE id = ANY(${origins.map(({ articleId }) => articleId)}::uuid[])`;
  const bytesOf = new Map(lengths.map(({ id, bytes }) => [id, bytes]));
  let bytes = 0;
  const tooMany = origins.findIndex(({ articleId }, i) => {
    bytes += bytesOf.get(articleId) ?? 0;
    return i > 0 && bytes > mostBytes;
  });
  return origins.slice(0, tooMany < 0 ? PAGE : tooMany).map(({ id }) => id);
}

const quotes: Page = async (db, filter, after) => {
  const rows = await db.quote.findMany({
    where: { id: { gt: after }, ...quotesOf(filter) },
    orderBy: { id: 'asc' },
    take: PAGE,
    select: {
      ...quoteFields,
      article: { select: { id: true, headline: true, url: true, publisher: true, publishedAt: true, publishedPrecision: true } },
    },
  });
  return rows.map(({ article, ...quote }) => ({ ...quoteRow(quote), article: { ...article, publishedAt: iso(article.publishedAt) } }));
};

const mentionedIn = (filter: ExportFilter) => ({ mentions: { some: { article: articlesOf(filter) } } });
const nounFields = { id: true, name: true, aliases: true, quoteCount: true, articleCount: true };

const speakers: Page = (db, filter, after) =>
  db.speaker.findMany({
    where: { id: { gt: after }, ...mentionedIn(filter) },
    orderBy: { id: 'asc' },
    take: PAGE,
    select: { ...nounFields, isFullName: true },
  });

const organizations: Page = (db, filter, after) =>
  db.organization.findMany({
    where: { id: { gt: after }, ...mentionedIn(filter) },
    orderBy: { id: 'asc' },
    take: PAGE,
    select: { ...nounFields, acronym: true, kind: true },
  });

const mentions: Page = async (db, filter, after) => {
  const rows = await db.mention.findMany({
    where: { id: { gt: after }, article: articlesOf(filter) },
    orderBy: { id: 'asc' },
    take: PAGE,
    select: { id: true, articleId: true, spans: true, text: true, speaker: named, organization: named, place: named },
  });
  return rows.map(({ spans, text, articleId, ...nouns }) => ({ ...nouns, article: articleId, spans: unpackSpans(spans, text) }));
};

const PAGES: Readonly<Record<Kind, Page>> = { articles, quotes, speakers, organizations, mentions };

/**
 * All rows of a kind in the order of their ids, a page in memory at a time, without a limit.
 * @param mostBytes of text in a page, as far as each text alone has no more.
 */
export async function* exportRows(db: PrismaClient, kind: Kind, filter: ExportFilter, mostBytes = MOST_BYTES): AsyncGenerator<ExportRow> {
  for (let after = LOWEST_ID; ; ) {
    const rows = await PAGES[kind](db, filter, after, mostBytes);
    if (rows.length === 0) return;
    yield* rows;
    after = rows.at(-1)!.id;
  }
}
