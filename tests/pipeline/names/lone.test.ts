import { describe, expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate, readArticle } from '../../../src/pipeline/index.ts';
import { noPeopleAmong } from '../../../src/pipeline/names/model/bodies.ts';
import type { NameRun } from '../../../src/pipeline/names/model/labels.ts';
import { loneAmong } from '../../../src/pipeline/names/model/lone.ts';

/** What is told of a text in which names are marked: `[P Ana Bell]` people, `[O Calder]` organizations. */
function told(markup: string) {
  const names: { start: number; end: number; type: NameRun['type'] }[] = [];
  let text = '';
  for (const [, plain = '', type, name = ''] of markup.matchAll(/([^[]*)(?:\[(P|O) ([^\]]*)\])?/g)) {
    text += plain + name;
    if (type) names.push({ start: text.length - name.length, end: text.length, type: type === 'P' ? 'PERSON' : 'ORGANIZATION' });
  }
  const { tokens } = readArticle({ text });
  const runs = names.map(({ start, end, type }): NameRun => {
    const from = tokens.findIndex((token) => token.end > start);
    return { type, from, to: tokens.findLastIndex((token) => token.start < end) + 1 };
  });
  const lone = loneAmong(tokens, runs);
  return {
    lone: [...new Set(lone.map(({ from }) => tokens[from]!.text))],
    bodies: [...noPeopleAmong(tokens, runs).bodies],
    things: [...noPeopleAmong(tokens, runs).things],
    works: [...noPeopleAmong(tokens, runs).works],
  };
}

test.each([
  ['no fuller name', 'It rained. [P Calder] left.', ['Calder']],
  ['a fuller name', '[P Ana Calder] spoke. [P Calder] left.', []],
  ['“Mr”', 'Mr [P Calder] spoke. [P Calder] left.', []],
  ['an age', '[P Calder], 47, spoke. [P Calder] left.', []],
  ['an administration', 'The [P Calder] administration fell. [P Calder] left.', []],
])('a name of one word with %s', (_, markup, lone) => {
  expect(told(markup).lone).toEqual(lone);
});

describe('a lone name is a body', () => {
  test.each([
    ['that is well known', 'It rained when [P Renault] grew.', ['renault']],
    ['of somebody who is named in full', '[P Calder]’s [P Ana Bell] left.', ['calder']],
    ['that ends in s', '[P Calders]’ [P Ana Bell] left.', ['calders']],
    ['with its staff', 'It met [P Calder] executives.', ['calder']],
    ['before whom it employs', '[P Calder] economist [P Ana Bell] spoke.', ['calder']],
    ['behind whom it employs', 'That is what analysts [P Calder] say.', ['calder']],
    ['behind what it makes', 'The chipmaker [P Calder] sued.', ['calder']],
    ['with somebody at its head', 'It rained when [P Calder] boss Ana Bell spoke.', ['calder']],
    ['with shares, more than once', 'It sold. [P Calder]’s staff left. Now [P Calder]’s earnings are gone.', ['calder']],
    ['but not of a he or she', '[P Calder]’s staff left, he said. [P Calder]’s earnings fell.', []],
    ['that plays matches', '[P Chelsea] beat the league.', ['chelsea']],
    ['but not without a match', '[P Chelsea] beat an egg.', []],
    ['but not of somebody alone', '[P Calder]’s [P Bell] left.', []],
    ['but not where somebody is called so', '[P Petra Renault] left. [P Renault] slept.', []],
    ['but not with whatever it has', '[P Calder]’s words stung.', []],
  ])('%s', (_, markup, bodies) => {
    expect(told(markup).bodies).toEqual(bodies);
  });
});

describe('a lone name is nobody', () => {
  test.each([
    ['what a thing is called', 'She won the [P Oskar] ceremony. [P Oskar] is old.', ['oskar']],
    ['a word as others', 'It is for the government. Later [P Government] fell.', ['government']],
    ['the end of what has a capital', 'They sang Hey [P Jude] at the fair.', ['jude']],
    ['but not who speaks', 'It may dahl. [P Dahl] said so.', []],
    ['but not who is named often', 'It may dahl. [P Dahl] left. [P Dahl] ran. [P Dahl] slept.', []],
    ['but not among people', 'It met Ana Bell, Rand [P Paul] and others, and Karl [P Lund].', []],
    ['but not a month that is a word', 'It may rain. [P May] left.', []],
    ['but not a first name that is a word', 'The bill fell. [P Bill] left.', []],
    ['but not behind a title', 'On Monday Minister [P Lund] left.', []],
    ['but not behind what somebody is to others', 'It was there that Uncle [P Lund] slept.', []],
    ['but not behind where somebody comes from', 'It was there that Norwegian [P Lund] won.', []],
    ['but not behind a day', 'It said that on Monday [P Lund] left.', []],
    ['but not behind a small word of the name', 'It was there that Ten [P Lund] left.', []],
    ['but not where a sentence begins', 'It rained. Yesterday [P Lund] left.', []],
    ['but not behind another name', 'It met [O Norwind] [P Lund] there.', []],
    ['but not where a longer name has the word', 'It is a calder. [O Calder Robotics] fell. [P Calder] left.', []],
  ])('%s', (_, markup, things) => {
    expect(told(markup).things).toEqual(things);
  });
});

describe('a name is of a work', () => {
  test.each([
    ['behind what it is', 'She stars in the drama [P Eva Dahl], set in [O Ostley].', ['eva dahl']],
    ['in quotation marks', 'Her novel “[O Calder Bay]” won.', ['calder bay']],
    ['but not behind who makes them', 'The film director [P Eva Dahl] won.', []],
    ['but not where it is of somebody', 'The film of [P Eva Dahl] won.', []],
  ])('%s', (_, markup, works) => {
    expect(told(markup).works).toEqual(works);
  });
});

const models = readModels();
const namesIn = (text: string) => {
  const { people, organizations } = annotate({ text }, models);
  return [...people.map(({ name }) => `PER ${name}`), ...organizations.map(({ name }) => `ORG ${name}`)];
};

test.each([
  ['a film, wherever it is named', 'She stars in the thriller Hotel Rwanda. Hotel Rwanda won.', []],
  ['a club', 'Chelsea won at the weekend. The defender, whose Chelsea team lost in May, left.', ['ORG Chelsea']],
  ['against whom people are', 'Ana Bell left. An anti-Bell crowd met pro-Bell marchers.', ['PER Ana Bell']],
  ['players by initial', 'Karl Holm left. Team: A Dahl, K Holm, B Lund.', ['PER Karl Holm', 'PER A Dahl', 'PER B Lund']],
])('names in an article: %s', (_, text, names) => {
  expect(namesIn(text)).toEqual(names);
});
