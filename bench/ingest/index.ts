import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { serialize } from 'node:v8';
import { ensureClient } from '../../src/db/generate.ts';
import { articleIdOf } from '../../src/store/origin.ts';
import type { Annotators } from '../../src/workers/pool.ts';
import { createAnnotators } from '../../src/workers/pool.ts';
import { ARTICLES, article } from '../articles.ts';
import { flags } from '../flags.ts';
import { machine, writeReport } from '../report.ts';
import { disk } from './disk.ts';
import { clear, load, memoryOfSeed, recorded, rowsIn } from './load.ts';
import { lookUp, recall } from './near.ts';
import { type Measured, print } from './report.ts';
import { type BenchServer, benchServer } from './server.ts';

const values = flags(
  `npm run bench:ingest [-- --articles 20000] [--data DIR] [--real 1500]

Measures what it costs to read, extract and store generated articles, and so many real ones of the files *-raw.jsonl.gz in DIR, in a
database of its own, and what they take on disk. Writes reports/ingest.md and reports/ingest.json.`,
  {
    articles: { type: 'string', default: String(ARTICLES) },
    data: { type: 'string' },
    real: { type: 'string', default: '1500' },
  },
);
const count = Number(values.articles);
const folder = mkdtempSync(join(tmpdir(), 'quotewire-bench-articles-'));

/** Articles that follow from their number alone, as JSON Lines, and what is to be found in them. */
async function generated(): Promise<{ path: string; findings: Map<string, Uint8Array> }> {
  const path = join(folder, 'articles.jsonl');
  const out = createWriteStream(path);
  const findings = new Map<string, Uint8Array>();
  for (let number = 0; number < count; number++) {
    const { document, found } = article(number);
    const { text, origin, metadata } = document;
    const { published, notes: _, ...facts } = metadata;
    findings.set(articleIdOf(text), serialize(found));
    const line = JSON.stringify({ ...facts, url: origin.key, text, published: published?.at ?? null });
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  return { path, findings };
}

/** Real articles: read by the extractor, and again with what it found recorded. */
async function real(server: BenchServer, data: string, limit: number): Promise<Measured['real']> {
  const files = readdirSync(data)
    .filter((name) => /-raw\.jsonl(\.gz)?$/.test(name))
    .map((name) => join(data, name));
  if (files.length === 0) throw new Error(`There is no *-raw.jsonl in ${data}`);
  const memory = [];
  for (const part of [Math.ceil(limit / 5), limit]) {
    memory.push({ articles: part, megabytes: await memoryOfSeed(server, files, part) });
    await clear(server.client);
  }
  const findings = new Map<string, Uint8Array>();
  const annotators = createAnnotators();
  const recording: Annotators = {
    ...annotators,
    run: async (name, text, signal) => {
      const found = await annotators.run(name, text, signal);
      findings.set(articleIdOf(text), serialize(found));
      return found;
    },
  };
  // The first texts wait for the weights.
  await Promise.all(Array.from({ length: annotators.size }, () => annotators.run('rows', 'It rains.')));
  const extracted = await load(server, files, recording, { limit });
  await annotators.close();
  const again = await load(server, files, recorded(findings), { limit });
  await clear(server.client);
  const stored = await load(server, files, recorded(findings), { limit });
  const rows = await rowsIn(server.client);
  const { text, sizes } = await disk(server.client);
  await clear(server.client);
  return { extracted, again, recorded: stored, rows, text, sizes, memory };
}

await ensureClient();
const server = await benchServer();
try {
  const ofReal = values.data ? await real(server, values.data, Number(values.real)) : null;
  const { path, findings } = await generated();
  const first = await load(server, [path], recorded(findings), { limit: 1_000 });
  await server.client.$executeRawUnsafe('VACUUM ANALYZE');
  const nearAtFirst = await lookUp(server.client);
  await clear(server.client);
  const loaded = await load(server, [path], recorded(findings), { every: Math.max(1_000, count / 10) });
  const again = await load(server, [path], recorded(findings));
  const rows = await rowsIn(server.client);
  const { text, sizes } = await disk(server.client);
  const near = { first: nearAtFirst, last: await lookUp(server.client), recall: recall(1_000) };
  const measured: Measured = { ...machine(), first, loaded, again, rows, text, sizes, near, real: ofReal };
  writeReport('ingest', measured, print(measured));
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
