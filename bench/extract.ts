import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toExtracted } from '../src/extraction/extracted.ts';
import { readModels } from '../src/models.ts';
import { projectRoot } from '../src/paths.ts';
import { annotate } from '../src/pipeline/index.ts';
import { readSamples } from '../src/training/marked.ts';
import { inParallel } from '../src/workers/parallel.ts';
import { createAnnotators } from '../src/workers/pool.ts';

/**
 * How fast everything is found: articles and megabytes a second, on one core and on all, once warm, and how much memory that takes.
 * Writes reports/extraction-speed.md. Run it where nothing else runs: `npm run bench:extract -- [--data DIR] [--seconds N]`.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '/nowhere' },
    seconds: { type: 'string', default: '15' },
    day: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});
const seconds = Number(values.seconds);
const load = loadavg()[0]!;

/** What was measured on one set of articles. */
interface Speed {
  readonly articles: number;
  readonly characters: number;
  readonly quotes: number;
  /** By the clock, in seconds. */
  readonly elapsed: number;
  /** Of the processor, in seconds: what else the machine does costs no share of it. */
  readonly busy: number;
}

const samples = ['train', 'test'].flatMap((part) => readSamples(join(projectRoot, 'samples', part)).map(({ text }) => text));
const polnear = join(values.data, 'eval/polnear-dev.jsonl');
const sets: [string, string[]][] = [['samples (60 short articles)', samples]];
if (existsSync(polnear)) {
  const texts = readFileSync(polnear, 'utf8').trim().split('\n');
  sets.push(['PolNeAR dev (84 articles)', texts.map((line) => (JSON.parse(line) as { text: string }).text)]);
}

const started = performance.now();
readModels();
const loading = performance.now() - started;
const first = performance.now();
annotate({ text: samples[0]! }, readModels());
const cold = performance.now() - first;

/** Repeats the texts for so long. */
async function measure(texts: readonly string[], time: number, find: (texts: Iterable<string>) => AsyncIterable<number>): Promise<Speed> {
  const begin = performance.now();
  const before = process.cpuUsage();
  let characters = 0;
  function* again() {
    for (let i = 0; performance.now() - begin < 1000 * time; i++) {
      characters += texts[i % texts.length]!.length;
      yield texts[i % texts.length]!;
    }
  }
  let [articles, quotes] = [0, 0];
  for await (const found of find(again())) {
    articles++;
    quotes += found;
  }
  const { user, system } = process.cpuUsage(before);
  return { articles, characters, quotes, elapsed: (performance.now() - begin) / 1000, busy: (user + system) / 1e6 };
}

async function* alone(texts: Iterable<string>) {
  for (const text of texts) yield toExtracted(annotate({ text }, readModels())).quotes.length;
}

const memory = () => Math.round(process.memoryUsage().rss / 1e6);
const rows: string[] = [];
const row = (what: string, cores: number, { articles, characters, quotes, elapsed, busy }: Speed) => {
  const time = cores === 1 ? busy : elapsed;
  const cells = [what, cores, (articles / time).toFixed(0), (characters / time / 1e6).toFixed(2), (quotes / time).toFixed(0), memory()];
  rows.push(`| ${cells.join(' | ')} |`);
  console.error(rows.at(-1));
};
for (const [what, texts] of sets) {
  await measure(texts, seconds / 3, alone);
  row(what, 1, await measure(texts, seconds, alone));
}
const cores = availableParallelism();
const annotators = createAnnotators({ size: cores });
const onAll = (texts: Iterable<string>) =>
  inParallel(texts, async (text) => (await annotators.run('extract', text)).quotes.length, { limit: 4 * cores });
for (const [what, texts] of sets) {
  await measure(texts, seconds / 3, onAll);
  row(what, cores, await measure(texts, seconds, onAll));
}
await annotators.close();

mkdirSync(join(projectRoot, 'reports'), { recursive: true });
writeFileSync(
  join(projectRoot, 'reports/extraction-speed.md'),
  `# How fast extraction is

Written by \`npm run bench:extract -- --data DIR\` on ${values.day} (${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cores} cores, Node ${process.versions.node}). Everything is
found: quotes with sources and speakers, names, roles. Warm: each line is ${seconds} seconds, after a third of that to warm up. One core is by the
time of the processor, all cores by the clock; other programs kept ${load.toFixed(1)} cores busy when it began. A
megabyte is a million characters; memory is the resident set of the whole process at the end of the line.

| articles | cores | articles a second | megabytes a second | quotes a second | memory, MB |
| --- | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

Reading the weights takes ${Math.round(loading)} ms, the first article after that ${Math.round(cold)} ms.
`,
);
