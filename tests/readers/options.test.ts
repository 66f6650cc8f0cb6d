import { describe, expect, test } from 'vitest';
import { parseMap } from '../../src/readers/options.ts';

describe('--map', () => {
  test('gives fields of the article the names that they have elsewhere', () => {
    expect(parseMap('headline=hed, text=story.body=')).toEqual({ headline: 'hed', text: 'story.body=' });
  });

  test.each([
    ['', 'write FIELD=NAME'],
    ['headline', 'write FIELD=NAME'],
    ['=title', 'write FIELD=NAME'],
    ['text=', 'write FIELD=NAME'],
    ['headlin=title', 'write FIELD=NAME'],
    ['text=body,', 'write FIELD=NAME'],
    ['text=body,headline=title,text=story', 'text is named twice'],
  ])('refuses %j', (value, message) => {
    expect(() => parseMap(value)).toThrow(message);
  });
});
