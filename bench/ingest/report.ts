import { type Machine, ranOn, table } from '../report.ts';
import type { Size } from './disk.ts';
import type { Loaded, Slice } from './load.ts';
import type { Recall } from './near.ts';

type Rows = { readonly articles: number; readonly quotes: number; readonly mentions: number; readonly all: number };

/** All that a run of the benchmark measured. Times in seconds or, where named so, milliseconds. */
export interface Measured extends Machine {
  /** Generated articles: the first thousand alone, all of them, and all of them again. */
  readonly first: Loaded;
  readonly loaded: Loaded;
  readonly again: Loaded;
  readonly rows: Rows;
  /** Bytes of the generated texts, and of what they take on disk. */
  readonly text: number;
  readonly sizes: readonly Size[];
  /** Milliseconds of looking for near copies of twenty articles, among a thousand and among all. */
  readonly near: { readonly first: number; readonly last: number; readonly recall: readonly Recall[] };
  /** Real articles; null where none were given. */
  readonly real: {
    readonly extracted: Loaded;
    readonly again: Loaded;
    readonly recorded: Loaded;
    readonly rows: Rows;
    readonly text: number;
    readonly sizes: readonly Size[];
    /** Of `npm run seed`, at most. */
    readonly memory: readonly { readonly articles: number; readonly megabytes: number | null }[];
  } | null;
}

/** The report for people. */
export function print({ first, loaded, again, rows, text, sizes, near, real, ...machine }: Measured): string {
  const speeds = loaded.slices.map(({ articles, seconds }, i) => (articles - (loaded.slices[i - 1]?.articles ?? 0)) / seconds);
  return `${[
    '# What loading costs',
    `${ranOn(machine)} Written by \`npm run bench:ingest\`, with the PostgreSQL that comes along, as it is by default, on the same machine. The same
figures for programs: [ingest.json](ingest.json).`,
    '## Reading and storing',
    `With recorded findings, so that no extractor runs: one process reads JSON Lines and stores articles with their quotes, names and roles, all indexes in place. CPU is that of
the client and that of all processes of PostgreSQL. The findings come as from a thread that annotates: as bytes, to be copied.`,
    table(
      ['', 'articles', 'bytes each', 'CPU ms an article: client', 'database', 'together', 'articles/s', 'rows/s', 'rows per s of CPU'],
      [
        row('generated', loaded, text / rows.articles, rows.all),
        ...(real ? [row('real news', real.recorded, real.text / real.rows.articles, real.rows.all)] : []),
      ],
    ),
    `Rows are articles, origins, extractions, quotes, mentions, roles and nouns: ${(rows.all / rows.articles).toFixed(1)} to a generated article. The aim is 5 ms of CPU together, and 15,000 rows a second.`,
    '## As the corpus grows',
    table(
      ['articles', 'CPU ms an article', 'of them autovacuum', 'articles/s'],
      loaded.slices.map(({ articles, cpuMs, tidyingMs }, i) => [
        String(articles),
        cpuMs?.toFixed(2) ?? 'unknown',
        tidyingMs?.toFixed(2) ?? 'unknown',
        speeds[i]!.toFixed(0),
      ]),
    ),
    `The first thousand alone: ${(first.clientMs + (first.databaseMs ?? 0)).toFixed(2)} ms of CPU an article, ${(first.articles / first.seconds).toFixed(0)} a second. By CPU, autovacuum aside where it is known, the last part went at ${percent(
      storingMs(loaded.slices[0]) / storingMs(loaded.slices.at(-1)),
    )} of the speed of the first, by the clock at ${percent((speeds.at(-1) ?? 0) / (speeds[0] ?? 1))}, where other programs on the machine count too. The aim is 90 %.
Autovacuum comes once a minute at most, to whichever part that falls into.`,
    '## Loading the same again',
    `Nothing changes, and nothing is annotated: ${again.articles} generated articles in ${again.seconds.toFixed(1)} s, ${percent(again.seconds / loaded.seconds)} of the first load with recorded findings.${
      real
        ? ` Real news: ${real.again.seconds.toFixed(2)} s for ${real.again.articles} articles, ${percent(real.again.seconds / real.extracted.seconds)} of a first load that extracts. The aim is 10 %.`
        : ''
    }`,
    ...(real
      ? [
          '## Extraction',
          `${real.extracted.articles} real articles of ${Math.round(real.text / real.rows.articles)} bytes, all cores: ${(real.extracted.articles / real.extracted.seconds).toFixed(1)} articles a second. Reading and storing take ${percent(
            (real.recorded.clientMs + (real.recorded.databaseMs ?? 0)) / (real.extracted.clientMs + (real.extracted.databaseMs ?? 0)),
          )} of all CPU; the rest is extraction.`,
          `Memory of \`npm run seed\` with its threads, at most: ${real.memory.map(({ articles, megabytes }) => `${megabytes?.toFixed(0) ?? 'unknown'} MB for ${articles} articles`).join(', ')}. The limit is 600 MB.`,
        ]
      : []),
    '## Near copies',
    `Asking for the near copies of twenty articles takes ${near.first.toFixed(1)} ms among ${first.articles} and ${near.last.toFixed(1)} ms among ${rows.articles}. Copies of a thousand generated stories, last paragraph cut:`,
    table(
      ['words changed', 'shared runs of five words', 'found, of those that share half and more'],
      near.recall.map(({ changed, similarity, found }) => [percent(changed), percent(similarity), percent(found)]),
    ),
    '## On disk',
    `The aim is 6 times the text, the limit 8. Generated articles, whose words are as good as random and compress little:`,
    diskTable(text, sizes),
    ...(real
      ? [
          `Real news, ${(real.rows.quotes / real.rows.articles).toFixed(1)} quotes and ${(real.rows.mentions / real.rows.articles).toFixed(1)} mentions an article:`,
          diskTable(real.text, real.sizes),
        ]
      : []),
  ].join('\n\n')}\n`;
}

/** Milliseconds of CPU an article that a part of a load took, without what PostgreSQL's autovacuum did meanwhile. */
const storingMs = ({ cpuMs, tidyingMs }: Partial<Slice> = {}) => (cpuMs ?? Number.NaN) - (tidyingMs ?? 0);

const row = (name: string, { articles, clientMs, databaseMs, seconds }: Loaded, bytes: number, rows: number) => [
  name,
  String(articles),
  bytes.toFixed(0),
  clientMs.toFixed(2),
  databaseMs?.toFixed(2) ?? 'unknown',
  databaseMs === null ? 'unknown' : (clientMs + databaseMs).toFixed(2),
  (articles / seconds).toFixed(0),
  (rows / seconds).toFixed(0),
  databaseMs === null ? 'unknown' : ((rows / articles / (clientMs + databaseMs)) * 1000).toFixed(0),
];

/** What takes the most, and all together. */
function diskTable(text: number, sizes: readonly Size[]): string {
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const large = sizes.filter(({ bytes }) => bytes > total / 100);
  const others = total - large.reduce((sum, { bytes }) => sum + bytes, 0);
  const cells = (table: string, index: string, bytes: number) => [table, index, megabytes(bytes), (bytes / text).toFixed(2)];
  return table(
    ['table', 'index', 'MB', 'of the text'],
    [...large.map(({ table, index, bytes }) => cells(table, index ?? 'rows', bytes)), cells('others', '', others), cells('all', '', total)],
  );
}

const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
