import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { counted } from '../counted.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import { openDatabase } from '../db/open.ts';
import { during, lasting } from '../db/work.ts';
import { QuotewireError } from '../errors.ts';
import { countRestorable, findRemovable, type Removed, remove, restore, type Target } from '../store/removals.ts';
import { canonicalUrl } from '../url.ts';
import { INTERRUPTED, interrupt } from './interrupt.ts';

export interface RemoveOptions {
  /** Keys of origins: files, identifiers. */
  readonly origin?: readonly string[];
  readonly reason?: string;
  readonly restore?: boolean;
  readonly dryRun?: boolean;
}

/**
 * Takes articles down, or lets them in again; says of each name that nothing has it, and sets exit code 1 then. What was taken down before is
 * as it should be.
 */
export async function removeArticles(names: readonly string[], options: RemoveOptions): Promise<void> {
  const origins = options.origin ?? [];
  const targets: Named[] = [
    ...names.map((name) => ({ name, target: targetOf(name) })),
    ...origins.map((name) => ({ name, target: originTarget(name) })),
  ];
  if (targets.length === 0)
    throw new QuotewireError('TARGET_MISSING', 'Say what: an id, an address, or --origin and a file or identifier.');
  const signal = interrupt('Stopping; what is under way is undone. Ctrl-C again stops at once.');
  const database = await openDatabase(readConfig());
  try {
    for (const note of database.notes) console.error(note);
    await during(lasting(signal), () => carryOut(database.client, targets, options));
  } catch (error) {
    if (!signal.aborted) throw error;
    process.exitCode = INTERRUPTED;
  } finally {
    await database.close();
  }
}

async function carryOut(client: PrismaClient, targets: readonly Named[], options: RemoveOptions): Promise<void> {
  const nothing = await ofNothing(client, targets, options);
  const all = targets.map(({ target }) => target);
  const lines = await (options.restore ? restored(client, all, options) : removed(client, all, options));
  for (const line of lines) console.log(line);
  const unknown: string[] = [];
  // Another may have been faster with all of them while this one waited for its turn.
  for (const { name, target } of lines.length === 0 ? targets : nothing) {
    if ((await countRestorable(client, [target])) > 0) console.log(`Removed already: ${name}`);
    else unknown.push(name);
  }
  for (const name of unknown) {
    console.error(
      options.restore
        ? `Nothing named ${name} was removed.`
        : `There is no article named ${name}. In an export an article has its id under "article".`,
    );
  }
  if (unknown.length > 0) process.exitCode = 1;
}

/** What is to be removed or let in again, as it was named. */
interface Named {
  readonly name: string;
  readonly target: Target;
}

/** Those that no article has, or none that was removed. */
async function ofNothing(client: PrismaClient, targets: readonly Named[], options: RemoveOptions): Promise<Named[]> {
  const nothing: Named[] = [];
  for (const named of targets) {
    const found = await (options.restore
      ? countRestorable(client, [named.target])
      : findRemovable(client, named.target).then(({ length }) => length));
    if (found === 0) nothing.push(named);
  }
  return nothing;
}

async function restored(client: PrismaClient, targets: readonly Target[], { dryRun }: RemoveOptions): Promise<string[]> {
  const count = await (dryRun ? countRestorable : restore)(client, targets);
  if (count === 0) return [];
  const what = counted(count, 'article');
  if (dryRun) return [`Would be let in again: ${what}`];
  return [`Let in again: ${what}; ${count === 1 ? 'it comes' : 'they come'} with the next load.`];
}

async function removed(client: PrismaClient, targets: readonly Target[], { reason, dryRun }: RemoveOptions): Promise<string[]> {
  if (!dryRun) return (await remove(client, targets, reason ?? null)).map((one) => `Removed: ${describe(one)}`);
  const found = await Promise.all(targets.map((target) => findRemovable(client, target)));
  const each = new Map(found.flat().map((one) => [one.id, one]));
  return [...each.values()].map((one) => `Would be removed: ${describe(one)}`);
}

/** An article that was taken down, on one line. */
export const describe = ({ id, headline, quotes, withId }: Removed) =>
  `${id}${headline === null ? '' : ` “${headline}”`}, ${counted(quotes, 'quote')}${withId === id ? '' : `, an earlier version of ${withId}`}`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws QuotewireError where it is neither an id nor an address. */
function targetOf(name: string): Target {
  const [, kind = 'Article', global = name] = /^(\w+):(.+)$/.exec(Buffer.from(name, 'base64url').toString()) ?? [];
  if (UUID.test(global) && kind !== 'Article')
    throw new QuotewireError('TARGET_INVALID', `${name} is the id of something else (${kind}); give that of an article.`);
  if (UUID.test(global)) return { by: 'id', id: global.toLowerCase() };
  const url = canonicalUrl(name);
  if (url) return { by: 'url', url, typed: name };
  throw new QuotewireError(
    'TARGET_INVALID',
    `${name.slice(0, 100)} is neither an article's id nor a web address; for a file or an identifier write --origin ${name.slice(0, 100)}.`,
  );
}

/** A file's origin has its real path as key. */
function originTarget(key: string): Target {
  const path = resolve(key);
  try {
    return { by: 'origin', keys: [key, realpathSync(path)] };
  } catch {
    return { by: 'origin', keys: [key, path] };
  }
}
