import { readFile, writeFile } from 'node:fs/promises';
import { releasedSchema, schemaPrint } from '../paths.ts';
import { changesBetween } from '../schema/changes.ts';
import { printed } from '../schema/print.ts';

/**
 * Writes the printed schema to src/schema/schema.graphql, which is committed: a change to the API is a change to that file. Says what
 * it changes for those who use the API as it was last released, or makes this the release.
 */
export async function schema({ release = false } = {}): Promise<void> {
  const now = printed();
  await writeFile(schemaPrint, now);
  console.log(`Wrote ${schemaPrint}`);
  if (release) {
    await writeFile(releasedSchema, now);
    console.log(`Wrote ${releasedSchema}`);
  }
  const { breaking, dangerous } = changesBetween(await readFile(releasedSchema, 'utf8'), now);
  for (const change of breaking) console.log(`breaks clients: ${change}`);
  for (const change of dangerous) console.log(`may surprise clients: ${change}`);
}
