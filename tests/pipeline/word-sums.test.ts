import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weighed } from '../../src/model/scorer.ts';
import { readModels } from '../../src/models.ts';
import { readArticle } from '../../src/pipeline/index.ts';
import { nameFeatures } from '../../src/pipeline/names/model/features.ts';
import { nameScores } from '../../src/pipeline/names/model/find.ts';
import { nameViewOf } from '../../src/pipeline/names/model/view.ts';
import { tokenScores } from '../../src/pipeline/quotes/model/spans.ts';
import { withStops } from '../../src/pipeline/quotes/model/stops.ts';
import { tokenFeatures } from '../../src/pipeline/quotes/model/token-features.ts';
import { viewOf } from '../../src/pipeline/quotes/model/view.ts';
import { runs } from '../support/runs.ts';

const { names, quotes } = readModels();

function namesWeighed(text: string) {
  const view = nameViewOf(readArticle({ text }), names!.knowledge);
  return { found: nameScores(view, names!.table), expected: weighed(names!.table, view.n, (writer) => nameFeatures(view, writer)) };
}

function quotesWeighed(text: string) {
  const view = viewOf(withStops(readArticle({ text })).article, quotes!.cues, quotes!.classes);
  const { table } = quotes!.tagger;
  return { found: tokenScores(view, quotes!.tagger), expected: weighed(table, view.n, (writer) => tokenFeatures(view, writer)) };
}

const EACH = [namesWeighed, quotesWeighed];

test.each([
  ['no word', ''],
  ['a single word', 'Velmark'],
  ['words that stand again', 'Ana Bell said Ana Bell of Velmark said that Ana would.\n\n“Ana,” said Bell.'],
  ['long words', 'Internationalization-minded Kyrgyzstani-Azerbaijanis “Kyrgyzstani-Azerbaijanis” said so.'],
  ['words too long to be remembered', `${'Velmark'.repeat(9)} said ${'Velmark'.repeat(9)} won; “${'so'.repeat(99)}”, Bell said.`],
])('the tagger finds the same with the sums of single words as with each of their weights: %s', (_, text) => {
  for (const scoresOf of EACH) {
    const { found, expected } = scoresOf(text);
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(text === '' ? -1 : 0);
  }
});

test('in whatever order texts come', () => {
  const word = fc.constantFrom('Ana', 'Bell', 'said', ',', '“', '”', '.', 'the', 'NATO', '12', 'kyrgyzstani-azerbaijanis', '\n\n');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      for (const scoresOf of EACH) {
        const { found, expected } = scoresOf(words.join(' '));
        expect(found).toEqual(expected);
      }
    }),
    { numRuns: runs(30, 500) },
  );
});
