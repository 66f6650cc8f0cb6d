import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { openBench } from './database.ts';
import { flags } from './flags.ts';
import { machine, ranOn, writeReport } from './report.ts';
import { serve } from './serve.ts';

/** Connections: as many as the server works on at once, and many more. */
const FEW = 16;
const MANY = 400;

/** Times the capacity that is sent at it when it is to be saturated. */
const OVERLOAD = 4;

/** Seconds within which a request must be answered, as the server is told, too. */
const TIMEOUT = 30;

const QUERIES = [
  '{ quotes(first: 20) { nodes { text kind speaker { name } article { headline publishedAt } } pageInfo { endCursor } } }',
  '{ articles(first: 10) { nodes { headline publishedAt quotes(first: 5) { nodes { text saidBy } } } } }',
  '{ speakers(first: 10, orderBy: MOST_QUOTED) { nodes { name roles { title } quotes(first: 3) { nodes { text } } } } }',
];

/** What one load came to. */
interface Outcome {
  readonly seconds: number;
  readonly answered: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Connections that broke, and requests that got nothing in time. */
  readonly broken: number;
  /** Milliseconds of answers with 200: half took at most this, 99 in 100, all. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

const values = flags(
  `npm run bench:load [-- --articles 2000] [--seconds 60]

Finds how many requests a second the server answers, sends it ${OVERLOAD} times as many for a minute over ${MANY} connections, and asks again 2 s
later. Against this machine's loopback address only. Writes reports/load.md and reports/load.json.`,
  { articles: { type: 'string', default: '2000' }, seconds: { type: 'string', default: '60' } },
);
const seconds = Math.min(60, Number(values.seconds));

const database = await openBench(Number(values.articles));
const server = await serve(['src/start.mjs', 'serve'], {
  DATABASE_URL: database.url,
  NODE_ENV: 'production',
  PORT: '0',
  QUOTEWIRE_RATE_LIMIT: '0',
  QUOTEWIRE_REQUEST_TIMEOUT: String(TIMEOUT),
  QUOTEWIRE_DATA_DIR: '',
});

/** Sends requests for some seconds: as fast as `connections` allow, or so many a second. */
async function load(connections: number, duration: number, rate?: number): Promise<Outcome> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const began = performance.now();
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const options: autocannon.Options = {
      url: server.url,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      connections,
      duration,
      timeout: TIMEOUT + 5,
      ...(rate && { overallRate: Math.round(rate) }),
      requests: QUERIES.map((query) => ({ body: JSON.stringify({ query }) })),
    };
    const running = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    running.on('response', (_client, status, _bytes, milliseconds) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 200) times.push(milliseconds);
    });
  });
  // What the server has logged meanwhile.
  server.lines();
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN);
  const answered = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return {
    seconds: (performance.now() - began) / 1000,
    answered,
    statuses,
    broken: errors + timeouts,
    p50: at(0.5),
    p99: at(0.99),
    most: at(1),
  };
}

/** Megabytes that the server holds. */
async function memory(): Promise<number> {
  return Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${server.pid}/status`, 'utf8'))![1]) / 1000;
}

/** Memory every five seconds, until stopped. */
function watchMemory(): { readonly seen: number[]; stop(): void } {
  const seen: number[] = [];
  const timer = setInterval(async () => seen.push(Math.round(await memory())), 5_000);
  return { seen, stop: () => clearInterval(timer) };
}

await load(FEW, 5);
const capacity = await load(FEW, 10);
const perSecond = (capacity.statuses[200] ?? 0) / capacity.seconds;
console.error(`answers ${Math.round(perSecond)} requests a second over ${FEW} connections`);
const before = await load(1, 5);

// The first seconds of a saturated server are its warm-up.
await load(MANY, 10, OVERLOAD * perSecond);
const watched = watchMemory();
const saturated = await load(MANY, seconds, OVERLOAD * perSecond);
watched.stop();
await sleep(2_000);
const after = await load(1, 5);
await server.stop();
await database.close();

const row = (name: string, { seconds: took, answered, statuses, broken, p50, p99, most }: Outcome) =>
  `| ${name} | ${Math.round(answered / took)} | ${statuses[200] ?? 0} | ${statuses[503] ?? 0} | ${answered - (statuses[200] ?? 0) - (statuses[503] ?? 0)} | ${broken} | ${p50} | ${p99} | ${most} |`;

const busy = loadavg()[0]!.toFixed(1);
writeReport(
  'load',
  { articles: Number(values.articles), capacity, before, saturated, after, memory: watched.seen, loadAverage: busy },
  `# The server under too much load

Written by \`npm run bench:load\`. ${ranOn(machine())} Load average at the end: ${busy}. The client that sends the load runs on the same cores, and so does
the database, with ${values.articles} generated articles.

| | answers a second | with 200 | with 503 | with another status | broken or late | p50 ms | p99 ms | longest ms |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${row(`as fast as ${FEW} connections ask`, capacity)}
${row('one connection, before', before)}
${row(`${OVERLOAD} times the former's rate over ${MANY} connections, for ${Math.round(saturated.seconds)} s`, saturated)}
${row('one connection, 2 s later', after)}

Times are those of answers with 200. Memory (RSS) every 5 s under the load, in MB: ${watched.seen.join(', ')}.
`,
);
