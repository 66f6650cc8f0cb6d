import { join } from 'node:path';
import { type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest.ts';
import { projectRoot, seedsDir } from '../../src/paths.ts';
import { readPaths } from '../../src/readers/index.ts';
import { TABS } from '../../src/schema/tabs.ts';
import { createApp } from '../../src/server.ts';
import { type Answer, ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';

/** SQL statements that a tab may cost. */
const MOST = 12;

/** Characters of a line that GraphiQL shows in a window of 1,366 pixels, as most laptops have. */
const WIDTH = 54;

const { client, statements } = await testDatabase();
await ingest(client, readPaths([seedsDir, join(projectRoot, 'samples')]));
const app = createApp(client);

const nameOf = (query: string) => (parse(query).definitions[0] as OperationDefinitionNode).name!.value;

test('each tab has a name of its own', () => {
  expect(new Set(TABS.map(nameOf)).size).toBe(TABS.length);
});

describe.each(TABS.map((query) => ({ name: nameOf(query), query })))('the tab $name', ({ query }) => {
  test('begins by saying what it asks, in lines that fit its window', () => {
    expect(query).toMatch(/^(# .+\n){1,4}query /);
    expect(query.split('\n').filter((line) => line.length > WIDTH)).toEqual([]);
  });

  test(`answers something to everything it asks for, in ${MOST} statements at most`, async () => {
    let answer = {} as Answer;
    const ran = await statements(async () => {
      answer = await ask(app, query);
    });
    expect(answer.errors).toBeUndefined();
    for (const list of Object.values(answer.data) as { nodes?: unknown[]; edges?: unknown[] }[])
      for (const items of [list.nodes, list.edges]) if (items) expect(items.length).toBeGreaterThan(0);
    expect(ran.length).toBeLessThanOrEqual(MOST);
  });
});
