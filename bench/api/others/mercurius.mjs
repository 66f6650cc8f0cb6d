import { pathToFileURL } from 'node:url';
import Fastify from 'fastify';
import mercurius from 'mercurius';

// Mercurius with Prisma, as one writes it by their documentation: resolvers that read a list, loaders for what belongs to its rows.

const { createClient } = await import(pathToFileURL(`${process.env.PROJECT}/src/db/open.ts`).href);
const db = createClient(process.env.DATABASE_URL);

const schema = `
  type Speaker { id: ID! name: String! }
  type Span { start: Int! end: Int! text: String! }
  type Quote { id: ID! kind: String! text: String! attribution: String! confidence: Float! spans: [Span!]! cue: [Span!]! source: [Span!]! speaker: Speaker }
  type Article { id: ID! headline: String publishedAt: String publisher: String text: String! quotes(first: Int!): [Quote!]! }
  type Query { articles(first: Int!, publisher: String!): [Article!]! article(id: ID!): Article facets(to: String!): Facets! }
  type Facets { totalCount: Int! kinds: [Kind!]! speakers: [Said!]! }
  type Kind { value: String! count: Int! }
  type Said { count: Int! speaker: Speaker! }`;

/** Spans as pairs with the words that they cover: stored are offsets as `12-34 56-78` and the words joined by a space. */
function spansOf(packed, words) {
  let at = 0;
  return packed === ''
    ? []
    : packed.split(' ').map((span) => {
        const [start, end] = span.split('-').map(Number);
        const text = words.slice(at, at + end - start);
        at += end - start + 1;
        return { start, end, text };
      });
}

const resolvers = {
  Query: {
    articles: (_root, { first, publisher }) =>
      db.article.findMany({
        where: { supersededById: null, publisher },
        orderBy: [{ sortAt: 'desc' }, { id: 'desc' }],
        take: first,
        omit: { text: true },
      }),
    article: (_root, { id }) => db.article.findUnique({ where: { id } }),
    async facets(_root, { to }) {
      const where = { current: true, act: 'SPEECH', region: 'BODY', sortAt: { gt: new Date('0001-01-01T00:00:00Z'), lt: new Date(to) } };
      const [totalCount, kinds, speakers] = await Promise.all([
        db.quote.count({ where }),
        db.quote.groupBy({ by: ['kind'], where, _count: { _all: true }, orderBy: { _count: { kind: 'desc' } } }),
        db.quote.groupBy({
          by: ['speakerId'],
          where: { ...where, speakerId: { not: null } },
          _count: { _all: true },
          orderBy: { _count: { speakerId: 'desc' } },
          take: 10,
        }),
      ]);
      const named = byId(await db.speaker.findMany({ where: { id: { in: speakers.map(({ speakerId }) => speakerId) } } }));
      return {
        totalCount,
        kinds: kinds.map(({ kind, _count }) => ({ value: kind, count: _count._all })),
        speakers: speakers.map(({ speakerId, _count }) => ({ count: _count._all, speaker: named.get(speakerId) })),
      };
    },
  },
  Article: { publishedAt: ({ publishedAt }) => publishedAt?.toISOString() ?? null },
  Quote: {
    spans: ({ spans, text }) => spansOf(spans, text),
    cue: ({ cueSpans, cueText }) => spansOf(cueSpans, cueText),
    source: ({ sourceSpans, sourceText }) => spansOf(sourceSpans, sourceText),
  },
};

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const loaders = {
  Article: {
    async quotes(queries) {
      const ids = queries.map(({ obj }) => obj.id);
      const quotes = await db.quote.findMany({
        where: { articleId: { in: ids }, act: 'SPEECH', region: 'BODY' },
        orderBy: [{ start: 'asc' }, { id: 'asc' }],
      });
      return queries.map(({ obj, params }) => quotes.filter(({ articleId }) => articleId === obj.id).slice(0, params.first));
    },
  },
  Quote: {
    async speaker(queries) {
      const ids = [...new Set(queries.map(({ obj }) => obj.speakerId).filter(Boolean))];
      const speakers = byId(await db.speaker.findMany({ where: { id: { in: ids } } }));
      return queries.map(({ obj }) => speakers.get(obj.speakerId) ?? null);
    },
  },
};

const app = Fastify();
app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
console.log(`${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`);
