import type { Registry } from 'prom-client';
import type { PoolState } from '../db/pool.ts';
import type { Size } from '../store/read/size.ts';
import type { Crowd } from './admission.ts';
import type { Handling } from './handling.ts';

/** Names of operations that are told apart, at most: clients choose them, and each is a series of its own. */
const MAX_OPERATIONS = 50;

/** Seconds: from an answer that was known to the longest that a request may take. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What is measured when somebody looks. */
export interface Sources {
  readonly crowd: () => Crowd;
  readonly pool: () => PoolState;
  /** Null where the database can't be asked. */
  readonly size: () => Promise<Size | null>;
}

/** What is counted of each answer, and how it is written for Prometheus. */
export interface Metrics {
  observe(handling: Handling, status: number, seconds: number): void;
  readonly contentType: string;
  print(): Promise<string>;
}

/** Opens the measures. The library is read here: a tenth of a second that no start has to wait for. */
export async function openMetrics(sources: Sources): Promise<Metrics> {
  const { Registry, Histogram, Counter, collectDefaultMetrics } = await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'quotewire_request_duration_seconds',
    help: `Time from the arrival of a request to its answer, by operation (the first ${MAX_OPERATIONS} names, then "other") and status.`,
    labelNames: ['operation', 'status'] as const,
    buckets: BUCKETS,
    registers,
  });
  const counter = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `quotewire_${name}_total`, help, labelNames, registers });
  const errors = counter('errors', 'Answers with an error of this code.', ['code']);
  const statements = counter('statements', 'SQL statements that requests asked.');
  const rows = counter('rows', 'Rows that they gave.');
  const databaseSeconds = counter('database_seconds', 'Time that they took, in seconds.');
  const cost = counter('cost', 'Cost of the operations, as the limit counts it.');
  await addGauges(registry, sources);

  const operation = bounded(MAX_OPERATIONS);
  return {
    observe(handling, status, seconds) {
      duration.observe({ operation: operation(handling), status: String(status) }, seconds);
      for (const code of handling.codes) errors.inc({ code });
      statements.inc(handling.statements);
      rows.inc(handling.rows);
      databaseSeconds.inc(handling.databaseTime / 1000);
      cost.inc(handling.cost ?? 0);
    },
    contentType: registry.contentType,
    print: () => registry.metrics(),
  };
}

/** What stands somewhere else and is looked up when asked for. */
async function addGauges(registry: Registry, { crowd, pool, size }: Sources): Promise<void> {
  const { Gauge } = await import('prom-client');
  const gauge = (name: string, help: string, label: string, read: () => object | Promise<object>) =>
    new Gauge({
      name: `quotewire_${name}`,
      help,
      labelNames: [label],
      registers: [registry],
      async collect() {
        this.reset();
        for (const [key, value] of Object.entries(await read())) this.set({ [label]: key }, value);
      },
    });
  gauge('requests', 'Requests that are worked on, and that wait for a place.', 'state', crowd);
  gauge('pool_connections', 'Connections to the database: all, those idle, and how many wait for one.', 'state', pool);
  gauge('corpus_size', 'What is stored, by noun; counted once a minute.', 'noun', async () => (await size())?.rows ?? {});
  gauge(
    'ingest_documents',
    'What all loads together did with the documents that they read.',
    'outcome',
    async () => (await size())?.loaded ?? {},
  );
  gauge('corpus', 'The version of the corpus, loads that run, and when an article was last loaded, in Unix seconds.', 'what', async () => {
    const found = await size();
    return found
      ? {
          version: found.version,
          loads_running: found.running,
          ...(found.lastLoadedAt && { last_loaded: found.lastLoadedAt.getTime() / 1000 }),
        }
      : {};
  });
}

/** A label for the operation: its name, as long as there are not too many. */
function bounded(most: number): (handling: Handling) => string {
  const known = new Set<string>();
  return ({ operation, cost }) => {
    if (operation === null) return cost === null ? '(refused)' : '(unnamed)';
    if (known.size < most) known.add(operation);
    return known.has(operation) ? operation : 'other';
  };
}
