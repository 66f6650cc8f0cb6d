import { isAbsolute } from 'node:path';
import type { ExportRow } from './kinds.ts';

/**
 * The row of an article as anybody may have it: of a file that it was read from the name, not the folders, which also stand before an id that
 * counts within its file alone. The key stays one of its own.
 */
export function withoutPaths(row: ExportRow): ExportRow {
  const origin = row.origin as { readonly kind: string; readonly key: string; readonly name: string } | undefined;
  const isOfFile = origin?.kind === 'FILE' || (origin?.kind === 'ID' && isAbsolute(origin.key) && origin.key.endsWith(`#${origin.name}`));
  return isOfFile ? { ...row, origin: { ...origin, key: `export:${row.id}/${origin.name}` } } : row;
}
