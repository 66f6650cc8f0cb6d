import { MAX_TEXT } from '../../document.ts';
import { type Input, readText } from '../input.ts';
import type { Entry } from '../item.ts';

/** No text of the allowed length needs more bytes: three for each UTF-16 unit in UTF-8, and a byte order mark. */
export const MAX_BYTES = MAX_TEXT * 3 + 3;

/** Reads a plain text file: one article. What the text says of itself (date, dateline, headline, byline) is left to the pipeline. */
export async function* readPlainText(input: Input): AsyncGenerator<Entry> {
  const { text, notes } = await readText(input, MAX_BYTES);
  yield { at: null, item: { text, notes } };
}
