import { expect, test } from 'vitest';
import { listsOf, sequenceOf } from '../../src/model/sequence.ts';
import { annotate } from '../../src/pipeline/index.ts';
import { chooseSource } from '../../src/pipeline/sources/choose.ts';
import { describe } from '../../src/pipeline/sources/describe.ts';
import { listen } from '../../src/pipeline/sources/index.ts';
import { questionOf } from '../../src/pipeline/sources/question.ts';
import { runsOver } from '../../src/pipeline/words/positions.ts';
import { lessonsOf, SOURCE_OPTIONS, trainSources } from '../../src/training/sources.ts';

const TAGGED = { form: 'TAGGED', sentence: 0, source: null, audience: null, act: 'SPEECH', bare: false } as const;

/** An article with one quote, its parts marked: `[content] {source}`. */
function marked(line: string) {
  const text = line.replace(/[[\]{}]/g, '');
  const part = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const [, content] = /\[(.*?)\]/.exec(line)!;
  const [, source] = /\{(.*?)\}/.exec(line)!;
  const quotes = [{ content: [part(content!)], cue: [part('claimed')], source: [part(source!)] }];
  const read = annotate({ text });
  // As a model would hear it, which the rules do not: "claimed" alone tells the source nothing.
  const cue = runsOver(read.tokens, quotes[0]!.cue)[0]!;
  const found = [
    {
      content: quotes[0]!.content,
      attribution: { ...TAGGED, ...cue, cue },
      kind: 'INDIRECT',
      act: 'SPEECH',
      sentence: 0,
      until: 0,
    } as const,
  ];
  return { needs: { ...read, found }, quotes };
}

test('learns which mention is the source, and how much of what hangs on it', () => {
  const lessons = ['the mayor', 'a clerk', 'her aide', 'the owner'].flatMap((who) =>
    ['the bridge', 'a dog', 'the council'].flatMap((other) => [
      marked(`{${who}} of Ostley claimed near ${other} [that rain is dry].`),
      marked(`By ${other}, {${who}} of Varn claimed [that rain is dry].`),
    ]),
  );
  const model = trainSources(lessons.map(lessonsOf), { ...SOURCE_OPTIONS, epochs: 10 });
  const { needs } = marked('By a fence, {the farmer} of Lund claimed [that rain is dry].');
  const { ground, heads, heard } = listen(needs);
  const { mention, source } = chooseSource(model, ground, heads, heard[0]!);
  const words = (run: { from: number; to: number }) => needs.text.slice(needs.tokens[run.from]!.start, needs.tokens[run.to - 1]!.end);
  expect(words(mention!)).toBe('the farmer');
  expect(words(source!)).toBe('the farmer');
});

test.each([
  ['{the mayor, Ana Bell,} claimed [that rain is dry].', 'Ana Bell'],
  ['{Ana Bell, the mayor,} claimed [that rain is dry].', 'Ana Bell'],
  ['{the mayor, who met Ana Bell,} claimed [that rain is dry].', 'the mayor'],
])('what is learned of a source marked with what commas set off, %s, is its name, else what comes first', (line, expected) => {
  const { needs, quotes } = marked(`In Ostley, ${line}`);
  const { candidates } = lessonsOf({ needs, quotes });
  const { ground, heads, heard } = listen(needs);
  const question = questionOf(ground, heads, heard[0]!);
  const described = listsOf(sequenceOf((writer) => describe(ground, heads, question, writer)));
  const right = question.candidates.findIndex((_, i) => described[i]!.join() === candidates[0]!.candidates[candidates[0]!.right]!.join());
  const { from, to } = question.candidates[right]!;
  expect(needs.text.slice(needs.tokens[from]!.start, needs.tokens[to - 1]!.end)).toBe(expected);
});
