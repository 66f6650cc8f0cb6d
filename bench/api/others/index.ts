import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../../src/paths.ts';
import type { Random } from '../../random.ts';
import { type Served, serve } from '../../serve.ts';
import { PUBLISHERS } from '../../vocabulary.ts';
import type { Ids } from '../questions.ts';

/** What stands beside Quotewire, with the packages that it is made of. */
const OTHERS = {
  'Mercurius with Prisma': { script: 'mercurius.mjs', packages: ['mercurius@16.10.1', 'fastify@5.12.8'] },
  // Later ones need Node 22.
  PostGraphile: { script: 'postgraphile.mjs', packages: ['postgraphile@5.0.0-rc.1'] },
} as const;

export type Other = keyof typeof OTHERS;

/** A question that all of them can answer, in the words of each. Answers have the same rows; ids and the forms of spans differ. */
export interface CommonQuestion {
  readonly name: string;
  readonly variables: (r: Random, ids: Ids) => Record<string, unknown>;
  /** Those who cannot answer have none. */
  readonly queries: Readonly<{ Quotewire: string } & Partial<Record<Other, string>>>;
  /** Variables as Quotewire takes them, where it takes others. */
  readonly own?: (variables: Record<string, unknown>) => Record<string, unknown>;
}

const QUOTE = 'kind text attribution confidence';

export const COMMON: readonly CommonQuestion[] = [
  {
    name: 'page of 20 articles of a publisher with quotes and speakers',
    variables: (r) => ({ publisher: r.one(PUBLISHERS.slice(0, 20)) }),
    queries: {
      Quotewire: `query ($publisher: String!) { articles(first: 20, filter: { publisher: { is: $publisher } }) { nodes {
        id headline publishedAt publisher quotes(first: 10) { nodes { id ${QUOTE} speaker { id name } } } } } }`,
      'Mercurius with Prisma': `query ($publisher: String!) { articles(first: 20, publisher: $publisher) {
        id headline publishedAt publisher quotes(first: 10) { id ${QUOTE} speaker { id name } } } }`,
      PostGraphile: `query ($publisher: String!) { allArticles(first: 20, condition: { publisher: $publisher }, orderBy: [SORT_AT_DESC]) { nodes {
        id headline publishedAt publisher quotesByArticleId(first: 10) { nodes { id ${QUOTE} speakerBySpeakerId { id name } } } } } }`,
    },
  },
  {
    name: 'article with all its quotes',
    variables: (r, { articles }) => ({ id: r.one(articles) }),
    own: ({ id }) => ({ id: Buffer.from(`Article:${id}`).toString('base64url') }),
    queries: {
      Quotewire: `query ($id: ID!) { article(id: $id) { id headline publishedAt text quotes(first: 100) { nodes { id ${QUOTE}
        spans { start end text } cue { start end text } source { start end text } speaker { id name } } } } }`,
      'Mercurius with Prisma': `query ($id: ID!) { article(id: $id) { id headline publishedAt text quotes(first: 100) { id ${QUOTE}
        spans { start end text } cue { start end text } source { start end text } speaker { id name } } } }`,
      PostGraphile: `query ($id: UUID!) { articleByRowId(rowId: $id) { id headline publishedAt text quotesByArticleId(first: 100) { nodes { id ${QUOTE}
        spans cueSpans cueText sourceSpans sourceText speakerBySpeakerId { id name } } } } }`,
    },
  },
  {
    name: 'facets over everything before a date',
    variables: (r) => ({ to: new Date(Date.UTC(2027, 0, 1) + r.below(4 * 365) * 86_400_000).toISOString() }),
    // PostGraphile groups by columns with an index alone, and returns every group.
    queries: {
      Quotewire: `query ($to: DateTime!) { quotes(filter: { publishedAt: { to: $to } }) { totalCount facets { kinds { value count } speakers(first: 10) { count speaker { id name } } } } }`,
      'Mercurius with Prisma': `query ($to: String!) { facets(to: $to) { totalCount kinds { value count } speakers { count speaker { id name } } } }`,
    },
  },
];

/** Starts the others in a folder of their own, with packages that this project does not depend on. */
export async function serveOthers(databaseUrl: string): Promise<Map<Other, Served>> {
  const folder = join(tmpdir(), 'quotewire-bench-others');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const packages = Object.values(OTHERS).flatMap((other) => other.packages);
  if (!existsSync(join(folder, 'node_modules'))) {
    console.error(`installing ${packages.join(', ')} in ${folder}`);
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', 'graphql@16.15.0', ...packages], {
      cwd: folder,
      stdio: 'inherit',
    });
  }
  const started = new Map<Other, Served>();
  for (const [name, { script }] of Object.entries(OTHERS) as [Other, (typeof OTHERS)[Other]][]) {
    copyFileSync(fileURLToPath(new URL(script, import.meta.url)), join(folder, script));
    started.set(name, await serve([join(folder, script)], { DATABASE_URL: databaseUrl, PROJECT: projectRoot, NODE_ENV: 'production' }));
  }
  return started;
}
