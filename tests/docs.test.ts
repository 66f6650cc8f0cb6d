import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ingest } from '../src/ingest.ts';
import { projectRoot, seedsDir } from '../src/paths.ts';
import { readPaths } from '../src/readers/index.ts';
import { createApp } from '../src/server.ts';
import { ask } from './support/ask.ts';
import { testDatabase } from './support/database.ts';

const docs = readdirSync(join(projectRoot, 'docs')).filter((file) => file.endsWith('.md'));
const textOf = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const queries = docs.flatMap((file) =>
  [...textOf(join('docs', file)).matchAll(/```graphql\n([\s\S]+?)```/g)].map(([, query]) => ({ file, query: query! })),
);
const curled = docs.flatMap((file) =>
  [...textOf(join('docs', file)).matchAll(/-d '(\{"query".+\})'/g)].map(([, body]) => ({ file, ...JSON.parse(body!) })),
);

const { client } = await testDatabase();
await ingest(client, readPaths([seedsDir]));
const app = createApp(client);

test('the documentation shows queries', () => {
  expect(queries.length).toBeGreaterThanOrEqual(3);
});

test.each([...queries, ...curled])('a query of docs/$file finds something in what the first start loads', async ({ query, variables }) => {
  const { data, errors } = await ask(app, query, variables);
  expect(errors).toBeUndefined();
  for (const { nodes, edges } of Object.values(data) as { nodes?: unknown[]; edges?: unknown[] }[]) {
    for (const items of [nodes, edges]) if (items) expect(items.length).toBeGreaterThan(0);
  }
});

test.each([...docs.map((file) => join('docs', file)), 'src/commands/developing.ts'])('every script that %s names is there', (file) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = [...textOf(file).matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, script]) => script);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test('docs/api.md explains every code that an error may carry', () => {
  const codes = ['server', 'schema']
    .flatMap((folder) =>
      readdirSync(join(projectRoot, 'src', folder), { recursive: true, encoding: 'utf8' }).map((file) => join('src', folder, file)),
    )
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...textOf(file).matchAll(/(?:refusal\(|code: |'\s*,\s*)'([A-Z]+(?:_[A-Z]+)*)'/g)].map((match) => match[1]!));
  expect(codes).toContain('OVERLOADED');
  expect(codes).toContain('BAD_USER_INPUT');
  for (const code of new Set(codes)) expect(textOf('docs/api.md')).toContain(`\`${code}\``);
});
