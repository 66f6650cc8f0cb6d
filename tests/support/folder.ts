import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, inject } from 'vitest';

/**
 * A temporary folder, removed when the file that asks for it, or its `describe`, has ended; with the run where none of their tests ran. A test
 * itself is too late to ask.
 * Root's is open to the user as whom PostgreSQL runs.
 */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(inject('folder'), 'folder-'));
  chmodSync(folder, 0o755);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A temporary folder with files as the test writes them. */
export function folderOfFiles() {
  const folder = temporaryFolder();
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  return { folder, file };
}
