import { describe, expect, test } from 'vitest';
import { addressOf } from '../../src/presentation/text-fragment.ts';

const spans = (text: string, ...quotes: readonly string[]) => {
  let from = 0;
  return quotes.map((words) => {
    const start = text.indexOf(words, from);
    from = start + words.length;
    return { start, end: from };
  });
};
const PAGE = 'https://news.example/a';
const fragment = (text: string, ...quotes: readonly string[]) => addressOf(PAGE, text, spans(text, ...quotes)).slice(PAGE.length);
const LONG = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');

describe('the fragment', () => {
  test.each([
    ['short words whole', 'He said it rains.', ['it rains'], '#:~:text=it%20rains'],
    [
      'with what a directive uses itself encoded',
      'A well-known, “odd” & 100% case',
      ['well-known, “odd” & 100%'],
      '#:~:text=well%2Dknown%2C%20%E2%80%9Codd%E2%80%9D%20%26%20100%25',
    ],
    [
      'of a long passage by its first and last words',
      LONG,
      [LONG],
      '#:~:text=word0%20word1%20word2%20word3%20word4%20word5,word54%20word55%20word56%20word57%20word58%20word59',
    ],
    [
      'of a passage over paragraphs by its first and last words',
      '“One two.\n\n“Three four.”',
      ['One two.\n\n“Three four.'],
      '#:~:text=One%20two.,%E2%80%9CThree%20four.',
    ],
    [
      'of a broken-up quote, a directive for each part',
      '“It rains,” he said, “and pours.”',
      ['It rains,', 'and pours.'],
      '#:~:text=It%20rains%2C&text=and%20pours.',
    ],
    [
      'with the words before it where it stands earlier too',
      'It rains. So she said: “It rains.”',
      ['“It rains.'],
      '#:~:text=%E2%80%9CIt%20rains.',
    ],
    ['with line ends inside a paragraph as spaces', 'He said it  is so.', ['it  is so'], '#:~:text=it%20is%20so'],
  ])('%s', (_, text, quotes, expected) => {
    expect(fragment(text, ...quotes)).toBe(expected);
  });

  const TWICE = 'A: “We will.”\n\n“We will,” said B.';

  test('names the words behind it where those before are the same, too', () => {
    const at = TWICE.lastIndexOf('We will');
    expect(addressOf(PAGE, TWICE, [{ start: at, end: at + 7 }])).toBe(`${PAGE}#:~:text=We%20will,-%2C%E2%80%9D%20said%20B.`);
  });

  test('takes the same words in other letters for the same, as browsers do', () => {
    const text = 'IT RAINS. And then: it rains.';
    expect(addressOf(PAGE, text, spans(text, 'it rains'))).toBe(`${PAGE}#:~:text=IT%20RAINS.%20And%20then%3A-,it%20rains`);
  });

  test.each([['a + b (c) [d] {e} f|g ^h$ i/j \\k .* l?'], ['Überall'], ['МЫ не'], ['😀 so']])(
    'names nothing beside words that stand there once, whatever signs they have: %s',
    (words) => {
      expect(fragment(`So they say. ${words}, he said.`, words)).toBe(`#:~:text=${encodeURIComponent(words)}`);
    },
  );

  test.each([
    ['other white space', 'It \u00A0 rains.\nThen', 'It rains'],
    ['other letters that are not Latin', 'МЫ ИДЁМ.\nThen', 'мы идём'],
  ])('takes the same words with %s for the same', (_, before, words) => {
    const text = `${before} ${words}, he said.`;
    expect(addressOf(PAGE, text, [{ start: text.lastIndexOf(words), end: text.lastIndexOf(words) + words.length }])).toContain(
      'text=Then-,',
    );
  });

  test('takes no longer than reading does for each of many quotes in a very long text', () => {
    const sentences = Array.from({ length: 40_000 }, (_, i) => `Bell counted ${i} ships off Ostley.`);
    const text = sentences.join(' ');
    const quotes = spans(text, ...sentences.filter((_, i) => i % 400 === 399));
    const before = process.cpuUsage();
    expect(addressOf(PAGE, text, quotes).split('&')).toHaveLength(100);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });

  test('names the words before it where the same words stand earlier', () => {
    const text = 'It rains. So then she said: It rains.';
    expect(addressOf(PAGE, text, [{ start: 28, end: 37 }])).toBe(`${PAGE}#:~:text=So%20then%20she%20said%3A-,It%20rains.`);
  });
});

test.each([
  [PAGE, `${PAGE}#:~:text=Q`],
  [`${PAGE}#part`, `${PAGE}#part:~:text=Q`],
  [`${PAGE}#`, `${PAGE}#:~:text=Q`],
  [`${PAGE}#:~:text=other`, `${PAGE}#:~:text=Q`],
  [`${PAGE}#part:~:text=other`, `${PAGE}#part:~:text=Q`],
  [`${PAGE}?q=1`, `${PAGE}?q=1#:~:text=Q`],
])('behind %s', (url, expected) => {
  expect(addressOf(url, 'Q', [{ start: 0, end: 1 }])).toBe(expected);
});
