import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStoredText } from '../../../src/document.ts';
import { readModels } from '../../../src/models.ts';
import { seedsDir } from '../../../src/paths.ts';
import { annotate } from '../../../src/pipeline/index.ts';
import { choose, marginals } from '../../../src/pipeline/quotes/model/choose.ts';
import { runs } from '../../support/runs.ts';
import { wordsOf } from '../../support/spoken.ts';

const models = { ...readModels(), speakers: null };
const linesOf = (text: string) =>
  annotate({ text }, models).quotes.map(({ kind, act, cue, content }) =>
    [kind.toLowerCase(), act.toLowerCase(), wordsOf(text, cue) || '–', wordsOf(text, content)].join(' | '),
  );

test.each([
  ['Ana Bell wrote, “Rain Is Wet.”', 'Rain Is Wet.'],
  ['Ana Bell wrote a book: “We lost, and that was that.”', 'We lost, and that was that.'],
  ['“We Won’t Pay,” Ana Bell sang.', 'We Won’t Pay,'],
])('words that look like a title and are none: %s', (text, words) => {
  expect(annotate({ text }, models).quotes.map(({ content }) => wordsOf(text, content))).toEqual([words]);
});

test('there are weights to test', () => {
  expect(models.quotes).not.toBeNull();
});

describe('the model finds what rules miss', () => {
  test.each([
    ['The mayor, Ana Bell, hopes to reopen the bridge by May.', 'indirect | attitude | hopes | to reopen the bridge by May'],
    ['A report by the council found that the bridge is unsafe.', 'indirect | attitude | found | that the bridge is unsafe'],
    ['Critics of the plan accused Ana Bell of ignoring the poor.', 'indirect | speech | accused | Ana Bell of ignoring the poor'],
    ['Ana Bell said she would not resign.', 'indirect | speech | said | she would not resign'],
  ])('%s', (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });
});

describe('rules find what the model misses beside a plain verb of saying', () => {
  test.each([
    ['Mayor Ana Bell said: “No.”', 'direct | speech | said | No.'],
    ['Ana Bell shook her head and said, “Never.”', 'direct | speech | said | Never.'],
    [
      'According to the Water Ministry over 345 wells have dried up in a year.',
      'indirect | speech | According to | over 345 wells have dried up in a year',
    ],
    [
      'Traders said at least one other trader made a similar contract while a mill sold two cargoes at an outright price.',
      'indirect | speech | said | at least one other trader made a similar contract while a mill sold two cargoes at an outright price',
    ],
  ])('%s', (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });
});

describe('what a whole sentence is before the clause that reports it, whatever else reports in it', () => {
  test.each([
    ['The board hopes to find a buyer soon, the clerk said on Monday.', ['The board hopes to find a buyer soon']],
    ['Ana Bell refuses to pay, her lawyer told the Courier on Friday.', ['Ana Bell refuses to pay']],
    ['The council decided to wait, the clerk, Rob Wills, said in an email.', ['The council decided to wait']],
    [
      'The firm wants to sell the site by May, two people familiar with the matter said on Monday, asking not to be named.',
      ['The firm wants to sell the site by May'],
    ],
    [
      'Some 40 workers fear they will lose their homes, the union said, adding that it would go to court.',
      ['Some 40 workers fear they will lose their homes', 'that it would go to court'],
    ],
    [
      'The bridge will stay closed until May, engineers warned Thursday, after divers found cracks in it.',
      ['The bridge will stay closed until May'],
    ],
    [
      'Gusts reached 148 kph at the airport, the weather service reported, the strongest since 1987.',
      ['Gusts reached 148 kph at the airport … the strongest since 1987'],
    ],
    ['In a video put out by his office, Cem Dahl said the bridge was safe.', ['the bridge was safe']],
    ['The bridge would be helped, Ana Bell said, by the new road.', ['The bridge would be helped … by the new road']],
    ['After the vote, the clerk said on Monday that the bridge was safe.', ['that the bridge was safe']],
    ['When the ferry left, the clerk said in an interview, “it was late.”', ['When the ferry left … it was late.']],
  ])('%s', (text, words) => {
    expect(annotate({ text }, models).quotes.flatMap(({ act, content }) => (act === 'SPEECH' ? [wordsOf(text, content)] : []))).toEqual(
      words,
    );
  });
});

test.each([
  ['Asked by Cem Lund if today’s sailors are soft, Ana Bell pushed back.', 'if today’s sailors are soft'],
  ['A man accused of stealing a boat told police that it was his.', 'stealing a boat'],
])('what somebody is asked, or accused of, ends where the sentence goes on: %s', (text, words) => {
  expect(annotate({ text }, models).quotes.map(({ content }) => wordsOf(text, content))).toEqual([words]);
});

