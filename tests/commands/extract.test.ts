import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/commands/evaluate.ts';
import { call } from '../support/called.ts';
import { run } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder.ts';

const folder = temporaryFolder();
const text = '“It rains,” Ana Bell said. She hopes that it will stop.';
const line = (id: string) => JSON.stringify({ id, text });
const rain = { content: [[1, 10]], kind: 'direct', sourceSpans: [[12, 20]], speakerName: 'Ana Bell' };

test('extract prints a line for each line it is given, in order, and says which could not be read', async () => {
  const args = ['extract', '--speech', '--workers', '2'];
  const { code, stdout, stderr } = await run(args, {}, `${line('a')}\n{}\n${line('b')}\n`);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((output) => JSON.parse(output)),
  ).toMatchObject([
    { id: 'a', quotes: [rain], entities: [{ type: 'PER', name: 'Ana Bell' }], notes: [] },
    { id: 'b', quotes: [rain] },
  ]);
  expect(stderr).toContain('Failed: -, line 2:');
  expect(code).toBe(1);
});

test('extract reads one text from the standard input where it holds no JSON', async () => {
  const { stdout } = await call(['extract', '-', '--workers', '1'], {}, ` \n${text}`);
  expect(JSON.parse(stdout)).toMatchObject({ id: '-', quotes: [{ content: [[3, 12]] }, {}] });
});

test('extract --pretty prints a file for people', async () => {
  const file = join(folder, 'article.txt');
  writeFileSync(file, text);
  const { code, stdout } = await call(['extract', '--pretty', file]);
  expect(stdout).toContain('“It rains,[1]” Ana Bell said.');
  expect(code).toBe(0);
});

test('evaluate scores what is found, compares it with other predictions, and shows mistakes', async () => {
  const [gold, none] = [join(folder, 'gold.jsonl'), join(folder, 'none.jsonl')];
  const missed = { content: [[37, 54]], kind: 'indirect', source: [[27, 30]] };
  const said = { ...rain, source: rain.sourceSpans, sourceKind: 'person', sourceText: 'Ana Bell' };
  writeFileSync(gold, JSON.stringify({ id: 'a', text, quotes: [said, { ...missed, content: [[0, 0]] }, missed] }));
  writeFileSync(none, JSON.stringify({ id: 'a', quotes: [] }));
  const { code, stdout } = await call(['evaluate', gold, '--against', none, '--errors', '5', '--scope', 'speech']);
  expect(stdout).toMatch(/\| direct +\| +1 \| +1 \| +100.0 \|/);
  expect(stdout).toMatch(/content, soft F1 +\| +\+\d/);
  expect(stdout).toContain('missed in a at 37');
  expect(code).toBe(0);
});

test.each([
  ['a line that is no gold', '{"id":"a"}\n', 'gold.jsonl, line 1: text:'],
  ['nothing to compare', '{"id":"a","text":"b"}\n', 'is it a gold file?'],
])('evaluate says what is wrong with a file: %s', async (_, content, expected) => {
  const file = join(folder, 'gold.jsonl');
  writeFileSync(file, content);
  await expect(evaluate(file, { scope: 'all', errors: 0 })).rejects.toThrow(expected);
});
