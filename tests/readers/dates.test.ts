import { expect, test } from 'vitest';
import { readTime } from '../../src/readers/dates.ts';

const read = (value: string | number) => {
  const time = readTime(value);
  return time && `${time.precision} ${time.at.toISOString()}`;
};

test.each([
  ['2031', 'YEAR 2031-01-01T00:00:00.000Z'],
  ['2031-03', 'MONTH 2031-03-01T00:00:00.000Z'],
  ['2031-03-04', 'DAY 2031-03-04T00:00:00.000Z'],
  ['20310304', 'DAY 2031-03-04T00:00:00.000Z'],
  ['2031-03-04T09:12Z', 'MINUTE 2031-03-04T09:12:00.000Z'],
  ['2031-03-04 09:12', 'MINUTE 2031-03-04T09:12:00.000Z'],
  ['2031-03-04T09:12:33.999+01:00', 'SECOND 2031-03-04T08:12:33.000Z'],
  ['20310304T091233-0500', 'SECOND 2031-03-04T14:12:33.000Z'],
  ['Tue, 04 Mar 2031 09:12:33 GMT', 'SECOND 2031-03-04T09:12:33.000Z'],
  ['4 Mar 2031 09:12 EST', 'MINUTE 2031-03-04T14:12:00.000Z'],
  ['March 4, 2031', 'DAY 2031-03-04T00:00:00.000Z'],
  ['Sept. 4th, 2031', 'DAY 2031-09-04T00:00:00.000Z'],
  ['29 February 2032', 'DAY 2032-02-29T00:00:00.000Z'],
  ['1601-01-01T00:00:00Z', 'SECOND 1601-01-01T00:00:00.000Z'],
  ['9999-12-31', 'DAY 9999-12-31T00:00:00.000Z'],
  [1930381920, 'SECOND 2031-03-04T09:12:00.000Z'],
  [1930381920000, 'SECOND 2031-03-04T09:12:00.000Z'],
  [2031, 'YEAR 2031-01-01T00:00:00.000Z'],
  [20310304, 'DAY 2031-03-04T00:00:00.000Z'],
])('%s', (value, expected) => {
  expect(read(value)).toBe(expected);
});

test.each([
  '',
  'yesterday',
  '03/04/2031',
  '2031-02-30',
  '2031-13-01',
  '2031-03-04T25:00Z',
  '2031-03-04T09:12 XYZ',
  '30 Foo 2031',
  '0000-01-01',
  '99999-01-01',
  'March 2031 was cold',
  '9999-12-31T23:59-12:00',
  1e300,
  -5,
])('%s is no time, or could be two', (value) => {
  expect(read(value)).toBeNull();
});
