import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGold } from '../evaluation/files.ts';
import { type Measure, type Measured, measure, measureAgreement, measureOwn, measuresOf, predict } from '../evaluation/measured.ts';
import { sectionOf } from '../evaluation/report.ts';
import { scoreArticle } from '../evaluation/score.ts';
import { compared, type Variant, WITHOUT } from '../evaluation/without.ts';
import { readModels } from '../models.ts';
import { projectRoot } from '../paths.ts';
import type { Models } from '../pipeline/index.ts';
import { extractorVersion } from '../pipeline/version.ts';
import { readSamples } from '../training/marked.ts';

/** The gold files of others that the report is about, below the folder with the data. */
const FILES = [
  ['PolNeAR dev', 'eval/polnear-dev.jsonl', 'all'],
  ['PolNeAR dev, speech', 'eval/polnear-dev.jsonl', 'speech'],
  ['GUM news dev', 'eval/gum-news-dev.jsonl', 'all'],
  ['CoNLL-2003 dev', 'eval/conll2003-dev.jsonl', 'all'],
] as const;

/** Flags of `report:extraction`. */
interface ReportOptions {
  readonly data: string;
  readonly day: string;
  /** A folder with weights of openly licensed data alone, as `train --open` writes them. */
  readonly open?: string;
}

/** Measures what is found, and writes reports/extraction.md for people and reports/extraction.json for programs. */
export async function reportExtraction({ data, day, open }: ReportOptions): Promise<void> {
  const measured: Measured[] = [];
  const add = (one: Measured) => {
    console.error(`measured ${one.data}: ${one.articles} articles`);
    measured.push(one);
  };
  for (const [name, file, scope] of FILES) {
    const path = join(data, file);
    if (existsSync(path)) add(measure(name, await readGold(path), undefined, scope));
    else console.error(`not measured: no ${path}`);
  }
  const [train, test, second] = ['samples/train', 'samples/test', 'tests/gold/second'].map((folder) =>
    readSamples(join(projectRoot, folder)),
  );
  add(measureOwn('own articles, test part', test!));
  add(measureAgreement('own articles, second annotator against the first', train!, second!));
  const parts = await partsOf(join(data, 'eval/polnear-dev.jsonl'), open);
  const folder = join(projectRoot, 'reports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'extraction.md'), `${[head(day), ...measured.map(sectionOf), ...parts].join('\n\n')}\n`);
  writeFileSync(join(folder, 'extraction.json'), jsonOf(day, measured.flatMap(measuresOf)));
}

/** What each part of the extractor is worth, as a section; nothing without the gold file. */
async function partsOf(path: string, open: string | undefined): Promise<string[]> {
  if (!existsSync(path)) return [];
  const gold = await readGold(path);
  const models = readModels();
  const score = (name: string, used: Models): Variant => {
    console.error(`measured ${name}`);
    return { name, scores: gold.map((article) => scoreArticle(article, predict(article, used), 'all')) };
  };
  const variants = [
    score('everything', models),
    ...WITHOUT.map(([part, without]) => score(`without ${part}`, without(models))),
    ...(open ? [score('weights of openly licensed data alone (`train --open`)', readModels(open))] : []),
  ];
  return [`## What each part is worth\n\nPolNeAR dev; F1 of quotes, soft and exact.\n\n${compared(variants)}`];
}

/** The figures as JSON, a line each: so that a change shows as the lines that it changes. */
function jsonOf(day: string, figures: readonly Measure[]): string {
  const lines = figures.map(({ name, data, ...bounds }) => {
    const { value, low, high } = rounded(bounds);
    return `    { "name": ${JSON.stringify(name)}, "value": ${value}, "low": ${low}, "high": ${high}, "data": ${JSON.stringify(data)} }`;
  });
  return `{\n  "extractor": "${extractorVersion}",\n  "day": "${day}",\n  "measured": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

const head = (day: string) => `# What extraction comes to

Written by \`npm run report:extraction -- --data DIR\` on ${day} (2 cores, Node ${process.versions.node}), extractor \`${extractorVersion}\`; the measures are
defined in [docs/extraction.md](../docs/extraction.md), the data in [docs/models.md](../docs/models.md). The same figures for programs: [extraction.json](extraction.json).`;

const rounded = ({ value, low, high }: { value: number; low: number; high: number }) => {
  const [v, l, h] = [value, low, high].map((share) => Math.round(share * 1e4) / 1e4);
  return { value: v!, low: l!, high: h! };
};
