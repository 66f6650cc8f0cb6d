import { QuotewireError } from '../errors.ts';

/** What `--format` takes; without it each file is looked at. */
export const FORMATS = [
  'text',
  'jsonl',
  'json',
  'csv',
  'rss',
  'atom',
  'json-feed',
  'html',
  'newsml-g2',
  'nitf',
  'ninjs',
  'warc',
  'gold',
] as const;
export type Format = (typeof FORMATS)[number];

/** The fields that a record gives an article. */
const FIELDS = ['id', 'url', 'text', 'headline', 'authors', 'publisher', 'section', 'keywords', 'language', 'published'] as const;
export type Field = (typeof FIELDS)[number];

/** For a field of an article the record's own name of it; dots lead into nested objects. */
export type FieldMap = Readonly<Partial<Record<Field, string>>>;

/** How to read. What is given here wins over what a document says of itself. */
export interface ReadOptions {
  readonly format?: Format | null;
  readonly map?: FieldMap;
  readonly publisher?: string | null;
  /** BCP 47. */
  readonly language?: string | null;
  readonly collection?: string | null;
  /** Documents dated before are left out; undated ones are not. */
  readonly since?: Date | null;
  /** Documents at most. */
  readonly limit?: number | null;
  /** Whether what is read grows while it is read: each line as it comes. */
  readonly follow?: boolean;
  /** Where to write a copy of what standard input gives, to be read from there again. */
  readonly keep?: string | null;
  /** Where such a copy lies: it is read in place of standard input. */
  readonly kept?: string | null;
  /** Told of each file in a folder that is left out for its ending. */
  readonly onPassedOver?: (path: string) => void;
  /** Told of each record that holds no words by its nature: where it stands, and what it is. */
  readonly onLeftOut?: (path: string, reason: string) => void;
  /** Told of the bytes that are read, as files have them: compressed ones count as they lie on the disk. */
  readonly onBytes?: (count: number) => void;
}

/**
 * Reads `headline=title,text=body`.
 * @throws QuotewireError for a field that articles have not.
 */
export function parseMap(value: string): FieldMap {
  const pairs = value.split(',').map((pair) => {
    const [field = '', name = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
    if (!(FIELDS as readonly string[]).includes(field) || !name) {
      throw new QuotewireError(
        'MAP_INVALID',
        `--map ${pair}: write FIELD=NAME with the article's field first (${FIELDS.join(', ')}): --map headline=title,text=body.`,
      );
    }
    return [field, name];
  });
  const fields = pairs.map(([field]) => field!);
  const twice = fields.find((field, i) => fields.indexOf(field) < i);
  if (twice) throw new QuotewireError('MAP_INVALID', `--map ${value}: ${twice} is named twice; an article has one.`);
  return Object.fromEntries(pairs);
}
