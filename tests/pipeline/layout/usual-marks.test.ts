import { describe, expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';
import { withUsualMarks } from '../../../src/pipeline/layout/usual-marks.ts';

test.each([
  ['＂We won,＂ she said.', '"We won," she said.'],
  ['‹We won,› she said.', '‘We won,’ she said.'],
  ["`We won,' she said.", "'We won,' she said."],
  ["``We won,'' she said.", "``We won,'' she said."],
  ['\u0093We won,\u0094 she said. It\u0092s late \u0096 too late\u0085', '“We won,” she said. It’s late – too late…'],
  ['It´s Ana O′Neill.', "It's Ana O'Neill."],
  ['“We won,” she said.', '“We won,” she said.'],
])('%s reads %s', (text, expected) => {
  expect(withUsualMarks(text)).toBe(expected);
});

describe('a quote is found between marks that look like quotation marks', () => {
  test.each(['＂＂', '″″', '‹›', '‚‘', "`'", '\u0093\u0094', '❝❞', '´´'])('%s', ([open, close]) => {
    const text = `The hall was full on Monday.\n\n${open}We mended it,${close} said Mayor Ana Bell.\n`;
    const { quotes, people, text: own } = annotate({ text }, readModels());
    expect(own).toBe(text);
    expect(quotes.map(({ content, speaker }) => [content.map(({ start, end }) => text.slice(start, end)), people[speaker!]?.name])).toEqual(
      [[['We mended it,'], 'Ana Bell']],
    );
  });
});
