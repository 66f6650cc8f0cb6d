import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../src/config.ts';
import { type Database, openDatabase } from '../src/db/open.ts';
import { save } from '../src/store/save.ts';
import { article } from './articles.ts';

/** Articles in one transaction. */
const BATCH = 200;

/**
 * Opens the database for benchmarks, DATABASE_URL or one in the folder for temporary files, with this many generated articles in it. What
 * is there is kept, so that the next run need not load again.
 */
export async function openBench(articles: number): Promise<Database> {
  const database = await openDatabase(
    parseConfig({ DATABASE_URL: process.env.DATABASE_URL, QUOTEWIRE_DATA_DIR: join(tmpdir(), `quotewire-bench-${articles}`) }),
  );
  const { client } = database;
  const there = await client.article.count();
  if (there > articles) throw new Error(`The database has ${there} articles, more than the ${articles} asked for.`);
  if (there < articles) {
    for (let from = 0; from < articles; from += BATCH) {
      await save(
        client,
        Array.from({ length: Math.min(BATCH, articles - from) }, (_, i) => article(from + i)),
        'bench',
      );
      if (from % 2_000 === 0) console.error(`loaded ${from} of ${articles} articles`);
    }
    await client.$executeRaw`VACUUM ANALYZE`;
  }
  return database;
}
