import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeEnvironment, describeSettings } from '../src/config.ts';
import { ingest } from '../src/ingest.ts';
import { projectRoot, seedsDir } from '../src/paths.ts';
import { readPaths } from '../src/readers/index.ts';
import { createApp } from '../src/server.ts';
import { ask } from './support/ask.ts';
import { testDatabase } from './support/database.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const queries = [...readme.matchAll(/```graphql\n([\s\S]+?)```/g)].map((match) => match[1]!);
const curled = [...readme.matchAll(/-d '(\{"query".+\})'/g)].map((match) => JSON.parse(match[1]!).query as string);

const { client } = await testDatabase();
await ingest(client, readPaths([seedsDir]));
const app = createApp(client);

test('the README shows queries', () => {
  expect(queries.length).toBeGreaterThanOrEqual(4);
  expect(curled).toHaveLength(1);
});

test.each([...queries, ...curled])('a query of the README has an answer on what the first start loads: %.60s', async (query) => {
  const { data, errors } = await ask(app, query);
  expect(errors).toBeUndefined();
  for (const list of Object.values(data) as { nodes: unknown[] }[]) expect(list.nodes.length).toBeGreaterThan(0);
});

test('the first of them shows what the README says of it', async () => {
  const { data } = await ask(app, queries[0]!);
  expect(data.quotes.nodes).toMatchObject([
    { source: [{ text: 'the Minister' }], speaker: { name: 'Sergey Lavrov' }, attribution: 'TITLE' },
  ]);
});

test.each(['package.json', 'README.md', '.env.example'])('%s names what there is', (file) => {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const variables = [...describeEnvironment().matchAll(/^ {2}([A-Z_]+)/gm)].map((match) => match[1]!);
  if (file !== 'package.json') for (const variable of variables) expect(text).toContain(variable);
  const scripts = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).scripts;
  for (const [, script] of text.matchAll(/npm run ([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(script);
});

test('README.md and .env.example say of each setting what --help says', () => {
  const example = readFileSync(join(projectRoot, '.env.example'), 'utf8');
  for (const { name, description, fallback } of describeSettings()) {
    expect(readme).toContain(`| \`${name}\` | ${fallback && `\`${fallback}\``} | ${description} |`);
    expect(example).toContain(`# ${description}${fallback && ` Default: ${fallback}.`}\n# ${name}=`);
  }
});
