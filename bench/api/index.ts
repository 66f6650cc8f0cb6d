import { isDeepStrictEqual, parseArgs } from 'node:util';
import { connect } from '../../src/db/connect.ts';
import { ARTICLES } from '../articles.ts';
import { openBench } from '../database.ts';
import { random } from '../random.ts';
import { writeReport } from '../report.ts';
import { type Costs, none, quantile, summary } from './costs.ts';
import { printed } from './print.ts';
import { cpuOf, cpuOfPostgres, parentOf, type Served, serve } from './processes.ts';
import { type Ids, QUESTIONS, type Question, SEARCHES } from './questions.ts';

/** Requests of one server in one go, before it is the other's turn; and how often that goes round. */
const BLOCK = 25;

/** Requests before any are counted, so that just-in-time compilation is done with them. */
const WARM_UP = 300;

/** Nothing compressed: the floor does not compress either. */
const HEADERS = { 'content-type': 'application/json', 'accept-encoding': 'identity' };

const { values } = parseArgs({
  options: { articles: { type: 'string', default: String(ARTICLES) }, rounds: { type: 'string', default: '8' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(`npm run bench:api [-- --articles 20000] [--rounds 8]

Loads generated articles into a database of its own (kept for the next run), asks Quotewire and a floor of hand-written SQL the same
questions over HTTP, and writes reports/api.md and reports/api.json.`);
  process.exit(0);
}

const database = await openBench(Number(values.articles));
const db = await connect(database.url);
const postmaster = parentOf((await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!.pid);
const column = async (sql: string) => (await db.query<{ id: string }>(sql)).rows.map(({ id }) => id);
const ids: Ids = {
  articles: await column('SELECT id::text FROM "Article" ORDER BY id LIMIT 2000'),
  speakers: await column('SELECT id::text FROM "Speaker" WHERE "quoteCount" > 0 ORDER BY id LIMIT 2000'),
};
const env = { DATABASE_URL: database.url, NODE_ENV: 'production', PORT: '0', QUOTEWIRE_RATE_LIMIT: '0', QUOTEWIRE_DATA_DIR: '' };
const quotewire = await serve(['src/main.ts', 'serve'], env);
const floor = await serve(['bench/api/floor.ts'], env);

async function ask(server: Served, body: object): Promise<unknown> {
  const response = await fetch(server.url, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) });
  const answer = (await response.json()) as { errors?: unknown };
  if (response.status !== 200 || answer.errors) throw new Error(`${response.status}: ${JSON.stringify(answer).slice(0, 500)}`);
  return answer;
}

const asked = (server: Served, { name, query }: Question, variables: object) =>
  ask(server, server === floor ? { question: name, variables } : { query, variables });

/** Both must say the same, or what they cost is not to be compared. */
async function compare(question: Question): Promise<void> {
  const r = random(1);
  for (let i = 0; i < 3; i++) {
    const variables = question.variables(r, ids);
    const [ours, theirs] = (await Promise.all([quotewire, floor].map((server) => asked(server, question, variables)))) as [object, object];
    if (!isDeepStrictEqual(without(ours, question.differs), without(theirs, question.differs))) {
      throw new Error(
        `${question.name}: the answers differ for ${JSON.stringify(variables)}\n${JSON.stringify(ours).slice(0, 2000)}\n${JSON.stringify(theirs).slice(0, 2000)}`,
      );
    }
  }
}

const without = (answer: object, field: string | undefined) =>
  JSON.parse(JSON.stringify(answer, (key, value) => (key === field ? undefined : value)));

async function run(server: Served, question: Question, seed: number, count: number, costs: Costs): Promise<void> {
  const r = random(seed);
  const [cpu, databaseCpu] = [cpuOf(server.pid), cpuOfPostgres(postmaster!)];
  for (let i = 0; i < count; i++) {
    const variables = question.variables(r, ids);
    const start = performance.now();
    await asked(server, question, variables);
    costs.latencies.push(performance.now() - start);
  }
  costs.cpu += cpuOf(server.pid) - cpu;
  costs.databaseCpu += cpuOfPostgres(postmaster!) - databaseCpu;
}

async function measure(question: Question) {
  await compare(question);
  const [ours, theirs] = [none(), none()];
  for (const server of [quotewire, floor]) await run(server, question, 7, WARM_UP, none());
  for (let round = 0; round < Number(values.rounds); round++) {
    await run(quotewire, question, 100 + round, BLOCK, ours);
    await run(floor, question, 100 + round, BLOCK, theirs);
  }
  const [a, b] = [summary(ours), summary(theirs)];
  const ratio = { median: a.median / b.median, p99: a.p99 / b.p99, cpu: (a.cpu + a.databaseCpu) / (b.cpu + b.databaseCpu) };
  console.error(`${question.name}: ${ratio.median.toFixed(2)} times the floor's latency, ${ratio.cpu.toFixed(2)} times its CPU`);
  return { question: question.name, quotewire: a, floor: b, ratio };
}

/** What the database takes for a search page, as the server's own log has it, over all searches of the list. */
async function measureSearches() {
  const search = QUESTIONS.find(({ name }) => name.includes('search'))!;
  const total = Number((await db.query('SELECT count(*) FROM "Quote"')).rows[0].count);
  const measured = [];
  for (const words of SEARCHES) {
    const { rows } = await db.query(`SELECT count(*) FROM "Quote" WHERE search @@ websearch_to_tsquery('public.quotewire', $1)`, [words]);
    quotewire.lines();
    for (let i = 0; i < 5; i++) await asked(quotewire, search, { words });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const times = quotewire.lines().flatMap((line) => (line.includes('"databaseMs"') ? [Number(JSON.parse(line).databaseMs)] : []));
    measured.push({
      words,
      share: Number(rows[0].count) / total,
      databaseMs: quantile(
        times.sort((a, b) => a - b),
        0.5,
      ),
    });
  }
  return measured.toSorted((a, b) => a.share - b.share);
}

try {
  const questions = [];
  for (const question of QUESTIONS) questions.push(await measure(question));
  const searches = await measureSearches();
  writeReport('api', { articles: Number(values.articles), questions, searches }, printed(Number(values.articles), questions, searches));
} finally {
  quotewire.stop();
  floor.stop();
  await db.end();
  await database.close();
}
