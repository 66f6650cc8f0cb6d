import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { print } from '../../bench/ingest/report.ts';
import { projectRoot } from '../../src/paths.ts';

test('the report on loading says for people what it says for programs', () => {
  const read = (name: string) => readFileSync(join(projectRoot, 'reports', name), 'utf8');
  expect(read('ingest.md')).toBe(print(JSON.parse(read('ingest.json'))));
});
