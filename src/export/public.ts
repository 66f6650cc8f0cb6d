import type { ExportRow } from './kinds.ts';

/** The row of an article as anybody may have it: of a file that it was read from the name, not the folders. The key stays one of its own. */
export function withoutPaths(row: ExportRow): ExportRow {
  const origin = row.origin as { readonly kind: string; readonly name: string } | undefined;
  return origin?.kind === 'FILE' ? { ...row, origin: { ...origin, key: `export:${row.id}/${origin.name}` } } : row;
}
