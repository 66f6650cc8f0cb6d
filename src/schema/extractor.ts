import { existsSync, readFileSync } from 'node:fs';
import { extractionReport } from '../paths.ts';
import { extractorVersion } from '../pipeline/version.ts';
import { builder } from './builder.ts';

/** One figure, as reports/extraction.json has it. */
interface Measure {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly data: string;
}

/** What `npm run report:extraction` wrote last. */
interface Report {
  readonly extractor: string | null;
  readonly measured: readonly Measure[];
}

let report: Report | null = null;

/** The report, read when first asked for: it comes with the program and changes with it alone. */
function readReport(): Report {
  report ??= existsSync(extractionReport) ? JSON.parse(readFileSync(extractionReport, 'utf8')) : { extractor: null, measured: [] };
  return report!;
}

const MeasureType = builder.objectRef<Measure>('Measure').implement({
  description: 'One figure of how well something is found, as measured on articles annotated by people.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What is measured, such as `content, soft F1`; docs/extraction.md defines each.' }),
    value: t.exposeFloat('value', { description: 'The figure: a share, from 0 to 1.' }),
    low: t.exposeFloat('low', { description: 'In 95 of 100 draws of articles it is no less.' }),
    high: t.exposeFloat('high', { description: 'In 95 of 100 draws of articles it is no more.' }),
    data: t.exposeString('data', { description: 'The annotated articles, such as `PolNeAR dev`: none that the extractor learned from.' }),
  }),
});

export const ExtractorType = builder.objectRef<object>('Extractor').implement({
  description: 'What finds quotes and names, with its accuracy as measured on articles that it has never seen.',
  fields: (t) => ({
    version: t.string({
      description: 'Name and version: `Extraction.extractor` of an article that it read.',
      resolve: () => extractorVersion,
    }),
    measuredVersion: t.string({
      nullable: true,
      description: 'The version that was measured; null where no figures come with this program.',
      resolve: () => readReport().extractor,
    }),
    measured: t.field({
      type: [MeasureType],
      description: 'How well it does, by measure and data; empty where no figures come with this program.',
      resolve: () => [...readReport().measured],
    }),
  }),
});
