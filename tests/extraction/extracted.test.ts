import { expect, test } from 'vitest';
import { isSpeech, toExtracted } from '../../src/extraction/extracted.ts';
import { pretty } from '../../src/extraction/pretty.ts';
import { annotate } from '../../src/pipeline/index.ts';

const text = `Rain in Ostley\n\nThe Ostley Water Board (OWB) met. “It rains,” Mayor Ana Bell told reporters. The OWB said that it was wet.\r\n`;
const found = toExtracted(annotate({ text }));
const words = ([start, end]: readonly [number, number]) => text.slice(start, end);

test('offsets count the text as given', () => {
  expect(found.quotes.map(({ content }) => content.map(words))).toEqual([['It rains,'], ['that it was wet']]);
  expect(found.quotes.map(({ sourceSpans, cue, audience }) => [sourceSpans, cue, audience].map((spans) => spans.map(words)))).toEqual([
    [['Mayor Ana Bell'], ['told'], ['reporters']],
    [['The OWB'], ['said'], []],
  ]);
});

test('a quote names its speaker, in full', () => {
  expect(found.quotes).toMatchObject([
    { kind: 'direct', act: 'SPEECH', region: 'BODY', speakerName: 'Ana Bell', speakerType: 'person', attribution: 'NAME' },
    { kind: 'indirect', speakerName: 'Ostley Water Board', speakerType: 'organization', attribution: 'ORGANIZATION' },
  ]);
});

test('names come in the order of the text, an acronym with what it stands for, a person with the roles beside it', () => {
  expect(found.entities.map(({ start, end, type, name, acronymOf }) => [words([start, end]), type, name, acronymOf])).toEqual([
    ['Ostley Water Board', 'ORG', 'Ostley Water Board', null],
    ['OWB', 'ORG', 'Ostley Water Board', 'Ostley Water Board'],
    ['Ana Bell', 'PER', 'Ana Bell', null],
    ['OWB', 'ORG', 'Ostley Water Board', 'Ostley Water Board'],
  ]);
  expect(found.entities.flatMap(({ roles }) => roles.map(({ title, span }) => [title, words(span)]))).toEqual([['Mayor', 'Mayor']]);
});

test('speech in running text is what the API lists unasked', () => {
  expect(isSpeech({ act: 'SPEECH', region: 'BODY' })).toBe(true);
  expect(isSpeech({ act: 'ATTITUDE', region: 'BODY' })).toBe(false);
  expect(isSpeech({ act: 'SPEECH', region: 'HEADLINE' })).toBe(false);
});

test('for people the article comes with its quotes numbered, and whose they are below', () => {
  const plain = pretty('a', text, found, false);
  expect(plain).toContain('“It rains,[1]” Mayor Ana Bell told reporters.');
  expect(plain).toContain('1  Ana Bell (Mayor Ana Bell), direct, 0.9');
  expect(plain).not.toContain('\x1b');
  const coloured = pretty('a', text, found, true);
  expect(coloured).toContain('\x1b[32mIt rains,');
  expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(plain);
});

test('nothing in a text steers the terminal', () => {
  const hostile = 'A\x1b[2J\x07 “It \x9brains,” Ana Bell said.';
  expect(pretty('\x1b[2J', hostile, toExtracted(annotate({ text: hostile })), false)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
});
