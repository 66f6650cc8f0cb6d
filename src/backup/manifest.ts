import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { QuotewireError } from '../errors.ts';

/** The file beside the tables that says what a backup holds. It is filled last: a backup whose manifest is empty, or missing, is none. */
export const MANIFEST = 'manifest.json';

const manifest = z.object({
  quotewire: z.literal('backup'),
  at: z.string(),
  /** The schema's version: the names of all migrations, in order. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      file: z.string().regex(/^\w+\.copy\.gz$/),
      rows: z.int(),
      sha256: z.string(),
    }),
  ),
});

export type Manifest = z.infer<typeof manifest>;

/** @throws QuotewireError where the folder holds no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch (cause) {
    throw new QuotewireError(
      'BACKUP_INVALID',
      `${folder} holds no whole backup (${MANIFEST} is missing or damaged); name the folder that npm run backup wrote.`,
      { cause },
    );
  }
}
