import { expect, test } from 'vitest';
import { readArticle } from '../../../src/pipeline/index.ts';
import type { NameRun, NameType } from '../../../src/pipeline/names/model/labels.ts';
import { mended } from '../../../src/pipeline/names/model/mend.ts';

/** The names of a text, mended, of which those given were found: each by the words that it has. */
function mendedIn(text: string, ...found: readonly [NameType, string][]): string[] {
  const { tokens } = readArticle({ text });
  let at = 0;
  const runs = found.map(([type, words]): NameRun => {
    const start = text.indexOf(words, at);
    at = start + words.length;
    return { type, from: tokens.findIndex((token) => token.start === start), to: tokens.findIndex((token) => token.end === at) + 1 };
  });
  return mended(tokens, runs).map(({ type, from, to }) => `${type} ${text.slice(tokens[from]!.start, tokens[to - 1]!.end)}`);
}

const [ORG, PER] = ['ORGANIZATION', 'PERSON'] as const;

test.each([
  ['both halves of it', 'Aldersyke and Poole’s Corp said it grew.', [[ORG, 'Poole’s Corp']], ['ORGANIZATION Aldersyke and Poole’s Corp']],
  ['two words before “and”', 'Norland Ferry and Rail Co grew.', [[ORG, 'Rail Co']], ['ORGANIZATION Norland Ferry and Rail Co']],
  [
    'a first half that looks like somebody',
    'It bought Bell and Poole Inc on Monday.',
    [
      [PER, 'Bell'],
      [ORG, 'Poole Inc'],
    ],
    ['ORGANIZATION Bell and Poole Inc'],
  ],
  ['a first word that looks like another', 'Applied Tides Inc said it grew.', [[ORG, 'Tides Inc']], ['ORGANIZATION Applied Tides Inc']],
  [
    'both halves wherever they stand together',
    'Bell and Poole plc grew. On Monday Bell and Poole fell.',
    [
      [PER, 'Bell'],
      [ORG, 'Poole plc'],
      [PER, 'Bell'],
      [PER, 'Poole'],
    ],
    ['ORGANIZATION Bell and Poole plc', 'ORGANIZATION Bell and Poole'],
  ],
] satisfies [string, string, [NameType, string][], string[]][])('a company has %s', (_, text, found, expected) => {
  expect(mendedIn(text, ...found)).toEqual(expected);
});

test.each([
  [
    'another company',
    'Calder Co and Poole Inc grew.',
    [
      [ORG, 'Calder Co'],
      [ORG, 'Poole Inc'],
    ],
  ],
  ['another company that was not found', 'Calder Corp and Poole Inc grew.', [[ORG, 'Poole Inc']]],
  [
    'another body',
    'The Ferry Workers and Poole Inc agreed.',
    [
      [ORG, 'Ferry Workers'],
      [ORG, 'Poole Inc'],
    ],
  ],
  [
    'somebody with a full name',
    'Ana Bell and Poole Inc agreed.',
    [
      [PER, 'Ana Bell'],
      [ORG, 'Poole Inc'],
    ],
  ],
  ['what it is', 'Retailer Poole Inc grew.', [[ORG, 'Poole Inc']]],
  ['where it stands', 'Ostley-based Poole Inc grew.', [[ORG, 'Poole Inc']]],
  ['whose it is', 'Japanese Poole Inc grew.', [[ORG, 'Poole Inc']]],
  ['when it was', 'Yesterday Poole Inc grew.', [[ORG, 'Poole Inc']]],
  ['a small word that begins a sentence', 'But Poole Inc grew.', [[ORG, 'Poole Inc']]],
  ['the people of one trade', 'Analysts and Poole Inc disagree.', [[ORG, 'Poole Inc']]],
  [
    'the end of another sentence',
    'She met Bell. Poole Inc grew.',
    [
      [PER, 'Bell'],
      [ORG, 'Poole Inc'],
    ],
  ],
] satisfies [string, string, [NameType, string][]][])('a company’s name has not %s', (_, text, found) => {
  expect(mendedIn(text, ...found)).toEqual(found.map(([type, words]) => `${type} ${words}`));
});

test('a body that is no company has no more than was found', () => {
  expect(mendedIn('Applied Tides Council met.', [ORG, 'Tides Council'])).toEqual(['ORGANIZATION Tides Council']);
});

test.each([
  ['an owner', 'Webber’s Inc said it grew.', [[ORG, 'Inc']], ['ORGANIZATION Webber’s Inc']],
  ['a hyphen', 'Webber-Poole Inc said it grew.', [[ORG, 'Inc']], ['ORGANIZATION Webber-Poole Inc']],
  [
    'a country in brackets',
    'On Monday Webber Boats (Norland) Ltd grew.',
    [
      [ORG, 'Webber Boats'],
      [ORG, 'Ltd'],
    ],
    ['ORGANIZATION Webber Boats (Norland) Ltd'],
  ],
  [
    'two halves',
    'The Webber and Poole’s Corp grew.',
    [
      [ORG, 'Webber and Poole'],
      [ORG, 'Corp'],
    ],
    ['ORGANIZATION Webber and Poole’s Corp'],
  ],
  ['no name at all', 'It grew. Inc was what it added.', [[ORG, 'Inc']], []],
  ['a name of its own', 'Webber Inc said it grew.', [[ORG, 'Webber Inc']], ['ORGANIZATION Webber Inc']],
] satisfies [string, string, [NameType, string][], string[]][])('a legal form found alone belongs to %s', (_, text, found, expected) => {
  expect(mendedIn(text, ...found)).toEqual(expected);
});
