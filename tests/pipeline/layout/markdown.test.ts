import { expect, test } from 'vitest';
import { withoutMarkdown } from '../../../src/pipeline/layout/markdown.ts';

test.each([
  ['**Ana Bell:** We won.', '  Ana Bell:   We won.'],
  ['> We won.\n> — Ana Bell', '  We won.\n  — Ana Bell'],
  ['## A new bridge', '   A new bridge'],
  ['* Ana Bell: “We won.”', '• Ana Bell: “We won.”'],
])('blanks the marks of Markdown: %j', (text, expected) => {
  expect(withoutMarkdown(text)).toBe(expected);
});

test.each(['s**t and f**k', 'n****rs', '* * *', '5 * 4', 'It fell* to 3.', '#ferry forever', 'a > b', '__init__'])(
  'leaves %j alone',
  (text) => {
    expect(withoutMarkdown(text)).toBe(text);
  },
);
