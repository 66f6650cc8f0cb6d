import { expect, test } from 'vitest';
import { annotate } from '../../../src/pipeline/index.ts';
import { models, wordsOf } from '../../support/spoken.ts';

const said = (text: string) => annotate({ text }, models).quotes.map(({ content }) => wordsOf(text, content));

test.each([
  ['The minister said on Monday taxes would rise if the budget failed.', ['taxes would rise if the budget failed']],
  ['The company said last week profits would fall unless prices rose.', ['profits would fall unless prices rose']],
  ['The minister said on Monday if the budget failed taxes would rise.', ['if the budget failed taxes would rise']],
  ['The minister said on Monday that taxes would rise if the budget failed.', ['that taxes would rise if the budget failed']],
])('a clause may stand behind the time when it was said: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});

test.each([
  ['The company said last week was bad for sales.', ['last week was bad for sales']],
  ["The company said last week's sales were bad.", ["last week's sales were bad"]],
  ['The company said February sales were bad.', ['February sales were bad']],
])('but a time may be a part of what is said: %s', (text, quotes) => {
  expect(said(text)).toEqual(quotes);
});
