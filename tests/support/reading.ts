import type { Document } from '../../src/document.ts';
import { type Reading, type ReadOptions, readPaths } from '../../src/readers/index.ts';
import { folderOfFiles } from './folder.ts';

/** A temporary folder with files as the test writes them, and how they are read. */
export function filesToRead() {
  const { folder, file } = folderOfFiles();
  /** What is read from a file of that content, each document or error written down plainly. */
  const read = async (name: string, content: string | Uint8Array, options: ReadOptions = {}) =>
    (await readAll([file(name, content)], options)).map(({ document, error, at, format }) =>
      error ? { at, error: `${error.code}: ${error.message}` } : { format, ...plainly(document), ...(at && { at }) },
    );
  return { folder, file, read };
}

/** All that reading yields. */
export async function readAll(paths: readonly string[], options: ReadOptions = {}): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of readPaths(paths, options)) readings.push(reading);
  return readings;
}

/** A document as a test writes it down: what is null or empty left out, times with their precision. */
function plainly({ text, origin, metadata: { published, collection, ...metadata } }: Document): Record<string, unknown> {
  const facts = {
    ...metadata,
    published: published && `${published.precision} ${published.at.toISOString()}`,
    collection: collection === 'main' ? null : collection,
  };
  const said = Object.entries(facts).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return { text, key: `${origin.kind} ${origin.key}`, ...Object.fromEntries(said) };
}
