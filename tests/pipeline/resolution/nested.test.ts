import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseGold } from '../../../src/gold/markup.ts';
import { readModels } from '../../../src/models.ts';
import { projectRoot } from '../../../src/paths.ts';
import { annotate, NO_MODELS } from '../../../src/pipeline/index.ts';

const nestedIn = (text: string, models = readModels()) => {
  const { quotes, people, organizations } = annotate({ text }, models);
  const words = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return quotes
    .filter(({ region }) => region === 'NESTED')
    .map(({ content, cue, source, audience, speaker, organization, within }) => {
      const name = speaker !== null ? people[speaker]!.name : organization !== null ? organizations[organization]!.name : '–';
      expect(within!.some((outer) => outer.start <= content[0]!.start && content[0]!.end <= outer.end)).toBe(true);
      return [words(content), words(cue), words(source) || '–', ...(audience.length > 0 ? [words(audience)] : []), name].join(' | ');
    });
};

describe('a quote inside a quote is found where a clause inside reports it', () => {
  test.each([
    ['“My father used to say: ‘Never love a boat,’” Ana Bell said.', ['Never love a boat, | say | My father | –']],
    ['“I said, ‘Ten years?’ Nobody laughed,” Ana Bell said.', ['Ten years? | said | I | Ana Bell']],
    ['“He asked me, ‘Why?’ and I said, ‘Because,’” Ana Bell said.', ['Why? | asked | He | me | –', 'Because, | said | I | Ana Bell']],
    ['“‘We will stay,’ the driver told me, and he did,” Ana Bell said.', ['We will stay, | told | the driver | me | –']],
    ['“Then Cem Dahl said, ‘It is over,’” Ana Bell said.', ['It is over, | said | Cem Dahl | Cem Dahl']],
    ['“Every day my mother asks me at noon, ‘Are you coming?’” Ana Bell said.', ['Are you coming? | asks | my mother | me | –']],
    ['“They said to the bank: ‘You may have Friday,’” Ana Bell said.', ['You may have Friday, | said | They | the bank | –']],
    ['‘He used to say: “Leave by the motorway.” I did’, Ana Bell said.', ['Leave by the motorway. | say | He | –']],
    ['"The bank wrote, \'We regret it,\' and that was all," Ana Bell said.', ['We regret it, | wrote | The bank | –']],
    ['“I have been told ‘trust the process’ so often,” Ana Bell said.', ['trust the process | told | – | –']],
    ['“I thought, ‘That was forty mistakes,’” Ana Bell said.', ['That was forty mistakes, | thought | I | Ana Bell']],
  ])('%s', (text, nested) => {
    expect(nestedIn(text)).toEqual(nested);
  });

  test('in a turn of a transcript, too', () => {
    const text = 'Ana Bell met us.\n\nCOURIER: Why?\n\nBELL: People say “the bridge is sinking.” It is not.\n\nCOURIER: No?\n\nBELL: No.';
    expect(nestedIn(text)).toEqual(['the bridge is sinking. | say | People | –']);
  });

  test('without models, too', () => {
    expect(nestedIn('“My father said, ‘Never love a boat,’” Ana Bell said.', NO_MODELS)).toEqual([
      'Never love a boat, | said | My father | –',
    ]);
  });
});

test.each([
  ['a title', '“I read ‘Never Love a Boat’ twice,” Ana Bell said.'],
  ['mockery', '“The ‘experts’ had no idea what they said,” Ana Bell said.'],
  ['what was not said', '“I will not say, ‘The mailbox was full,’” Ana Bell said.'],
  ['a mark that nothing closes', '“He said, ‘We stay and so will the boats,” Ana Bell said.'],
  ['apostrophes', '“The workers’ boss said ’em all, and the boats’ owners left,” Ana Bell said.'],
  ['an indirect quote of the article itself', 'Ana Bell said that Dahl had called it “over”.'],
])('%s inside a quote is none', (_, text) => {
  expect(nestedIn(text)).toEqual([]);
});

/** Of 36 and 19 in the two parts of the samples, 31 and 18 are found, and nothing else. */
test.each(['train', 'test'])('most of those that people marked in samples/%s are found, and hardly anything else', (part) => {
  const folder = join(projectRoot, 'samples', part);
  const key = ({ start, end }: { start: number; end: number }) => `${start}-${end}`;
  const [marked, found] = [new Set<string>(), new Set<string>()];
  for (const file of readdirSync(folder)) {
    const { text, quotes } = parseGold(file, readFileSync(join(folder, file), 'utf8'));
    for (const inner of quotes.flatMap(({ nested }) => nested)) marked.add(file + key(inner));
    for (const { content, region } of annotate({ text }, readModels()).quotes) if (region === 'NESTED') found.add(file + key(content[0]!));
  }
  const right = [...found].filter((one) => marked.has(one)).length;
  expect(right / marked.size).toBeGreaterThan(0.8);
  expect(right / found.size).toBeGreaterThan(0.95);
});
