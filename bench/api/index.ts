import { isDeepStrictEqual } from 'node:util';
import { connect } from '../../src/db/connect.ts';
import { ARTICLES } from '../articles.ts';
import { openBench } from '../database.ts';
import { flags } from '../flags.ts';
import { processOf } from '../proc.ts';
import { random } from '../random.ts';
import { writeReport } from '../report.ts';
import { type Served, serve } from '../serve.ts';
import { type Answerer, ask, costsOf } from './asking.ts';
import { quantile, type Summary } from './costs.ts';
import { COMMON, type CommonQuestion, serveOthers } from './others/index.ts';
import { printed } from './print.ts';
import { type Ids, QUESTIONS, type Question, SEARCHES, TYPED } from './questions.ts';

const values = flags(
  `npm run bench:api [-- --articles 20000] [--rounds 40] [--others] [--only WORDS]

Loads generated articles into a database of its own (kept for the next run), asks Quotewire and a floor of hand-written SQL the same
questions over HTTP, and writes reports/api.md and reports/api.json. --others asks Mercurius with Prisma and PostGraphile as well, which
it installs in the folder for temporary files. --only asks the questions alone in whose names these words stand, and writes no report.`,
  {
    articles: { type: 'string', default: String(ARTICLES) },
    rounds: { type: 'string', default: '40' },
    only: { type: 'string' },
    others: { type: 'boolean', default: false },
  },
);

const database = await openBench(Number(values.articles));
const db = await connect(database.url);
const column = async (sql: string) => (await db.query<{ id: string }>(sql)).rows.map(({ id }) => id);
const ids: Ids = {
  articles: await column('SELECT id::text FROM "Article" ORDER BY id LIMIT 2000'),
  speakers: await column('SELECT id::text FROM "Speaker" WHERE "quoteCount" > 0 ORDER BY id LIMIT 2000'),
};
const { rows: backend } = await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
const by = { ids, postmaster: processOf(backend[0]!.pid)!.parent, rounds: Number(values.rounds) };
const env = { DATABASE_URL: database.url, NODE_ENV: 'production', PORT: '0', QUOTEWIRE_RATE_LIMIT: '0' };
// As `npm start` has it: with room for what requests leave behind, so that it is cleared away half as often.
const quotewire = await serve(['--max-semi-space-size=32', 'src/start.mjs', 'serve'], env);
const floor = await serve(['bench/api/floor.ts'], env);
const others = values.others ? await serveOthers(database.url) : new Map<never, Served>();

const byQuotewire = (query: string): Answerer => ({ server: quotewire, body: (variables) => ({ query, variables }) });

async function measure(question: Question) {
  const answerers = [byQuotewire(question.query), { server: floor, body: (variables: object) => ({ question: question.name, variables }) }];
  await compare(question, answerers);
  const [ours, theirs] = (await costsOf(answerers, question.variables, by)) as [Summary, Summary];
  const ratio = ratioOf(ours, theirs);
  console.error(`${question.name}: ${ratio.median.toFixed(2)} times the floor's latency, ${ratio.cpu.toFixed(2)} times its CPU`);
  return { question: question.name, quotewire: ours, floor: theirs, ratio };
}

const cpuOf = ({ cpu, databaseCpu }: Summary) => cpu + databaseCpu;
const ratioOf = (a: Summary, b: Summary) => ({ median: a.median / b.median, p99: a.p99 / b.p99, cpu: cpuOf(a) / cpuOf(b) });

/** Both must say the same, or what they cost is not to be compared. */
async function compare({ name, variables: variablesOf, differs }: Question, answerers: readonly Answerer[]): Promise<void> {
  const r = random(1);
  const same = (answer: object) => JSON.parse(JSON.stringify(answer, (key, value) => (key === differs ? undefined : value)));
  for (let i = 0; i < 3; i++) {
    const variables = variablesOf(r, ids);
    const [ours, theirs] = (await Promise.all(answerers.map((answerer) => ask(answerer, variables)))).map((answer) => same(answer));
    if (isDeepStrictEqual(ours, theirs)) continue;
    const shown = [ours, theirs].map((answer) => JSON.stringify(answer).slice(0, 2_000));
    throw new Error(`${name}: the answers differ for ${JSON.stringify(variables)}\n${shown.join('\n')}`);
  }
}

async function measureCommon({ name, variables, queries, own = (given) => given }: CommonQuestion) {
  const able = [...others].filter(([other]) => queries[other]);
  const theirs = able.map(([other, server]) => ({ server, body: (given: object) => ({ query: queries[other], variables: given }) }));
  const ours = { server: quotewire, body: (given: Record<string, unknown>) => ({ query: queries.Quotewire, variables: own(given) }) };
  const [first, ...rest] = await costsOf([ours, ...theirs], variables, by);
  const measured = able.map(([other], i) => ({ name: other, costs: rest[i]!, ratio: ratioOf(first!, rest[i]!) }));
  for (const { name: other, ratio } of measured)
    console.error(`${name}: ${ratio.median.toFixed(2)} times the latency of ${other}, ${ratio.cpu.toFixed(2)} times its CPU`);
  return { question: name, quotewire: first!, others: measured };
}

/** What the database takes for an answer, in milliseconds, as the server's own log has it; the median of five. */
async function databaseMsOf(answerer: Answerer, variables: Record<string, unknown>): Promise<number> {
  quotewire.lines();
  for (let i = 0; i < 5; i++) await ask(answerer, variables);
  // The log comes by a pipe, a little later.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const times = quotewire.lines().flatMap((line) => (line.includes('"databaseMs"') ? [Number(JSON.parse(line).databaseMs)] : []));
  return quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );
}

async function measureSearches() {
  const search = byQuotewire(QUESTIONS.find(({ name }) => name.includes('search'))!.query);
  const total = Number((await db.query('SELECT count(*) FROM "Quote"')).rows[0].count);
  const measured = [];
  for (const words of SEARCHES) {
    const { rows } = await db.query(`SELECT count(*) FROM "Quote" WHERE search @@ websearch_to_tsquery('public.quotewire', $1)`, [words]);
    measured.push({ words, share: Number(rows[0].count) / total, databaseMs: await databaseMsOf(search, { words }) });
  }
  return measured.toSorted((a, b) => a.share - b.share);
}

async function measureTyped() {
  const suggest = byQuotewire('query Typed($typed: String!) { suggest(text: $typed) { kind text count } }');
  const measured = [];
  for (const typed of TYPED) measured.push({ typed, databaseMs: await databaseMsOf(suggest, { typed }) });
  return measured;
}

try {
  const questions = [];
  const wanted = ({ name }: { readonly name: string }) => name.includes(values.only ?? '');
  for (const question of QUESTIONS.filter(wanted)) questions.push(await measure(question));
  const common = [];
  if (values.others) for (const question of COMMON.filter(wanted)) common.push(await measureCommon(question));
  if (values.only === undefined) {
    const figures = {
      articles: Number(values.articles),
      questions,
      common,
      searches: await measureSearches(),
      typed: await measureTyped(),
    };
    writeReport('api', figures, printed(figures));
  }
} finally {
  await Promise.all([quotewire, floor, ...others.values()].map((server) => server.stop()));
  await db.end();
  await database.close();
}
