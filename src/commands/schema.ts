import { writeFile } from 'node:fs/promises';
import { schemaPrint } from '../paths.ts';
import { printed } from '../schema/print.ts';

/** Writes the printed schema to src/schema/schema.graphql, which is committed: a change to the API is a change to that file. */
export async function schema(): Promise<void> {
  await writeFile(schemaPrint, printed());
  console.log(`Wrote ${schemaPrint}`);
}
