import { basename } from 'node:path';
import { STDIN } from '../readers/input.ts';

/** Names that are listed; more are counted. */
const NAMES = 5;

/** What a run reads, for all to see: the names of files and folders, not where they lie. */
export function sourceOf(paths: readonly string[]): string {
  const names = paths.map((path) => (path === STDIN ? 'standard input' : basename(path).slice(0, 100)));
  const more = names.length - NAMES;
  return more > 0 ? `${names.slice(0, NAMES).join(', ')} and ${more} more` : names.join(', ');
}
