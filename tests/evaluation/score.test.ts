import { describe, expect, test } from 'vitest';
import { total } from '../../src/evaluation/counts.ts';
import { type PredictedQuote, toGold, toPredicted } from '../../src/evaluation/format.ts';
import { differences, intervals } from '../../src/evaluation/intervals.ts';
import { type Scope, scoreArticle } from '../../src/evaluation/score.ts';
import { summarize } from '../../src/evaluation/summary.ts';

const text = '"We won the vote," Ann Lee said. He added that taxes will fall. Bob Ray hopes it is "a bad day" for all.';
const at = (words: string): [number, number] => {
  const start = text.indexOf(words);
  return [start, start + words.length];
};
const entity = (words: string, type: string) => ({ start: at(words)[0], end: at(words)[1], type });

const won = { content: [at('"We won the vote,"')], kind: 'direct', source: [at('Ann Lee')], sourceText: 'Ann Lee', sourceKind: 'person' };
const taxes = { content: [at('that taxes will fall')], kind: 'indirect', source: [at('He')], sourceText: 'He', sourceKind: 'pronoun' };
const day = { content: [at('it is "a bad day" for all')], kind: 'mixed', source: [at('Bob Ray')], sourceKind: 'person', speech: false };
const quotes = [won, { ...taxes, speakerName: 'Ann Lee', speakerChain: [] }, { ...day, sourceText: 'Bob Ray' }];
const gold = toGold({ id: 'a', text, quotes, entities: [entity('Ann Lee', 'PER'), entity('Bob Ray', 'PER')] });

const scored = (prediction: object, scope: Scope = 'all', article = gold) =>
  scoreArticle(article, toPredicted({ id: 'a', ...prediction }), scope);
const score = (prediction: object, scope: Scope = 'all', article = gold) => summarize(total([scored(prediction, scope, article).counts]));
const perfect = gold.quotes!.map(({ content, kind, source, sourceText, speakerName }) => ({
  content,
  kind,
  sourceSpans: source,
  speakerName: speakerName ?? sourceText,
}));

describe('gold against itself', () => {
  test.each(['all', 'speech'] as const)('is right in everything, scope %s', (scope) => {
    const { content, parts, source, name, entities, kindIsRight } = score({ quotes: perfect, entities: gold.entities }, scope);
    for (const measure of ['soft', 'token', 'exact', 'strict'] as const) expect(content.all[measure].f1, measure).toBe(1);
    expect(parts.content).toMatchObject({ exact: { f1: 1 }, begin: { f1: 1 }, jaccard: 1 });
    expect([source.all.accuracy, name.all.recall, entities.all.exact.f1, kindIsRight]).toEqual([1, 1, 1, 1]);
  });
});

test('nothing found is nothing right', () => {
  const { content, source, entities } = score({});
  expect([content.all.soft.f1, source.all.recall, entities.all.overlap.f1]).toEqual([0, 0, 0]);
});

/** One right but for its marks, one that covers half of a quote and names the wrong source, one that is none. */
const some: Partial<PredictedQuote>[] = [
  { content: [at('We won the vote')], kind: 'direct', sourceSpans: [at('Ann Lee')], speakerName: 'Lee' },
  { content: [at('will fall')], kind: 'indirect', sourceSpans: [at('Bob Ray')], speakerName: 'Bob Ray' },
  { content: [at('Bob Ray hopes')], kind: 'indirect' },
];

describe('each measure counts what its definition says', () => {
  const { content, parts, source, name } = score({ quotes: some });

  test.each([
    ['soft precision: mean share of the words of each prediction', content.all.soft.precision, (1 + 1 + 0) / 3],
    ['soft recall: mean share of the words of each gold quote', content.all.soft.recall, (1 + 1 / 2 + 0) / 3],
    ['token precision: share of all predicted words', content.all.token.precision, 6 / 9],
    ['token recall: share of all gold words', content.all.token.recall, 6 / 15],
    ['exact precision: the same words, quotation marks aside', content.all.exact.precision, 1 / 3],
    ['strict precision: the same characters', content.all.strict.precision, 0],
    ['recall of a kind is against all predictions', content.direct.soft.recall, 1],
    ['precision of a kind is over the predictions of that kind', content.indirect.soft.precision, (1 + 0) / 2],
    ['exact recall of unbroken parts', parts.content.exact.recall, 1 / 3],
    ['precision of the first words of parts', parts.content.begin.precision, 1 / 3],
    ['Jaccard over gold parts and predicted parts that meet none', parts.content.jaccard, (1 + 1 / 2 + 0) / 4],
    ['sources that are parts themselves', parts.source.exact.precision, 1],
    ['attribution accuracy: among quotes half of whose words are found', source.all.accuracy, 1 / 2],
    ['attribution recall: among all with a source', source.all.recall, 1 / 3],
    ['names among the matched', name.all.accuracy, 1 / 2],
    ['names of pronoun sources', name.pronoun.accuracy, 0],
  ])('%s', (_, found, expected) => {
    expect(found).toBeCloseTo(expected, 12);
  });

  test('a gold quote is matched by the prediction that fits most closely, of equals by one with the right source', () => {
    const wide = { content: [at(text)], kind: 'direct', sourceSpans: [at('Bob Ray')] };
    const wrong = { ...some[0], sourceSpans: [at('Bob Ray')] };
    expect(score({ quotes: [wide, wrong, some[0]] }).source.direct).toMatchObject({ matched: 1, right: 1 });
  });

  test('two predictions of the same words are one hit and one miss', () => {
    expect(score({ quotes: [some[0], some[0]] }).content.all.exact).toMatchObject({ precision: 1 / 2, recall: 1 / 3 });
  });

  test('words without a place are looked for, whatever the form of their marks', () => {
    expect(score({ quotes: [{ text: '“We won\nthe vote,”', kind: 'direct' }] }).content.direct.exact.recall).toBe(1);
    expect(score({ quotes: [{ text: 'We lost' }] }).content.all).toMatchObject({ predicted: 1, soft: { precision: 0 } });
  });

  test('a kind that is left out follows from the quotation marks', () => {
    const { content } = score({ quotes: perfect.map(({ kind, ...quote }) => quote) });
    expect([content.direct.predicted, content.mixed.predicted, content.indirect.predicted]).toEqual([1, 1, 1]);
  });
});

