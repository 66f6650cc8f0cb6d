import { describe, expect, test } from 'vitest';
import { bar, showProgress } from '../../src/commands/progress.ts';
import { asJson } from '../../src/commands/report.ts';
import { sourceOf } from '../../src/commands/source.ts';
import type { Report } from '../../src/ingest.ts';

const report = (read: number, seconds: number, counts: Partial<Report['counts']> = {}): Report => ({
  read,
  seconds,
  counts: { new: 0, unchanged: 0, updated: 0, removed: 0, ...counts },
  failures: 0,
  failed: [],
  interrupted: false,
});

test('a report for scripts gives seconds with three digits', () => {
  expect(JSON.parse(asJson({ ...report(1, 0.3864959720000002), leftOut: 0 }))).toMatchObject({ read: 1, seconds: 0.386, leftOut: 0 });
});

describe('the bar', () => {
  test.each([
    ['half', { bytes: 50, of: 100 }, '██████████░░░░░░░░░░ 50%  10 s left  100 read  10/s  90 new  10 unchanged'],
    ['all', { bytes: 100, of: 100 }, '████████████████████ 100%  0 s left  100 read  10/s  90 new  10 unchanged'],
    ['more than there was', { bytes: 200, of: 100 }, '████████████████████ 100%  0 s left  100 read  10/s  90 new  10 unchanged'],
    ['little', { bytes: 1, of: 1000 }, '░░░░░░░░░░░░░░░░░░░░ 0%  2 h 47 min left  100 read  10/s  90 new  10 unchanged'],
    ['nothing', { bytes: 0, of: 1000 }, '░░░░░░░░░░░░░░░░░░░░ 0%  100 read  10/s  90 new  10 unchanged'],
    ['nobody knows how much', { bytes: 50, of: null }, '100 read  10/s  90 new  10 unchanged'],
  ])('says how much is done, what is left, how fast it goes and what became of what: %s', (_, extent, expected) => {
    expect(bar(report(100, 10, { new: 90, unchanged: 10 }), extent, 120)).toBe(expected);
  });

  test('fits into the terminal', () => {
    expect(bar(report(100, 10, { new: 100 }), { bytes: 1, of: 2 }, 30)).toHaveLength(29);
  });
});

test.each([
  ['a terminal', true, ['\r1 read  1/s  1 new\u001B[K', '\r\u001B[K']],
  ['a file', undefined, []],
])('progress on %s', (_, isTTY, expected) => {
  const written: string[] = [];
  const shown = showProgress({ ...(isTTY && { isTTY }), write: (text) => written.push(text) }, () => ({ bytes: 0, of: null }));
  // The second comes too soon after the first to be seen, and in a file the first after the start too.
  shown.update(report(1, 1, { new: 1 }));
  shown.update(report(2, 1, { new: 2 }));
  shown.end();
  expect(written).toEqual(expected);
});

test.each([
  [['/home/ana/secret place/archive', 'a.txt'], 'archive, a.txt'],
  [['-'], 'standard input'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a, b, c, d, e and 2 more'],
])('what a run reads is named without where it lies: %j', (paths, expected) => {
  expect(sourceOf(paths)).toBe(expected);
});
