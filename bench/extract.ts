import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { toExtracted } from '../src/extraction/extracted.ts';
import { readModels } from '../src/models.ts';
import { projectRoot } from '../src/paths.ts';
import { annotate } from '../src/pipeline/index.ts';
import { readSamples } from '../src/training/marked.ts';
import { inParallel } from '../src/workers/parallel.ts';
import { createAnnotators } from '../src/workers/pool.ts';
import { flags } from './flags.ts';

const values = flags(
  `npm run bench:extract [-- --data DIR] [--seconds 30]

Measures how fast everything is found in the samples, and in DIR/eval/polnear-dev.jsonl: articles and megabytes a second, on one core and
on all, once warm, and how much memory that takes. Writes reports/extraction-speed.md. Run it where nothing else runs.`,
  {
    data: { type: 'string' },
    seconds: { type: 'string', default: '30' },
    day: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
);
const seconds = Number(values.seconds);
const load = loadavg()[0]!;

/** What was measured: over texts, again and again, or over each once. */
interface Speed {
  readonly articles: number;
  readonly characters: number;
  readonly quotes: number;
  /** Seconds: of the processor on one core, which what else the machine does costs no share of; by the clock on all. */
  readonly time: number;
}

const samples = ['train', 'test'].flatMap((part) => readSamples(join(projectRoot, 'samples', part)).map(({ text }) => text));
const sets: [string, string[]][] = [['samples (60 short articles)', samples]];
if (values.data !== undefined) {
  const polnear = join(values.data, 'eval/polnear-dev.jsonl');
  if (!existsSync(polnear)) {
    console.error(`There is no ${polnear}; name the folder that has it, or leave --data out.`);
    process.exit(1);
  }
  const texts = readFileSync(polnear, 'utf8').trim().split('\n');
  sets.push(['PolNeAR dev (84 articles)', texts.map((line) => (JSON.parse(line) as { text: string }).text)]);
}

const started = performance.now();
readModels();
const loading = performance.now() - started;
const first = performance.now();
annotate({ text: samples[0]! }, readModels());
const cold = performance.now() - first;

/** Looks at the texts on one core again and again for so long: each time is a pass. */
function passes(texts: readonly string[], time: number): Speed[] {
  const found: Speed[] = [];
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  for (const begin = performance.now(); performance.now() - begin < 1000 * time; ) {
    const before = process.cpuUsage();
    let quotes = 0;
    for (const text of texts) quotes += toExtracted(annotate({ text }, readModels())).quotes.length;
    const { user, system } = process.cpuUsage(before);
    found.push({ articles: texts.length, characters, quotes, time: (user + system) / 1e6 });
  }
  return found.sort((a, b) => a.time - b.time);
}

/** Looks at the texts on all cores, again and again, for so long. */
async function together(texts: readonly string[], time: number): Promise<Speed> {
  const begin = performance.now();
  let characters = 0;
  function* again() {
    for (let i = 0; performance.now() - begin < 1000 * time; i++) {
      characters += texts[i % texts.length]!.length;
      yield texts[i % texts.length]!;
    }
  }
  let [articles, quotes] = [0, 0];
  const find = async (text: string) => (await annotators.run('extract', text)).quotes.length;
  for await (const found of inParallel(again(), find, { limit: 4 * cores })) {
    articles++;
    quotes += found;
  }
  return { articles, characters, quotes, time: (performance.now() - begin) / 1000 };
}

const memory = () => Math.round(process.memoryUsage().rss / 1e6);
const rate = ({ articles, time }: Speed) => (articles / time).toFixed(0);
const rows: string[] = [];
const row = (what: string, used: number, speed: Speed, fastest: Speed | null) => {
  const { characters, quotes, time } = speed;
  const cells = [what, used, rate(speed), fastest ? rate(fastest) : '', (characters / time / 1e6).toFixed(2), (quotes / time).toFixed(0)];
  rows.push(`| ${[...cells, memory()].join(' | ')} |`);
  console.error(rows.at(-1));
};
for (const [what, texts] of sets) {
  passes(texts, seconds / 3);
  const found = passes(texts, seconds);
  row(what, 1, found[found.length >> 1]!, found[0]!);
}
const cores = availableParallelism();
const annotators = createAnnotators({ size: cores });
for (const [what, texts] of sets) {
  await together(texts, seconds / 3);
  row(what, cores, await together(texts, seconds), null);
}
await annotators.close();

mkdirSync(join(projectRoot, 'reports'), { recursive: true });
writeFileSync(
  join(projectRoot, 'reports/extraction-speed.md'),
  `# How fast extraction is

Written by \`npm run bench:extract -- --data DIR\` on ${values.day} (${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cores} cores, Node ${process.versions.node}). Everything is
found: quotes with sources and speakers, names, roles. Warm: each line is ${seconds} seconds, after a third of that to warm up. One core is by the
time of the processor, the median of the passes over all articles and the fastest beside it, since a machine that others share is not always
as fast; all cores are by the clock. Other programs kept ${load.toFixed(1)} cores busy when it began. A
megabyte is a million characters; memory is the resident set of the whole process at the end of the line.

| articles | cores | articles a second | fastest pass | megabytes a second | quotes a second | memory, MB |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

Reading the weights takes ${Math.round(loading)} ms, the first article after that ${Math.round(cold)} ms.
`,
);