describe('what nobody asks for', () => {
  test('is neither asked for nor held against anyone', () => {
    expect(score({ quotes: [perfect[2]] }, 'speech').content.all).toMatchObject({ gold: 2, predicted: 0 });
    const captioned = { ...gold, quotes: gold.quotes!.map((quote, i) => ({ ...quote, ignore: i === 0 })) };
    expect(score({ quotes: [perfect[0]] }, 'all', captioned).content.all).toMatchObject({ gold: 2, predicted: 0 });
  });

  test('is a prediction that says of itself that it is no speech', () => {
    expect(score({ quotes: [{ ...perfect[0], act: 'ATTITUDE' }] }, 'speech').content.all.predicted).toBe(0);
    expect(score({ quotes: [{ ...perfect[0], act: 'ATTITUDE' }] }, 'all').content.all.predicted).toBe(1);
  });

  test('is an entity of another type', () => {
    const entities = [entity('Ann Lee', 'PERSON'), entity('vote', 'EVENT'), entity('Bob', 'PER')];
    expect(score({ entities }).entities.all).toMatchObject({ predicted: 2, exact: { precision: 1 / 2 }, overlap: { recall: 1 } });
  });
});

describe('intervals', () => {
  const articles = Array.from({ length: 20 }, (_, i) => scored({ quotes: i % 2 ? perfect : [] }).counts);

  test('hold the value, are the same each time, and leave out what is not asked for', () => {
    const found = intervals(articles);
    expect(found).toEqual(intervals(articles));
    for (const { value, low, high } of found) expect(low <= value && value <= high).toBe(true);
    expect(intervals([{ 'content/all/gold': 1 }]).map(({ measure }) => measure)).not.toContain('PER, exact F1');
  });

  test('of a difference are over pairs: against itself there is none, however the articles are drawn', () => {
    expect(differences(articles, articles).map(({ low, high }) => [low, high])).toEqual(differences(articles, articles).map(() => [0, 0]));
    const worse = articles.map(() => scored({}).counts);
    expect(differences(articles, worse).find(({ measure }) => measure === 'content, soft F1')!.low).toBeGreaterThan(0);
  });
});

describe('roles', () => {
  const given = toGold({
    id: 'a',
    text,
    roles: [
      { span: [0, 5], person: 'Ann Lee', organization: 'Norland Power' },
      { span: [10, 15], person: 'Bob Ray', organization: null },
    ],
  });
  const role = (name: string, span: [number, number], organization: string | null = null) => ({
    start: 0,
    end: 1,
    type: 'PER',
    name,
    roles: [{ span, organization }],
  });

  test.each([
    // what, found, exact, overlap and organization as precision and recall
    ['the same', [role('Ann Lee', [0, 5], 'Norland Power'), role('Bob Ray', [10, 15])], [1, 1], [1, 1], [1, 1]],
    ['a longer one without its organization', [role('Lee', [0, 8])], [0, 0], [1, 1 / 2], [0, 0]],
    ['one of another person', [role('Bob Ray', [0, 5], 'Norland Power')], [0, 0], [0, 0], [0, 0]],
    [
      'one too many, with another organization',
      [role('Ann Lee', [0, 5], 'Calder'), role('Ann Lee', [40, 45])],
      [1 / 2, 1 / 2],
      [1 / 2, 1 / 2],
      [0, 0],
    ],
    ['an organization that gold has not', [role('Bob Ray', [10, 15], 'Calder')], [1, 1 / 2], [1, 1 / 2], [0, 0]],
    ['one for two', [role('Ann Lee', [0, 5]), role('Ann Lee', [0, 5])], [1 / 2, 1 / 2], [1 / 2, 1 / 2], [0, 0]],
    ['none', [], [0, 0], [0, 0], [0, 0]],
  ])('found are %s', (_, entities, exact, overlap, organization) => {
    const { roles } = score({ entities }, 'all', given);
    const both = ({ precision, recall }: { precision: number; recall: number }) => [precision, recall];
    expect([both(roles.exact), both(roles.found), both(roles.organization)]).toEqual([exact, overlap, organization]);
  });
});
