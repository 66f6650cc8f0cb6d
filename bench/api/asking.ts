import { cpuOfPostgres, processOf } from '../proc.ts';
import { random } from '../random.ts';
import type { Served } from '../serve.ts';
import { type Costs, none, type Summary, summary } from './costs.ts';
import type { Ids, Question } from './questions.ts';

/** Requests of one server in one go, before it is the next one's turn. */
const BLOCK = 25;

/** Requests before any are counted: until some thousands of them just-in-time compilation goes on making each cheaper. */
export const WARM_UP = 2_500;

/** Milliseconds after which no more are made to warm up: those that take long are mostly the database's. */
const WARM_UP_TIME = 10_000;

/** Milliseconds of CPU in all that are enough to tell what a request costs: the clock by which they are told ticks every ten. */
const ENOUGH = 5_000;

/** Nothing compressed: the floor does not compress either. */
const HEADERS = { 'content-type': 'application/json', 'accept-encoding': 'identity' };

/** One who answers, and the body of the request by which it is asked with these variables. */
export interface Answerer {
  readonly server: Served;
  readonly body: (variables: Record<string, unknown>) => object;
}

/**
 * Asks, and returns the answer.
 * @throws Error where it is no answer.
 */
export async function ask({ server, body }: Answerer, variables: Record<string, unknown>): Promise<object> {
  const response = await fetch(server.url, { method: 'POST', headers: HEADERS, body: JSON.stringify(body(variables)) });
  const answer = (await response.json()) as { errors?: unknown };
  if (response.status !== 200 || answer.errors)
    throw new Error(`${server.url}: ${response.status}: ${JSON.stringify(answer).slice(0, 500)}`);
  return answer;
}

/** What each answerer's answers cost, by turns, one request after the other, in so many rounds or until enough is known. */
export async function costsOf(
  answerers: readonly Answerer[],
  variablesOf: Question['variables'],
  { ids, postmaster, rounds }: { ids: Ids; postmaster: number; rounds: number },
): Promise<Summary[]> {
  const run = async (answerer: Answerer, seed: number, count: number, costs: Costs | null) => {
    const r = random(seed);
    const [cpu, databaseCpu] = [processOf(answerer.server.pid)!.cpu, cpuOfPostgres(postmaster)!];
    const until = costs === null ? performance.now() + WARM_UP_TIME : Number.POSITIVE_INFINITY;
    for (let i = 0; i < count && performance.now() < until; i++) {
      const variables = variablesOf(r, ids);
      const start = performance.now();
      await ask(answerer, variables);
      costs?.latencies.push(performance.now() - start);
    }
    if (!costs) return;
    costs.cpu += processOf(answerer.server.pid)!.cpu - cpu;
    costs.databaseCpu += cpuOfPostgres(postmaster)! - databaseCpu;
  };
  for (const answerer of answerers) await run(answerer, 7, WARM_UP, null);
  const costs = answerers.map(none);
  const isEnough = () => costs.every(({ cpu, databaseCpu }) => cpu + databaseCpu >= ENOUGH);
  for (let round = 0; round < rounds && !isEnough(); round++) {
    for (const [i, answerer] of answerers.entries()) await run(answerer, 100 + round, BLOCK, costs[i]!);
  }
  return costs.map(summary);
}
