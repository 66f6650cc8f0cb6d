import { ARTICLES } from '../articles.ts';
import { openBench } from '../database.ts';
import { flags } from '../flags.ts';
import { machine, ranOn, table, writeReport } from '../report.ts';
import { serve } from '../serve.ts';
import { quantile } from './costs.ts';
import { EVERYDAY, type Everyday } from './everyday.ts';

const values = flags(
  `npm run bench:wide [-- --articles 20000] [--times 3] [--only WORDS]

Loads generated articles into a database of its own, or into DATABASE_URL, asks what frontends and analysts ask of it, with the server's
limits as they are by default, and writes what each takes into reports/wide.md and reports/wide.json. --only asks the questions alone in
whose sort or name these words stand, and writes no report.`,
  {
    articles: { type: 'string', default: String(ARTICLES) },
    times: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
);

/** A question, and what the median of its answers took; `error` is the code of one that has none. */
export interface Taken extends Omit<Everyday, 'query'> {
  readonly milliseconds: number;
  readonly databaseMs: number;
  readonly error: string | null;
}

const database = await openBench(Number(values.articles));
const env = { DATABASE_URL: database.url, NODE_ENV: 'production', PORT: '0', QUOTEWIRE_RATE_LIMIT: '0' };
const server = await serve(['--max-semi-space-size=32', 'src/start.mjs', 'serve'], env);

async function askOnce(query: string) {
  server.lines();
  const start = performance.now();
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
  const milliseconds = performance.now() - start;
  // The log comes by a pipe, a little later.
  await new Promise((resolve) => setTimeout(resolve, 20));
  const logged = server.lines().findLast((line) => line.includes('"databaseMs"'));
  return { milliseconds, databaseMs: logged ? Number(JSON.parse(logged).databaseMs) : 0, error: errors?.[0]?.extensions?.code ?? null };
}

async function measure({ sort, name, query }: Everyday): Promise<Taken> {
  const answers: Awaited<ReturnType<typeof askOnce>>[] = [];
  for (let i = 0; i < Number(values.times); i++) answers.push(await askOnce(query));
  const median = (of: 'milliseconds' | 'databaseMs') =>
    quantile(
      answers.map((answer) => answer[of]).toSorted((a, b) => a - b),
      0.5,
    );
  const taken = { sort, name, milliseconds: median('milliseconds'), databaseMs: median('databaseMs'), error: answers.at(-1)!.error };
  console.error(`${sort}: ${name}: ${taken.milliseconds.toFixed(0)} ms ${taken.error ?? ''}`);
  return taken;
}

const printed = (articles: number, taken: readonly Taken[]) => `# What everyday questions take

Written by \`npm run bench:wide\`. ${ranOn(machine())} ${articles} generated articles, five quotes each, all by some 4,000 people, 900 organizations and 40
publishers, who are therefore named more often than in a real corpus of that size. Milliseconds of an answer as the client sees it, and of all its statements together as the server
does; the median of ${values.times}, with the server's limits as they are by default.

${table(
  ['question', 'median', 'database', ''],
  taken.map(({ sort, name, milliseconds, databaseMs, error }) => [
    `${sort}: ${name}`,
    milliseconds.toFixed(0),
    databaseMs.toFixed(0),
    error ?? '',
  ]),
)}
`;

try {
  const taken: Taken[] = [];
  for (const asked of EVERYDAY) if (`${asked.sort}: ${asked.name}`.includes(values.only)) taken.push(await measure(asked));
  if (values.only === '') writeReport('wide', { articles: Number(values.articles), taken }, printed(Number(values.articles), taken));
} finally {
  await server.stop();
  await database.close();
}
