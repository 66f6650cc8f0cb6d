import { QuotewireError } from '../errors.ts';
import { EXPORT_FORMATS, type ExportFormat, isReversed, type Kind } from '../export/options.ts';
import type { ExportOptions } from './export.ts';
import { languageFlag, nameFlag, timeFlag } from './reading-flags.ts';

export { EXPORT_FORMATS, KINDS } from '../export/options.ts';

/** The flags of the export, as they were typed. */
export interface ExportFlags {
  readonly what: Kind;
  readonly format?: ExportFormat;
  readonly output?: string;
  readonly gzip: boolean;
  readonly bom: boolean;
  readonly collection?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly keyword?: string;
  readonly section?: string;
  readonly language?: string;
  readonly speaker?: string;
  readonly organization?: string;
  readonly from?: string;
  readonly to?: string;
}

/** What the flags mean. @throws QuotewireError naming the flag that means nothing. */
export const exportOptionsOf = ({
  what,
  format,
  output,
  gzip,
  bom,
  collection,
  publisher,
  author,
  keyword,
  section,
  language,
  speaker,
  organization,
  from,
  to,
}: ExportFlags): ExportOptions => ({
  what,
  format: format ?? endingOf(output) ?? 'jsonl',
  gzip: gzip || GZIPPED.test(output ?? ''),
  bom,
  output: outputOf(output),
  filter: {
    collection: nameFlag('collection', collection),
    publisher: nameFlag('publisher', publisher),
    author: nameFlag('author', author),
    keyword: nameFlag('keyword', keyword),
    section: nameFlag('section', section),
    language: languageFlag(language),
    speaker: nameFlag('speaker', speaker),
    organization: nameFlag('organization', organization),
    ...periodOf(from, to),
  },
});

/** `-` is standard output, as it is standard input elsewhere. */
function outputOf(file: string | undefined): string | null {
  if (file === '') throw new QuotewireError('FLAG_INVALID', '--output: it names no file; name one, or leave it out for standard output.');
  return file === undefined || file === '-' ? null : file;
}

function periodOf(from: string | undefined, to: string | undefined) {
  const period = { from: from === undefined ? null : timeFlag('from', from), to: to === undefined ? null : timeFlag('to', to) };
  if (isReversed(period)) throw new QuotewireError('FLAG_INVALID', `--to ${to}: it is before --from ${from}; swap them.`);
  return period;
}

const GZIPPED = /\.gz$/i;

/** The format that the name of a file ends with. */
const endingOf = (file = ''): ExportFormat | undefined =>
  EXPORT_FORMATS.find((format) => file.replace(GZIPPED, '').toLowerCase().endsWith(`.${format}`));
