import type { Format } from '../options.ts';
import type { Read } from './read.ts';
import { readPlainText } from './text.ts';

/** Who reads what. */
export const READERS: Readonly<Record<Format, Read>> = {
  text: readPlainText,
  jsonl: later(async () => (await import('./json-items.ts')).readLines),
  json: later(async () => (await import('./json-items.ts')).readObjects),
  csv: later(async () => {
    const { readCsv } = await import('./csv.ts');
    return (input, { map = {} }) => readCsv(input, map);
  }),
  rss: later(async () => (await import('./feed.ts')).readFeed),
  atom: later(async () => (await import('./feed.ts')).readFeed),
  'json-feed': later(async () => (await import('./json-items.ts')).readJsonFeed),
  html: later(async () => (await import('./html.ts')).readPage),
  'newsml-g2': later(async () => (await import('./newsml.ts')).readNewsml),
  nitf: later(async () => (await import('./nitf.ts')).readNitf),
  ninjs: later(async () => (await import('./json-items.ts')).readNinjs),
  warc: later(async () => (await import('./warc.ts')).readWarc),
  gold: later(async () => (await import('./gold.ts')).readGold),
};

/** A reader that is imported when the first file of its format comes: few loads hold more than one, and what reads HTML is large. */
function later(load: () => Promise<Read>): Read {
  return async function* (input, options) {
    yield* (await load())(input, options);
  };
}
