import { afterAll, describe, expect, test } from 'vitest';
import { writeModelFile } from '../../src/model/file.ts';
import { hashText } from '../../src/model/hash.ts';
import { writeTable } from '../../src/model/labeller-file.ts';
import { readArticle } from '../../src/pipeline/index.ts';
import { findByNameModel } from '../../src/pipeline/names/model/find.ts';
import type { NameType } from '../../src/pipeline/names/model/labels.ts';
import { LISTS, writeNumbers } from '../../src/pipeline/names/model/lists.ts';
import { disguised } from '../../src/training/disguise.ts';
import { invented } from '../../src/training/invented.ts';
import { createLearners } from '../../src/training/learners.ts';
import type { WordLists } from '../../src/training/name-lists.ts';
import type { NamedArticle } from '../../src/training/named-article.ts';
import { learnNames } from '../../src/training/names.ts';
import { repaired } from '../../src/training/repair.ts';
import { learnWordKinds } from '../../src/training/word-kinds.ts';

const LETTERS: Readonly<Record<string, NameType>> = { P: 'PERSON', O: 'ORGANIZATION', L: 'PLACE' };

/** An article with its names marked: `{P|Ana Bell} left {L|Ostley}`. */
function marked(line: string, id = 'a'): NamedArticle {
  let text = '';
  const names = [...line.matchAll(/\{(.)\|(.*?)\}|[^{]+/g)].flatMap(([plain, letter, words]) => {
    const start = text.length;
    text += words ?? plain;
    return letter ? [{ start, end: text.length, type: LETTERS[letter]! }] : [];
  });
  return { id, text, names, weight: 1 };
}

/** What is named, in the notation above. */
const shown = ({ text, names }: Pick<NamedArticle, 'text' | 'names'>) =>
  names.map(({ start, end, type }) => `${type === 'PLACE' ? 'L' : type[0]}|${text.slice(start, end)}`);

const lists: WordLists = {
  ...(Object.fromEntries(LISTS.map((list) => [list, []])) as unknown as WordLists),
  given: ['Ana', 'Cem', 'Eva'],
  surname: ['bell', 'dahl', 'lund'],
  city: ['Ostley', 'Varn', 'Port Ellery'],
  country: ['Norway', 'Chile'],
  team: ['ostley rovers'],
};

describe('names that a program marked', () => {
  test.each([
    ['lose the titles before them', ['{P|Sen. Ana Bell} left.'], ['P|Ana Bell']],
    ['are dropped where they are a title alone', ['{P|President} left.'], []],
    ['are marked wherever the article has them', ['{O|Varn Steel} grew. Then Varn Steel fell.'], ['O|Varn Steel', 'O|Varn Steel']],
    ['are persons where they are the surname of one', ['{P|Ana Bell} left. {O|Bell} slept.'], ['P|Ana Bell', 'P|Bell']],
    [
      'are of the type that most articles give them',
      ['{O|Ostley} won.', 'To {L|Ostley}.', 'In {L|Ostley}.', 'At {L|Ostley}.'],
      ['L|Ostley'],
    ],
    ['keep their type where articles disagree', ['{O|Ostley} won.', 'To {L|Ostley}.'], ['O|Ostley']],
    ['are not found inside words', ['{O|Varn} grew. Varnish too.'], ['O|Varn']],
  ])('%s', (_, lines, expected) => {
    expect(shown(repaired(lines.map((line, i) => marked(line, String(i))))[0]!)).toEqual(expected);
  });
});

const article = marked('{P|Ana Bell} left {L|Ostley}.\nShe joined {O|Varn Steel}. It rained. ');
const articles = Array.from({ length: 200 }, (_, i) => ({ ...article, id: String(i) }));

test('articles in disguise have the same names, some in capitals, some behind a dateline that names more', () => {
  const found = disguised(articles, lists, 1);
  for (const one of found) {
    const names = shown(one).map((name) => name.toUpperCase());
    for (const name of shown(article)) expect(names).toContain(name.toUpperCase());
  }
  const share = (is: (one: NamedArticle) => boolean) => found.filter(is).length / found.length;
  expect(share(({ text }) => text.includes('ANA BELL LEFT OSTLEY'))).toBeCloseTo(0.5, 1);
  expect(share(({ names }) => names.length > 3)).toBeCloseTo(0.3, 1);
  expect(found).toEqual(disguised(articles, lists, 1));
  expect(found).not.toEqual(disguised(articles, lists, 2));
});

/** What a club may be called without its town. */
const PLURAL = /^\w+s$/;

test('invented articles are full of names from the lists, each where it says, and the same for a seed', () => {
  const found = invented(lists, 1);
  const known = Object.values(lists)
    .flat()
    .map((word) => word.toLowerCase());
  for (const { text, names } of found.slice(0, 40)) {
    expect(names.length).toBeGreaterThan(2);
    for (const { start, end } of names) {
      const name = text.slice(start, end).toLowerCase();
      expect(name).toMatch(/^\S(?:.*\S)?$/);
      const words = name.split(' ');
      const parts = [name, words[0]!, words.at(-1)!, words.slice(0, -1).join(' ')];
      expect(`${name}: ${parts.some((part) => known.includes(part) || PLURAL.test(part))}`).toBe(`${name}: true`);
    }
    expect(text).not.toMatch(/[{}]/);
  }
  expect(found).toEqual(invented(lists, 1));
});

/** Vectors in which names of people, of places and other words lie apart. */
const vectors = Object.fromEntries(
  [
    ['ana', 'eva', 'cem', 'ida', 'ola'],
    ['bell', 'dahl', 'lund', 'ruiz', 'holm'],
    ['ostley', 'varn', 'norway', 'chile', 'tarsia'],
    ['left', 'in', 'the', 'rain', 'spoke', 'slept', 'mayor', 'boat', 'of', 'met', 'near'],
  ].flatMap((words, axis) =>
    words.map((word, i) => [word, Array.from({ length: 100 }, (_, d) => (d === axis ? 1 : d === 10 + i ? 0.2 : 0))] as const),
  ),
);

test('vectors tell of words that were never seen what those near them are', () => {
  const counts = new Map(['left', 'in', 'the', 'rain', 'spoke'].map((word) => [word, [0, 0, 0, 0, 9]]));
  const kinds = learnWordKinds(vectors, counts, lists, 1);
  const of = (word: string) => [0, 1, 2, 3].map((kind) => (kinds.get(hashText(word))! >> (2 * kind)) & 3);
  const [given, surname, , place] = of('ida');
  expect(given).toBeGreaterThan(Math.max(surname!, place!));
  expect(of('tarsia')[3]).toBeGreaterThan(of('tarsia')[0]!);
  expect(of('slept')).toEqual([0, 0, 0, 0]);
});

const learners = createLearners(1);
afterAll(learners.close);

describe('a model of names', async () => {
  const lessons = ['Ana Bell', 'Eva Dahl', 'Cem Lund'].flatMap((person) =>
    ['Ostley', 'Varn', 'Chile'].flatMap((place) => [
      marked(`The mayor met {P|${person}} in {L|${place}}. It rained.`),
      marked(`{P|${person}} left. The boat slept in {L|${place}}.`),
      marked(`The boat left. Rain fell near {L|${place}}.`),
    ]),
  );
  const training = { classes: new Map(), vectors, lists, seed: 1, learners, progress: () => {} };
  const model = await learnNames(lessons, training);
  const namesIn = (text: string) => {
    const read = readArticle({ text });
    return findByNameModel(read, model).map(
      ({ from, to, type }) => `${type} ${text.slice(read.tokens[from]!.start, read.tokens[to - 1]!.end)}`,
    );
  };

  test.each([
    ['The mayor met Ida Ruiz in Tarsia. It rained.', ['PERSON Ida Ruiz', 'PLACE Tarsia']],
    ['The mayor left. It rained.', []],
    ['', []],
  ])('finds in %j what it was shown the like of', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test('is the same, byte by byte, whenever it is trained with the same seed', async () => {
    const bytes = ({ table, knowledge }: typeof model) =>
      writeModelFile({
        header: { kind: 'names', version: 1, data: [] },
        blocks: new Map([...writeTable('looks', table), ...writeNumbers('words', knowledge.words)]),
      });
    expect(bytes(await learnNames(lessons, training))).toEqual(bytes(model));
  });
});
