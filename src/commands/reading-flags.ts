import { type Command, Option } from 'commander';
import { QuotewireError } from '../errors.ts';
import { readTime } from '../readers/dates.ts';
import { languageTag } from '../readers/language-tag.ts';
import { FORMATS, type Format, parseMap, type ReadOptions } from '../readers/options.ts';

/** The flags of every command that reads articles, as they were typed. */
export interface ReadingFlags {
  readonly format?: Format;
  readonly map?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly collection?: string;
  readonly since?: string;
  readonly limit?: string;
}

/** Gives a command the flags that say how to read. */
export const readingOptions = (command: Command): Command =>
  command
    .addOption(new Option('-f, --format <name>', 'read every file as this, whatever it looks like').choices([...FORMATS]))
    .option('-m, --map <fields>', "which fields of JSON or CSV are the article's: headline=title,text=body.html")
    .option('-c, --collection <name>', 'the part of the corpus to load into (default: main)')
    .option('--publisher <name>', 'who published it, whatever the documents say')
    .option('--language <tag>', 'the language it is in, whatever the documents say: en, pt-BR')
    .option('--since <date>', 'leave out what is dated before; undated articles are loaded')
    .option('--limit <number>', 'load so many articles at most');

/**
 * What the flags mean.
 * @throws QuotewireError naming the flag that means nothing.
 */
export function readOptionsOf({ format, map, publisher, language, collection, since, limit }: ReadingFlags): ReadOptions {
  return {
    format: format ?? null,
    ...(map !== undefined && { map: parseMap(map) }),
    publisher: nameFlag('publisher', publisher),
    language: languageFlag(language),
    collection: nameFlag('collection', collection),
    since: since === undefined ? null : timeFlag('since', since),
    limit: limit === undefined ? null : wholeNumber(limit),
  };
}

const wrong = (flag: string, value: string, remedy: string) => new QuotewireError('FLAG_INVALID', `--${flag} ${value}: ${remedy}`);

/** @throws QuotewireError where a flag's value is no name. */
export function nameFlag(flag: string, value: string | undefined): string | null {
  if (value !== undefined && (value.trim() === '' || value.length > 300))
    throw wrong(flag, value.slice(0, 40), 'a name has 1 to 300 characters.');
  return value ?? null;
}

/** @throws QuotewireError where a flag's value is no language. */
export function languageFlag(value: string | undefined): string | null {
  if (value === undefined) return null;
  const tag = languageTag(value);
  if (tag === null) throw wrong('language', value, 'it is no language tag; write en, de or pt-BR.');
  return tag;
}

/** @throws QuotewireError where a flag's value is no time. */
export function timeFlag(flag: string, value: string): Date {
  const time = readTime(value);
  if (!time) throw wrong(flag, value, 'it is no date; write 2031-03-04 or 2031-03-04T09:12Z.');
  return time.at;
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw wrong('limit', value, 'it is no whole number from 0 up.');
  return Number(value);
}
