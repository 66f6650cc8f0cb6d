import type { Input } from '../input.ts';
import type { Entry, Item } from '../item.ts';
import type { Format, ReadOptions } from '../options.ts';
import { readCsv } from './csv.ts';
import { exportedItem, isExported } from './export.ts';
import { readFeed } from './feed.ts';
import { readGold } from './gold.ts';
import { isJsonFeed, jsonFeedItems } from './json-feed.ts';
import { readJsonValues } from './json-values.ts';
import { readJsonLines } from './jsonl.ts';
import { itemOfFields } from './named-fields.ts';
import { readNewsml } from './newsml.ts';
import { isNinjs, ninjsItem } from './ninjs.ts';
import { readNitf } from './nitf.ts';
import { readPlainText } from './text.ts';
import type { Fields } from './values.ts';

type Read = (input: Input, options: ReadOptions) => AsyncIterable<Entry>;

/** Who reads what. */
export const READERS: Readonly<Record<Format, Read>> = {
  text: readPlainText,
  jsonl: (input, { map }) => readJsonLines(input, itemIn(map)),
  json: (input, { map }) =>
    readJsonValues(input, (value) => (isObject(value) && isJsonFeed(value) ? jsonFeedItems(value) : [() => itemIn(map)(value)])),
  csv: (input, { map = {} }) => readCsv(input, map),
  rss: readFeed,
  atom: readFeed,
  'json-feed': (input) => readJsonValues(input, (value) => jsonFeedItems(value as Fields)),
  html: later(async () => (await import('./html.ts')).readPage),
  'newsml-g2': readNewsml,
  nitf: readNitf,
  ninjs: (input) => readJsonValues(input, (value) => [() => ninjsItem(value as Fields)]),
  warc: later(async () => (await import('./warc.ts')).readWarc),
  gold: readGold,
};

/** What an object of JSON says: ninjs where it is that, else named fields. */
const itemIn =
  (map: ReadOptions['map']) =>
  (value: unknown): Item =>
    isObject(value) && isExported(value)
      ? exportedItem(value)
      : isObject(value) && !map?.text && isNinjs(value)
        ? ninjsItem(value)
        : itemOfFields(value, map);

/** A reader that is imported when the first file of its format comes: few loads hold web pages, and what makes a document of one is large. */
function later(load: () => Promise<Read>): Read {
  return async function* (input, options) {
    yield* (await load())(input, options);
  };
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
