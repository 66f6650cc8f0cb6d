import type { Item } from '../item.ts';
import type { ReadOptions } from '../options.ts';
import { exportedItem, isExported } from './export.ts';
import { isJsonFeed, jsonFeedItems } from './json-feed.ts';
import { readJsonValues } from './json-values.ts';
import { readJsonLines } from './jsonl.ts';
import { itemOfFields } from './named-fields.ts';
import { isNinjs, ninjsItem } from './ninjs.ts';
import type { Read } from './read.ts';
import type { Fields } from './values.ts';

/** One article a line. */
export const readLines: Read = (input, { map }) => readJsonLines(input, itemIn(map));

/** One object, or a list of them; a feed is one object. */
export const readObjects: Read = (input, { map }) =>
  readJsonValues(input, (value) => (isObject(value) && isJsonFeed(value) ? jsonFeedItems(value) : [() => itemIn(map)(value)]));

export const readJsonFeed: Read = (input) => readJsonValues(input, (value) => jsonFeedItems(value as Fields));

export const readNinjs: Read = (input) => readJsonValues(input, (value) => [() => ninjsItem(value as Fields)]);

/** What an object of JSON says: ninjs where it is that, else named fields. */
const itemIn =
  (map: ReadOptions['map']) =>
  (value: unknown): Item =>
    isObject(value) && isExported(value)
      ? exportedItem(value)
      : isObject(value) && !map?.text && isNinjs(value)
        ? ninjsItem(value)
        : itemOfFields(value, map);

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
