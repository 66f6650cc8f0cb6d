import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Document, toStoredText } from '../document.ts';
import { readUtf8 } from './bytes.ts';

/**
 * Reads a plain text file: one document, whose origin is the file. What the text says of itself (date, dateline, headline) is left to
 * the pipeline.
 * @throws QuotewireError naming the file where it cannot be read or is no text.
 */
export async function readText(file: string, collection: string): Promise<Document> {
  const text = toStoredText(await readUtf8(file));
  return {
    text,
    origin: { kind: 'FILE', key: await realpath(file), name: basename(file), url: null },
    metadata: { headline: null, authors: [], publisher: null, section: null, keywords: [], language: null, collection, published: null },
  };
}
