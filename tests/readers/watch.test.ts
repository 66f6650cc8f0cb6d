import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reading, ReadOptions } from '../../src/readers/index.ts';
import { watchPaths } from '../../src/readers/watch.ts';
import { folderOfFiles } from '../support/folder.ts';

const { folder, file } = folderOfFiles();
let controller: AbortController;
beforeEach(() => {
  controller = new AbortController();
});
afterEach(() => {
  controller.abort();
  rmSync(join(folder, 'in'), { recursive: true, force: true });
});

/** The next texts or error codes that watching yields; fails where there are none for long. */
function watching(path: string, options: ReadOptions = {}) {
  const readings = watchPaths([path], options, { signal: controller.signal, interval: 20 });
  return async (count: number) => {
    const texts: string[] = [];
    while (texts.length < count) {
      const { value } = (await readings.next()) as { value: Reading };
      texts.push(value.document?.text ?? (value.error as { code: string }).code);
    }
    return texts;
  };
}

test('what is there is read, then what comes and what changes, each once; what goes is not', async () => {
  const incoming = join(folder, 'in');
  file('in/a.txt', 'A.');
  file('in/b.txt', 'B.');
  const next = watching(incoming);
  expect(await next(2)).toEqual(['A.', 'B.']);
  file('in/deep/c.txt', 'C.');
  expect(await next(1)).toEqual(['C.']);
  rmSync(join(incoming, 'b.txt'));
  file('in/a.txt', 'A, changed.');
  expect(await next(1)).toEqual(['A, changed.']);
  file('in/b.txt', 'B, again.');
  expect(await next(1)).toEqual(['B, again.']);
});

test('a file that is still written to is waited for', async () => {
  const path = file('in/slow.txt', 'So');
  const next = watching(join(folder, 'in'));
  // Looks new at each look, until it is left alone.
  let [written, grows] = ['So', true];
  const writing = (async () => {
    for (let i = 0; i < 20; i++) {
      written += ' far';
      file('in/slow.txt', written);
      utimesSync(path, new Date(), new Date());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    grows = false;
  })();
  const [text] = await next(1);
  expect(grows).toBe(false);
  await writing;
  expect(text).toBe(written);
});

test('a folder that is missing is told once, and watched for', async () => {
  const next = watching(join(folder, 'in'));
  expect(await next(1)).toEqual(['FILE_MISSING']);
  file('in/a.txt', 'A.');
  expect(await next(1)).toEqual(['A.']);
});

test('flags that leave something out hold for what comes, too', async () => {
  file('in/a.txt', 'A.');
  const readings = watchPaths([join(folder, 'in')], { limit: 2 }, { signal: controller.signal, interval: 20 });
  await readings.next();
  file('in/b.txt', 'B.');
  await readings.next();
  expect(await readings.next()).toMatchObject({ done: true });
});

test('the signal ends the waiting', async () => {
  const readings = watchPaths([join(folder, 'in')], {}, { signal: controller.signal });
  await readings.next();
  setTimeout(() => controller.abort(), 20);
  expect(await readings.next()).toMatchObject({ done: true });
});
