import type { Document } from '../document.ts';
import { findFiles } from './files.ts';
import { readText } from './text.ts';

/** A document, or why a path yields none. */
export type Reading =
  | { readonly path: string; readonly document: Document; readonly error?: undefined }
  | { readonly path: string; readonly document?: undefined; readonly error: Error };

/** Reads the files and folders at `paths`, one after the other; what cannot be read is passed on as its error. */
export async function* readPaths(paths: readonly string[], collection: string): AsyncGenerator<Reading> {
  for await (const { path, error } of findFiles(paths)) {
    if (error) yield { path, error };
    else yield await readOne(path, collection);
  }
}

async function readOne(path: string, collection: string): Promise<Reading> {
  try {
    return { path, document: await readText(path, collection) };
  } catch (error) {
    return { path, error: error as Error };
  }
}
