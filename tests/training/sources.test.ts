import { expect, test } from 'vitest';
import { annotate } from '../../src/pipeline/index.ts';
import { chooseSource } from '../../src/pipeline/sources/choose.ts';
import { groundOf } from '../../src/pipeline/sources/ground.ts';
import { findMentions } from '../../src/pipeline/sources/mentions.ts';
import { headsOf } from '../../src/pipeline/sources/question.ts';
import { runsOver } from '../../src/pipeline/sources/runs-over.ts';
import { SOURCE_OPTIONS, trainSources } from '../../src/training/sources.ts';

/** An article with one quote, its parts marked: `[content] {source}`. */
function marked(line: string) {
  const text = line.replace(/[[\]{}]/g, '');
  const part = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const [, content] = /\[(.*?)\]/.exec(line)!;
  const [, source] = /\{(.*?)\}/.exec(line)!;
  return { needs: annotate({ text }), quotes: [{ content: [part(content!)], cue: [part('claimed')], source: [part(source!)] }] };
}

test('learns which mention is the source, and how much of what hangs on it', () => {
  const lessons = ['the mayor', 'a clerk', 'her aide', 'the owner'].flatMap((who) =>
    ['the bridge', 'a dog', 'the council'].flatMap((other) => [
      marked(`{${who}} of Ostley claimed near ${other} [that rain is dry].`),
      marked(`By ${other}, {${who}} of Varn claimed [that rain is dry].`),
    ]),
  );
  const model = trainSources(lessons, { ...SOURCE_OPTIONS, epochs: 10 });
  const { needs, quotes } = marked('By a fence, {the farmer} of Lund claimed [that rain is dry].');
  const ground = groundOf(needs);
  const heard = { parts: runsOver(needs.tokens, quotes[0]!.content), cue: runsOver(needs.tokens, quotes[0]!.cue)[0]! };
  const { mention, source } = chooseSource(model, ground, headsOf([heard]), findMentions(ground), heard);
  const words = (run: { from: number; to: number }) => needs.text.slice(needs.tokens[run.from]!.start, needs.tokens[run.to - 1]!.end);
  expect(words(mention!)).toBe('the farmer');
  expect(words(source!)).toBe('the farmer');
});
