import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Document } from '../../src/document.ts';
import { type Reading, type ReadOptions, readPaths } from '../../src/readers/index.ts';

/** A temporary folder of the test file's own with files as the test writes them, removed at its end. */
export function filesIn(prefix: string): { folder: string; file: (name: string, content: string | Uint8Array) => string } {
  const folder = mkdtempSync(join(tmpdir(), `quotewire-${prefix}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  return { folder, file };
}

/** All that reading yields. */
export async function readAll(paths: readonly string[], options: ReadOptions = {}): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of readPaths(paths, options)) readings.push(reading);
  return readings;
}

/** A document as a test writes it down: what is null or empty left out, times with their precision. */
export function plainly({ text, origin, metadata: { published, collection, ...metadata } }: Document): Record<string, unknown> {
  const facts = {
    ...metadata,
    published: published && `${published.precision} ${published.at.toISOString()}`,
    collection: collection === 'main' ? null : collection,
  };
  const said = Object.entries(facts).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return { text, key: `${origin.kind} ${origin.key}`, ...Object.fromEntries(said) };
}
