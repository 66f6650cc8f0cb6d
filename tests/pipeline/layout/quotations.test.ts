import { expect, test } from 'vitest';
import { splitParagraphs } from '../../../src/pipeline/layout/paragraphs.ts';
import { findQuotations, turnMarks } from '../../../src/pipeline/layout/quotations.ts';

const wordsOf = (text: string) =>
  findQuotations({ text, ...splitParagraphs({ text }) }).quotations.map(({ spans }) =>
    spans.map(({ start, end }) => text.slice(start, end)),
  );

test.each([
  ['one', '“We won,” she said.', [['We won,']]],
  ['two, parted by the cue', '"We won," she said, "twice."', [['We won,'], ['twice.']]],
  ['one through two paragraphs', '“First.\n\n“Second,” he said.', [['First.', 'Second,']]],
  ['one through three paragraphs', '"First.\n\n"Second.\n\n"Third," he said.', [['First.', 'Second.', 'Third,']]],
  ['one through two lines where no line is blank', '“First.\n“Second,” he said.', [['First.', 'Second,']]],
  [
    'one through two paragraphs of which the second does not open it again',
    '"First.\n\nSecond," he said. "Third."',
    [['First.', 'Second,'], ['Third.']],
  ],
  ['one through a paragraph without marks', '“First.\n\nSecond.\n\nThird,” he said.', [['First.', 'Second.', 'Third,']]],
  [
    'one around what the page prints',
    '“It was first, and then\n\nOstley Courier | Page 3\n\nthe second,” he said.',
    [['It was first, and then', 'the second,']],
  ],
  ['one around what leads on', '“First.\n\n[Story continues below]\n\n“Second,” he said.', [['First.', 'Second,']]],
  ['none around a heading', '“First.\n\nA new bridge\n\n“Second,” he said.', [['First.'], ['Second,']]],
  ['one whose opening mark leans the wrong way', 'He said:" We won." She left.', [['We won.']]],
  ['one whose opening mark is a closing one', 'Ana Bell wrote:\n\n”We won.” – Ana Bell', [['We won.']]],
  ['one whose closing mark is an opening one', '“We won,“ he said. “We lost,“ she said.', [['We won,'], ['We lost,']]],
  ['German ones', '„We won“, he said. „We lost“.', [['We won'], ['We lost']]],
  [
    'one whose closing mark was forgotten where the next paragraph opens another',
    '“First.\n\nHe said: “Second.”',
    [['First.'], ['Second.']],
  ],
  ['one whose closing mark was forgotten long before another stands alone', '“First.\n\nA.\n\nB.\n\nC.\n\nSecond,” he said.', [['First.']]],
  ['one whose closing mark was forgotten', '“First.\n\nThen he left.', [['First.']]],
  ['one whose closing mark was forgotten before the next', '"We won, she said. "We lost," he said.', [['We won, she said.'], ['We lost,']]],
  ['the outer of two', '“He said ‘no’ to me,” she said.', [['He said ‘no’ to me,']]],
  ['the outer of two straight ones', `"He said 'no' to me," she said.`, [[`He said 'no' to me,`]]],
  ['the outer of two with the same marks', '“He said, “No,” and left,” she said.', [['He said, “No,” and left,']]],
  ['the outer of two with the same straight marks', '"He said, "No," and left," she said.', [['He said, "No," and left,']]],
  ['the outer of two that open at once', '‘“No,” he said,’ she said.', [['“No,” he said,']]],
  ['marks with spaces on both sides', 'He said: " We won. " She left. " So did I, " he added.', [['We won.'], ['So did I,']]],
  ['marks without spaces around them', '"We won,"he said."We lost."She left.', [['We won,'], ['We lost.']]],
  ['Swedish ones', '”We won”, he said. ”We lost.”', [['We won'], ['We lost.']]],
  ['Danish ones', '»We won«, he said. »We lost.«', [['We won'], ['We lost.']]],
  ['‘‘ and ’’ as marks', '‘‘We won,’’ she said.', [['We won,']]],
  ['British single ones', '‘We won’t stay,’ she said.', [['We won’t stay,']]],
  ['straight single ones', `'We won't stay,' she said.`, [[`We won't stay,`]]],
  ['a single one that ends with s', '‘They are ours,’ she said of the players’ shirts.', [['They are ours,']]],
  ['a single one with the apostrophe of a plural inside', `'They're the players' shirts,' she said.`, [[`They're the players' shirts,`]]],
  ['a single one through paragraphs', `'First.\n\n'It's the second.\n\n'Third,' he said.`, [['First.', `It's the second.`, 'Third,']]],
  ['a single one with a sum', '‘$40 was enough,’ she said.', [['$40 was enough,']]],
  ['a single one whose marks are mixed', `‘We won,' she said.`, [['We won,']]],
  ['a word held at a distance', 'The ‘sanctions’ hit.', [['sanctions']]],
  ['« »', '« We won », she said.', [['We won']]],
  ["'' as marks", "''We won,'' she said.", [['We won,']]],
  ["`` and '' as marks", "``We won,'' she said.", [['We won,']]],
])('finds %s', (_, text, expected) => {
  expect(wordsOf(text)).toEqual(expected);
});

test.each([
  'Nobody said anything.',
  'The workers’ rights and the ’70s.',
  `Rock 'n' roll isn't dead.`.replace(`'n'`, '’n'),
  'He is 6 feet tall.',
  'A 12" pipe and a 14" one.',
  'A 12 " pipe.',
  "'Tis late.\n\n'Twas early.",
  '',
])('finds none in %j', (text) => {
  expect(wordsOf(text)).toEqual([]);
});

test.each([
  ['”We won”, he said.', '“We won”, he said.'],
  ['„We won“, he said.', '„We won”, he said.'],
  ['»We won«, he said.', '«We won», he said.'],
  ['"We won," he said. ‘We lost.’', '"We won," he said. ‘We lost.’'],
  ['Nobody said anything.', 'Nobody said anything.'],
])('turns marks that lean the wrong way: %s', (text, expected) => {
  expect(turnMarks({ text, ...findQuotations({ text, ...splitParagraphs({ text }) }) }).text).toBe(expected);
});
