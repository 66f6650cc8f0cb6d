import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from '../../src/linking/rows.ts';
import { readModels } from '../../src/models.ts';
import { annotate, type Models } from '../../src/pipeline/index.ts';
import type { Span } from '../../src/span.ts';
import { runs } from '../support/runs.ts';

/** Pieces of news, in orders that no newspaper prints. */
const PIECES =
  `said|says Ana Bell|Ana Bell|Bell|he|she|it|told|reporters|that|, |. |? |"|“|”|‘|’|'|''|«|»|(|)|\n|\n\n| |the minister|Minister|the UN|UN|
according to|MOSCOW, December 30. /TASS/. | date 2020-13-45 |Ostley Council|/|-|—|: |adding that|rain|falls|of|who|, a doctor,|By Ana Bell\n|5|\0|\ud83d|é`.split(
    '|',
  );
const soup = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .chain((pieces) => fc.constantFrom('', ' ').map((glue) => pieces.join(glue)));
const texts = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }));

/** Spans that must lie in the text, in order and apart. */
function expectSpans(text: string, spans: readonly Span[], what: string): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect(start, what).toBeGreaterThanOrEqual(last);
    expect(end, what).toBeGreaterThan(start);
    expect(end, what).toBeLessThanOrEqual(text.length);
    last = end;
  }
}

test('whatever the text, every span lies in it, in order; nothing throws, and the rows can be made', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = annotate({ text });
      expectSpans(text, found.paragraphs, 'paragraphs');
      expectSpans(text, found.tokens, 'tokens');
      expectSpans(text, found.sentences, 'sentences');
      // Marks may be read as others that they look like.
      const lettersOf = (word: string) => word.replace(/[^\p{L}\p{N}]|ʼ/gu, '');
      for (const { text: word, start, end } of found.tokens) {
        expect(end - start).toBe(word.length);
        expect(lettersOf(text.slice(start, end))).toBe(lettersOf(word));
      }
      for (const { spans } of [...found.quotations, ...found.people, ...found.organizations, ...found.places])
        expectSpans(text, spans, 'names');
      for (const quote of found.quotes) {
        expect(quote.content.length).toBeGreaterThan(0);
        for (const part of ['content', 'cue', 'source', 'audience'] as const) expectSpans(text, quote[part], part);
        for (const link of quote.chain) expectSpans(text, [link], 'chain');
        expect(quote.confidence).toBeGreaterThanOrEqual(0);
        expect(quote.confidence).toBeLessThanOrEqual(1);
        expect(quote.speaker === null || quote.organization === null).toBe(true);
      }
      expectSpans(
        text,
        found.quotes
          .filter(({ within }) => !within)
          .flatMap(({ content }) => content)
          .sort((a, b) => a.start - b.start),
        'contents of all quotes but nested ones',
      );
      for (const { content, within } of found.quotes) {
        const isInside = ({ start, end }: Span) => within!.some((outer) => outer.start <= start && end <= outer.end);
        if (within) expect(content.every(isInside), 'nested').toBe(true);
      }
      rowsOf(found);
    }),
    { numRuns: runs(1_000, 30_000) },
  );
});

test('the same text gives the same findings', () => {
  fc.assert(
    fc.property(soup, (text) => {
      expect(annotate({ text })).toEqual(annotate({ text }));
    }),
    { numRuns: runs(50, 1_000) },
  );
});

const MONOTONOUS: readonly (readonly [name: string, piece: string])[] = [
  ['sentences', 'The minister said that it rains and “it pours” on Ana Bell of the UN. '],
  ['quotation marks', '"'],
  ['single quotation marks', "'a "],
  ['capitals', 'Ana '],
  ['opening marks', '“a'],
  ['commas', 'he said, '],
  ['clauses in clauses', 'he said that '],
  ['names joined', 'Ana Bell and '],
  ['one word', 'a'],
];

/** Characters of a text that goes on without a paragraph break. */
const LONG = runs(150_000, 1_000_000);

/** How much CPU half of such a text and all of it take, in milliseconds: other programs on the machine count for nothing. */
function times(piece: string, models?: Models): [half: number, whole: number] {
  const text = piece.repeat(Math.ceil(LONG / piece.length));
  // Code that runs for the first time runs slowly, which would be taken for the time of the half.
  annotate({ text: text.slice(0, 30_000) }, models);
  const time = (part: string) => {
    const start = process.cpuUsage();
    annotate({ text: part }, models);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  return [time(text.slice(0, LONG / 2)), time(text)];
}

/** That a long text takes seconds, and hardly more than twice as long as half of it. */
function expectSteady([half, whole]: [half: number, whole: number]): void {
  expect(whole).toBeLessThan(LONG / 50);
  expect(whole).toBeLessThan(3 * half + LONG / 2_000);
}

/** What clears memory or compiles code just then costs as much as half of a text: a search that grows too fast does so each time. */
const AGAIN = { retry: 2 };

test.each(MONOTONOUS)(
  `${LONG / 1_000_000} MB of %s without a paragraph break take seconds, and hardly more than twice as long as half of it`,
  AGAIN,
  (_, piece) => expectSteady(times(piece)),
);

// Clauses in one sentence make the most stretches that may be quotes.
const WITH_WEIGHTS = [
  ...MONOTONOUS.filter(([name]) => runs(0, 1) || name === 'commas'),
  ['questions and answers', 'Q: Does it rain on the town?\nA: It does, and has all week.\n'],
] as const;

test.each(WITH_WEIGHTS)('with weights just so: %s', { timeout: 200_000, ...AGAIN }, (_, piece) => {
  expectSteady(times(piece, readModels()));
});

test('with weights just so: sentences that each stand before who said them', AGAIN, () => {
  expectSteady(times('The bridge will close, Ana Bell said on Monday. ', readModels()));
});

test('a quotation that goes on through thousands of paragraphs takes just so', AGAIN, () => {
  expectSteady(times('“We go on.\n\n'));
});
