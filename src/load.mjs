import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { threadId } from 'node:worker_threads';

const source = fileURLToPath(new URL('.', import.meta.url));
const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const cache = inProject('node_modules/.cache/quotewire');

/** What processes and threads begin with. */
const ENTRIES = ['main.ts', 'workers/task.ts', 'training/learner.ts'];

/** Days after which the bundle of a source that has changed since is of no use to a process that still runs. */
const KEPT = 7;

/**
 * Imports what a process or thread begins with from a bundle: a few files of JavaScript instead of hundreds of modules, each of which tsx is asked
 * for and translates by itself, which takes twice as long. It is made when the source has changed, and kept for the next start. Where that can't be,
 * as for a user who may not write here, and for modules of tests, tsx does it.
 * @param {URL | string} module
 */
export async function load(module) {
  const file = fileURLToPath(module);
  const name = relative(source, file).replaceAll(sep, '/');
  const folder = ENTRIES.includes(name) ? await bundled().catch(() => null) : null;
  if (folder) return import(pathToFileURL(join(folder, name.replace(/ts$/, 'mjs'))).href);
  const { register } = await import('tsx/esm/api');
  register();
  return import(pathToFileURL(file).href);
}

/** The folder of the bundle, which is complete if it is there; null while the database client has yet to be made, which is part of it. */
async function bundled() {
  const modified = (file) => statSync(file).mtimeMs;
  if (modified(inProject('prisma/schema.prisma')) > modified(join(source, 'db/generated/client.ts'))) return null;
  const folder = join(cache, stamp());
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}.${threadId}`;
  try {
    await mkdir(unfinished, { recursive: true });
    await bundle(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another one was faster.
    if (!existsSync(folder)) throw error;
  }
  const old = Date.now() - KEPT * 24 * 3_600_000;
  for (const other of readdirSync(cache)) {
    // Another process may have finished with it just now.
    const written = statSync(join(cache, other), { throwIfNoEntry: false })?.mtimeMs;
    if (written < old) await rm(join(cache, other), { recursive: true, force: true });
  }
  return folder;
}

/** Names the source as it is: where it lies, and each file with its length and when it was written. */
function stamp() {
  const hash = createHash('sha1').update(source);
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.m?ts$|\.mjs$/.test(file)) continue;
    const { size, mtimeMs } = statSync(join(source, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** One file for each entry, and for what several of them, or only some commands, import. Packages are imported as they are. */
async function bundle(outdir) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: ENTRIES.map((entry) => join(source, entry)),
    outdir,
    outbase: source,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'silent',
    plugins: [{ name: 'where a module lies', setup: (made) => made.onLoad({ filter: /\.ts$/ }, ({ path }) => inPlace(path)) }],
  });
}

/** A module that finds files beside it wherever it is bundled. */
const inPlace = (path) => ({
  contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
  loader: 'ts',
});