describe('what goes on is one quote, and what somebody says anew another', () => {
  test.each<[what: string, text: string, contents: string[]]>([
    [
      'the sentence behind the clause goes on',
      '“The bridge is unsafe,” Ana Bell said. “It has been for years.”',
      ['The bridge is unsafe, … It has been for years.'],
    ],
    [
      'it goes on across another quote of the same clause',
      '“The bridge is unsafe,” Ana Bell said, adding that the council would close it in May. “It has been for years.”',
      ['The bridge is unsafe, … It has been for years.', 'that the council would close it in May'],
    ],
    [
      'a clause of its own begins another',
      '“The bridge is unsafe,” Ana Bell said. “It is not,” Tom Reed said.',
      ['The bridge is unsafe,', 'It is not,'],
    ],
    [
      'a clause before it begins another',
      '“The bridge is unsafe,” Ana Bell said. Then Tom Reed told the council, “It is not.”',
      ['The bridge is unsafe,', 'It is not.'],
    ],
  ])('%s', (_, text, contents) => {
    expect(annotate({ text }, models).quotes.map(({ content }) => wordsOf(text, content))).toEqual(contents);
  });
});

test.each([
  ['nothing said', 'The boat left the harbor at noon and came back at six.'],
  ['a nickname', 'Ana “Bee” Bell won the race.'],
  ['no text', ''],
  ['the title of a book after its verb', 'In the nineties, Ana Bell wrote “The Long Way Home.”'],
  ['the title of a film', 'Ana Bell had acted in the Syfy movie “Three Sharks: Oh Hell No!”'],
  ['the title of a show behind a comma', 'Ana Bell starred in the hit series, “Breaking Bread,” for years.'],
])('%s is no quote', (_, text) => {
  expect(linesOf(text)).toEqual([]);
});

test('the eight quotes of the user’s document are the same with and without weights', () => {
  const text = toStoredText(readFileSync(join(seedsDir, '000_ab1aaa8d56d38791.txt'), 'utf8'));
  const parts = ({ quotes }: ReturnType<typeof annotate>) =>
    quotes.map(({ content, cue, source, audience, kind, act }) => ({ content, cue, source, audience, kind, act }));
  expect(parts(annotate({ text }, models))).toEqual(parts(annotate({ text })));
});

test('whatever the text, contents lie in it, in order and apart', () => {
  const pieces = fc.constantFrom(
    'said',
    ' Ana Bell ',
    '“',
    '”',
    '"',
    ', ',
    '. ',
    '\n\n',
    ' that ',
    'he',
    ' rain',
    "'",
    '\0',
    '\ud83d',
    'é',
    ': ',
    ' according to ',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const contents = annotate({ text }, models)
        .quotes.flatMap(({ content }) => content)
        .sort((a, b) => a.start - b.start);
      for (const [i, { start, end }] of contents.entries()) {
        expect(start).toBeGreaterThanOrEqual(contents[i - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      }
    }),
    { examples: [['\0\v\0\n\0']], numRuns: runs(200, 10_000) },
  );
});

test('the likelihoods of stretches, and the choice among them, are those that all ways to choose give', () => {
  const stretch = fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 4 }), fc.double({ min: -3, max: 3, noNaN: true }));
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 6 }), (list) => {
      const sorted = list.toSorted((a, b) => a[0] - b[0]).map(([from, length, score]) => ({ from, to: from + length, score }));
      const scores = Float64Array.from(sorted, ({ score }) => score);
      const ways = Array.from({ length: 2 ** sorted.length }, (_, set) => sorted.flatMap((_, k) => ((set >> k) & 1 ? [k] : []))).filter(
        (way) => way.every((a) => way.every((b) => a === b || sorted[a]!.to <= sorted[b]!.from || sorted[b]!.to <= sorted[a]!.from)),
      );
      const weight = (way: readonly number[]) => Math.exp(way.reduce((sum, k) => sum + scores[k]!, 0));
      const total = ways.reduce((sum, way) => sum + weight(way), 0);
      const likely = marginals(sorted, scores, 10);
      for (const k of sorted.keys())
        expect(likely[k]).toBeCloseTo(ways.filter((way) => way.includes(k)).reduce((sum, way) => sum + weight(way), 0) / total, 9);
      const worth = (way: readonly number[]) => way.reduce((sum, k) => sum + likely[k]! - 0.3, 0);
      expect(worth(choose(sorted, likely, 10, { least: sorted.map(() => 0.3), overlap: 0 }))).toBeCloseTo(Math.max(...ways.map(worth)), 9);
    }),
    { numRuns: runs(100, 5_000) },
  );
});
