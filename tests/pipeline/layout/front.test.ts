import { describe, expect, test } from 'vitest';
import { annotate } from '../../../src/pipeline/index.ts';
import type { Span } from '../../../src/span.ts';

const slice = (text: string, span: Span | null) => span && text.slice(span.start, span.end);

describe('the header', () => {
  test.each([
    [' date 2031-03-04 It rained.', '2031-03-04'],
    ['date: 2028-02-29 It rained.', '2028-02-29'],
  ])('of %j dates the article', (text, date) => {
    expect(annotate({ text })).toMatchObject({ published: { date, precision: 'DAY' }, notes: [], header: { date } });
  });

  test.each(['2031-13-04', '2031-02-29', '2031-04-31', '0000-00-00'])(
    'with the impossible date %s leaves it undated, with a note',
    (date) => {
      const { published, header, notes } = annotate({ text: ` date ${date} It rained.` });
      expect(published).toBeNull();
      expect(header).toMatchObject({ date: null });
      expect(notes).toEqual([`The date ${date} in the header is none of the calendar: the article is undated.`]);
    },
  );

  test.each(['The date 2031-03-04 was set.', 'date 4 March', 'dates 2031-03-04', ''])('is not there in %j', (text) => {
    expect(annotate({ text })).toMatchObject({ header: null, published: null, notes: [] });
  });
});

