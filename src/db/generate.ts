import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { QuotewireError } from '../errors.ts';
import { projectRoot, schemaFile } from '../paths.ts';

const generated = fileURLToPath(new URL('generated/client.ts', import.meta.url));

/**
 * Makes the Prisma client where it is missing or older than its schema: after `npm ci --ignore-scripts`, or a change of branch.
 * @throws QuotewireError with what `prisma generate` printed.
 */
export async function ensureClient(): Promise<void> {
  const [made, schema] = await Promise.all([modified(generated), modified(schemaFile)]);
  if (made >= schema) return;
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  try {
    await promisify(execFile)(process.execPath, [prisma, 'generate'], { cwd: projectRoot, env: { ...process.env, PATH: withBinaries() } });
  } catch (cause) {
    const output = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new QuotewireError('CLIENT_NOT_MADE', `The database client could not be made by prisma generate: ${output}`, { cause });
  }
}

/** The PATH with the project's own commands, which npm adds and node alone does not: Prisma calls its generators by name. */
const withBinaries = () => [join(projectRoot, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);

/** When a file was last written, in milliseconds; 0 where there is none. */
const modified = (file: string) =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
