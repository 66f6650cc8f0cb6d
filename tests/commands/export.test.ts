import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { run, temporaryFolder } from '../support/cli.ts';
import { testDatabase } from '../support/database.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const { url } = await testDatabase();

test('a file that cannot be written is named in one line, and there is no stack', async () => {
  const output = join(temporaryFolder(), 'no such folder', 'quotes.csv');
  expect(await run(['export', '--what', 'quotes', '--format', 'csv', '-o', output], { DATABASE_URL: url })).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `quotewire: ${output} cannot be written (ENOENT); name another file with -o.\n`,
  });
  expect(existsSync(output)).toBe(false);
});
