import { join } from 'node:path';
import { type Binaries, complete, program } from './binaries.ts';
import { copyNative } from './native-copy.ts';
import { type Account, canReach, canUse, makeFolder } from './owner.ts';
import type { Place } from './place.ts';

/** The folder of binaries that the server's user can run: where npm put them, or else a copy of them. */
export async function usableNative({ native, version }: Binaries, { copies, keeper, runner }: Place): Promise<string> {
  if ((runner === null || (await mayRun(runner, native))) && (await complete(native))) return native;
  const copy = join(copies, `native-${version}`);
  await makeFolder(copies, keeper);
  await copyNative(native, copy);
  return copy;
}

async function mayRun(runner: Account, native: string): Promise<boolean> {
  if (!(await canReach(runner, join(native, 'bin')))) return false;
  for (const needed of [program(native, 'postgres'), join(native, 'lib'), join(native, 'share', 'postgresql')]) {
    if (!(await canUse(runner, needed))) return false;
  }
  return true;
}