describe('the dateline', () => {
  test.each([
    // text, what the dateline covers, place, region, agency, day
    ["O'NEILL BAY, March 4 (Reuters) - It rained.", "O'NEILL BAY, March 4 (Reuters) -", "O'Neill Bay", null, 'Reuters', 'March 4'],
    ['OSTLEY, March 4. /TASS/. It rained.', 'OSTLEY, March 4. /TASS/.', 'Ostley', null, 'TASS', 'March 4'],
    [' date 2031-03-04 OSTLEY, March 4. /TASS/. It rained.', 'OSTLEY, March 4. /TASS/.', 'Ostley', null, 'TASS', 'March 4'],
    ['VARN /Lund Region/, March 4. /TASS/. It rained.', 'VARN /Lund Region/, March 4. /TASS/.', 'Varn', 'Lund Region', 'TASS', 'March 4'],
    ['OSTLEY, Mar 4 (Reuters) - It rained.', 'OSTLEY, Mar 4 (Reuters) -', 'Ostley', null, 'Reuters', 'Mar 4'],
    ['LUND BAY (AP) — It rained.', 'LUND BAY (AP) —', 'Lund Bay', null, 'AP', null],
    ['OSTLEY, Virginia (AP) — It rained.', 'OSTLEY, Virginia (AP) —', 'Ostley', 'Virginia', 'AP', null],
    ['OSTLEY (AFP) – It rained.', 'OSTLEY (AFP) –', 'Ostley', null, 'AFP', null],
    ['VARN-ON-LUND, July 1. /TASS/. It rained.', 'VARN-ON-LUND, July 1. /TASS/.', 'Varn-On-Lund', null, 'TASS', 'July 1'],
    ['OSTLEY (AP) _ It rained.', 'OSTLEY (AP) _', 'Ostley', null, 'AP', null],
    ['OSTLEY. Mar 4 (Interfax) - It rained.', 'OSTLEY. Mar 4 (Interfax) -', 'Ostley', null, 'Interfax', 'Mar 4'],
    ['OSTLEY, Mar. 4 (EFE).- It rained.', 'OSTLEY, Mar. 4 (EFE).-', 'Ostley', null, 'EFE', 'Mar. 4'],
    ['Lund Bay (dpa) - It rained.', 'Lund Bay (dpa) -', 'Lund Bay', null, 'dpa', null],
    ['Ostley, March 4, 2031 (AFP) - It rained.', 'Ostley, March 4, 2031 (AFP) -', 'Ostley', null, 'AFP', 'March 4, 2031'],
    ['LUND BAY, Mar 4 (PTI) It rained.', 'LUND BAY, Mar 4 (PTI)', 'Lund Bay', null, 'PTI', 'Mar 4'],
    ['OSTLEY/LUND BAY, Mar 4 (Reuters) - It rained.', 'OSTLEY/LUND BAY, Mar 4 (Reuters) -', 'Ostley', null, 'Reuters', 'Mar 4'],
    ['LUND BAY, Mar. 4: It rained.', 'LUND BAY, Mar. 4:', 'Lund Bay', null, null, 'Mar. 4'],
    ['Ostley, March 4: It rained.', 'Ostley, March 4:', 'Ostley', null, null, 'March 4'],
    ['OSTLEY (March 4, 2031): It rained.', 'OSTLEY (March 4, 2031):', 'Ostley', null, null, 'March 4, 2031'],
    ['OSTLEY (LundWire) – It rained.', 'OSTLEY (LundWire) –', 'Ostley', null, 'LundWire', null],
    ['(Bloomberg) -- It rained.', '(Bloomberg) --', '', null, 'Bloomberg', null],
    ['March 4 (Bloomberg) -- It rained.', 'March 4 (Bloomberg) --', '', null, 'Bloomberg', 'March 4'],
    ['(ANSA) - OSTLEY, MAR 4 - It rained.', '(ANSA) - OSTLEY, MAR 4 -', 'Ostley', null, 'ANSA', 'MAR 4'],
    [
      'Rain floods the harbour\n\nOSTLEY, March 4 (Reuters) - It rained.',
      'OSTLEY, March 4 (Reuters) -',
      'Ostley',
      null,
      'Reuters',
      'March 4',
    ],
  ])('of %j is read', (text, covered, place, region, agency, day) => {
    const { dateline, body } = annotate({ text });
    expect(dateline).toMatchObject({ place, region, agency, day });
    expect(slice(text, dateline)).toBe(covered);
    expect(slice(text, body)).toBe('It rained.');
  });

  test.each([
    // text up to the body, what the dateline covers, place, region
    ['OSTLEY — ', 'OSTLEY —', 'Ostley', null],
    ['OSTLEY - ', 'OSTLEY -', 'Ostley', null],
    ['OSTLEY -- ', 'OSTLEY --', 'Ostley', null],
    ['OSTLEY ― ', 'OSTLEY ―', 'Ostley', null],
    ['PORT ELLERY, Vel. — ', 'PORT ELLERY, Vel. —', 'Port Ellery', 'Vel.'],
    ['ST. LUND, N.V. - ', 'ST. LUND, N.V. -', 'St. Lund', 'N.V.'],
    ['Rain floods the harbour\nBy Ana Bell\n\nOSTLEY — ', 'OSTLEY —', 'Ostley', null],
    ['Rain floods the harbour.\n\nOSTLEY — ', 'OSTLEY —', 'Ostley', null],
  ])('may be a place alone: %j', (above, covered, place, region) => {
    const sentence = 'Mayor Ana Bell said on Friday that the bridge would be closed until the river falls.';
    const text = above + sentence;
    const { dateline, body } = annotate({ text });
    expect(dateline).toMatchObject({ place, region, agency: null, day: null });
    expect(slice(text, dateline)).toBe(covered);
    expect(slice(text, body)).toBe(sentence);
  });

  test('may be a place in capitals before a colon, in which something happens', () => {
    const text = 'OSTLEY: The bridge would be closed until the river falls, the mayor said. Shops in Ostley were shut.';
    expect(annotate({ text }).dateline).toMatchObject({ place: 'Ostley' });
  });

  test.each([
    'BUSTED: The bridge would be closed until the river falls, the mayor said. The mayor was busted in Ostley.',
    'NATURE: The bridge would be closed until the river falls, the mayor said. NATURE: In Nature it rains.',
    'Monday, March 4: The bridge was closed until the river falls.',
    'Updated, March 4: The bridge was closed until the river falls.',
    'EXCLUSIVE — Mayor Ana Bell said on Friday that the bridge would be closed until the river falls.',
    'FLOOD-PRONE OSTLEY and Lund — Mayor Ana Bell said on Friday that the bridge would be closed.',
    'RAIN — the mayor said on Friday that the bridge would be closed until the river falls.',
    'RAIN — Bridge closed',
    'It rained on Friday.\nThe river rose.\nLUND — Mayor Ana Bell said on Friday that the bridge would be closed until the river falls.',
    'Norland beat Velmark\nNorland beat Velmark 3-1 on Friday. Scorers:\nLUND - Ana Bell (3rd minute, 88th on penalty kick), Cem Dahl (61st minute)',
    'U.S. - Ana Bell (3rd minute, 88th on penalty kick), Cem Dahl (61st minute), Eva Reed',
    'Rain floods the harbour.\nNASA — The agency said on Friday that it rained, and that NASA would rather see the sun.',
    'NASA said on Friday that it rained.',
    'OSTLEY is where the talks are.',
    'The U.S. (AP photo) - a caption',
    'RAIN – it fell.',
    'A. B. - c',
    'Ostley (the harbour town) - a caption',
    'BELL (Con) - The member for Ostley',
    'Ann Lee, March 4 (Courier) - a letter',
    'March 4 (Tuesday) -- a date',
    '',
  ])('is not there in %j', (text) => {
    expect(annotate({ text }).dateline).toBeNull();
  });

  test('takes no time to look for in a row of capitals and hyphens', () => {
    const started = performance.now();
    expect(annotate({ text: 'BELL-DAHL-'.repeat(100) }).dateline).toBeNull();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('headline and byline', () => {
  test('stand above the text', () => {
    const text = 'Rain floods the harbour\nBy Ana Bell and Cem van Dahl\n\nIt rained on Friday.\n\nIt snowed too.';
    const { headline, byline, body } = annotate({ text });
    expect(slice(text, headline)).toBe('Rain floods the harbour');
    expect(byline?.authors).toEqual(['Ana Bell', 'Cem van Dahl']);
    expect(slice(text, body)).toBe('It rained on Friday.\n\nIt snowed too.');
  });

  test('of a wire story name the writers and not their agency', () => {
    const text = 'By ANA BELL and CEM DAHL, Associated Press\n\nOSTLEY (AP) — It rained on Friday.';
    expect(annotate({ text })).toMatchObject({
      headline: null,
      byline: { authors: ['ANA BELL', 'CEM DAHL'] },
      dateline: { place: 'Ostley' },
    });
  });

  test.each([
    // what stands above, authors, place, agency
    ['(Adds quotes, background)\n\nBy Ana Bell and Cem Dahl\n\nOSTLEY, March 4 (Reuters) -', ['Ana Bell', 'Cem Dahl'], 'Ostley', 'Reuters'],
    ['Eds: Updates with quotes.\nBy ANA BELL\nAssociated Press\n\nOSTLEY (AP) —', ['ANA BELL'], 'Ostley', 'AP'],
    ['2031-03-04 09:12:33.1 GMT\n\nBy Ana Bell\n     (Bloomberg) --', ['Ana Bell'], '', 'Bloomberg'],
    ['Source: Xinhua| 2031-03-04 21:15:32|Editor: yan\n\nOSTLEY, March 4 (Xinhua) --', undefined, 'Ostley', 'Xinhua'],
    ['\nBy Ana Bell, PA Political Correspondent\n', ['Ana Bell'], undefined, undefined],
    ['By Ana Bell and Cem Dahl, Associated Press Writers\n\nOSTLEY, Velmark (AP) —', ['Ana Bell', 'Cem Dahl'], 'Ostley', 'AP'],
  ])('of a wire story stand above and below what its desk notes: %j', (above, authors, place, agency) => {
    const text = `Rain floods the harbour\n\n${above}${place === undefined ? '\n' : ' '}It rained on Friday.\n\nIt snowed too.`;
    const { headline, byline, dateline, body } = annotate({ text });
    expect(slice(text, headline)).toBe('Rain floods the harbour');
    expect(byline?.authors).toEqual(authors);
    expect([dateline?.place, dateline?.agency]).toEqual([place, agency]);
    expect(slice(text, body)).toBe('It rained on Friday.\n\nIt snowed too.');
  });

  test('are not looked for in a paragraph further down', () => {
    const text = 'Rain floods the harbour\n\nIt rained on Friday.\n\nIt snowed too.\n\nOSTLEY, March 4 (Reuters) - It hailed on Monday.';
    expect(annotate({ text }).dateline).toBeNull();
  });

  test.each([
    ['a text in one line', 'Rain floods the harbour'],
    ['a first line that is a sentence', 'It rained on Friday.\nIt snowed on Monday.'],
    ['a first line in quotation marks', '“It rains” over Ostley\nIt rained on Friday.'],
    ['one in typewriters’ quotation marks', "``It rains,'' Bell said. ``It pours.''\nIt rained on Friday."],
    ['one that ends in such marks', "Bell said that ''it rains.''\nIt rained on Friday."],
    ['a first line that is long', `${'It rained and '.repeat(12)}rained\nIt snowed.`],
  ])('are not taken from %s', (_, text) => {
    expect(annotate({ text })).toMatchObject({ headline: null, byline: null });
  });
});

test.each([
  ['Read more: Why the ferry matters', 'Ferry to close for a month'],
  ['Related stories', 'Ferry to close for a month'],
  ['Sign up for our newsletter', 'Ferry to close for a month'],
  ['HAVE YOUR SAY: Should it close?', 'Ferry to close for a month'],
  ['Related firms fail', 'Related firms fail'],
  ['Watch: Ferry sinks', 'Watch: Ferry sinks'],
  ['Subscribe now, says council', 'Subscribe now, says council'],
])('a line that leads elsewhere is no headline: %s', (first, headline) => {
  const text = `${first}\n\nFerry to close for a month\n\nThe ferry at Ostley will close on Monday.`;
  expect(slice(text, annotate({ text }).headline)).toBe(headline);
});
