import { parseGold } from '../../gold/markup.ts';
import { type Input, readText } from '../input.ts';
import { type Entry, entryOf } from '../item.ts';
import { MAX_BYTES } from './text.ts';

/** Reads an article annotated by hand (samples/README.md): its text and metadata; the marks are left to the evaluation. */
export async function* readGold(input: Input): AsyncGenerator<Entry> {
  const source = await readText(input, MAX_BYTES);
  yield entryOf(null, () => {
    const { id, url, text, metadata } = parseGold(input.name, source.text);
    return {
      ...metadata,
      text,
      id: `quotewire:sample:${id}`,
      url,
      notes: ['Fictional: a sample article about people and places that do not exist.'],
    };
  });
}
