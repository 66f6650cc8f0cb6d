import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { projectRoot } from '../../src/paths.ts';

const parentsOf = (path: string): string[] => (dirname(path) === path ? [path] : [path, ...parentsOf(dirname(path))]);

/**
 * Whether the user who runs PostgreSQL cannot enter this checkout: whoever is root has another user run it, who may be kept out of a folder above,
 * as of one that mktemp makes. Then the binaries are copied, which each start notes.
 */
export const isClosed = process.getuid?.() === 0 && parentsOf(projectRoot).some((folder) => (statSync(folder).mode & 0o001) === 0);

/** How that note begins; empty where there is none. */
export const COPIED = isClosed ? 'The PostgreSQL binaries were copied to ' : '';
