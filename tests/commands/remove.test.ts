import { expect, test } from 'vitest';
import { describe } from '../../src/commands/remove.ts';

test.each([
  [{ headline: 'Rain', quotes: 0 }, 'a “Rain”, 0 quotes'],
  [{ headline: 'Rain', quotes: 1 }, 'a “Rain”, 1 quote'],
  [{ headline: null, quotes: 2 }, 'a, 2 quotes'],
  [{ headline: 'Rain', quotes: 1, withId: 'b' }, 'a “Rain”, 1 quote, an earlier version of b'],
])('of a removed article %j it is said %j', (removed, line) => {
  expect(describe({ id: 'a', withId: 'a', ...removed })).toBe(line);
});
