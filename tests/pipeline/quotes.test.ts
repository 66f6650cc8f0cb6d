import { describe, expect, test } from 'vitest';
import { annotate } from '../../src/pipeline/index.ts';

/** Each quote in one line: source (or –) | cue | audience | speaker | content, parts parted by …. */
function linesOf(text: string): string[] {
  const { quotes, people, organizations } = annotate({ text });
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ') || '–';
  return quotes.map(({ source, cue, audience, speaker, organization, content, kind }) => {
    const who = speaker !== null ? people[speaker]!.name : organization !== null ? organizations[organization]!.name : '–';
    return [kind.toLowerCase(), words(source), words(cue), words(audience), who, words(content)].join(' | ');
  });
}

describe('direct quotes', () => {
  test.each([
    ['“We won,” Ana Bell said.', 'direct | Ana Bell | said | – | Ana Bell | We won,'],
    ['“We won,” said Ana Bell, a doctor.', 'direct | Ana Bell | said | – | Ana Bell | We won,'],
    ['“We won,” Ana Bell, a doctor, said.', 'direct | Ana Bell | said | – | Ana Bell | We won,'],
    ['“We won,” Ana Bell told reporters.', 'direct | Ana Bell | told | reporters | Ana Bell | We won,'],
    ['Ana Bell said: “We won.”', 'direct | Ana Bell | said | – | Ana Bell | We won.'],
    ['Ana Bell said, “We won.”', 'direct | Ana Bell | said | – | Ana Bell | We won.'],
    ['“We won,” Ana Bell said, “and they lost.”', 'direct | Ana Bell | said | – | Ana Bell | We won, … and they lost.'],
    ['“We won,” Ana Bell said. “They lost.”', 'direct | Ana Bell | said | – | Ana Bell | We won, … They lost.'],
    ['“Did we win?” asked Ana Bell.', 'direct | Ana Bell | asked | – | Ana Bell | Did we win?'],
    ['“We won.\n\n“They lost,” said Ana Bell.', 'direct | Ana Bell | said | – | Ana Bell | We won. … They lost,'],
    ['‘We won,’ said Ana Bell.', 'direct | Ana Bell | said | – | Ana Bell | We won,'],
    ["``We won,'' said Ana Bell.", 'direct | Ana Bell | said | – | Ana Bell | We won,'],
    ['“He said ‘no’ to us,” said Ana Bell.', 'direct | Ana Bell | said | – | Ana Bell | He said ‘no’ to us,'],
    ['“We won,” Sen. Ana Bell (R-Ga.) said.', 'direct | Sen. Ana Bell | said | – | Ana Bell | We won,'],
    ['“It rains a lot here in spring.”', 'direct | – | – | – | – | It rains a lot here in spring.'],
  ])('%s', (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });
});

describe('indirect and mixed quotes', () => {
  test.each([
    ['The bridge will stay, Mayor Ana Bell said.', 'indirect | Mayor Ana Bell | said | – | Ana Bell | The bridge will stay'],
    [
      'The bridge will stay, Mayor Ana Bell told the Ostley Courier.',
      'indirect | Mayor Ana Bell | told | the Ostley Courier | Ana Bell | The bridge will stay',
    ],
    ['Meanwhile, Ana Bell said that the bridge will stay.', 'indirect | Ana Bell | said | – | Ana Bell | that the bridge will stay'],
    [
      'Ana Bell told reporters on Monday that the bridge will stay.',
      'indirect | Ana Bell | told | reporters | Ana Bell | that the bridge will stay',
    ],
    ['According to Ana Bell, the bridge will stay.', 'indirect | Ana Bell | According to | – | Ana Bell | the bridge will stay'],
    ['The bridge will stay, according to Ana Bell.', 'indirect | Ana Bell | according to | – | Ana Bell | The bridge will stay'],
    ['Ana Bell said the bridge was “a disgrace.”', 'mixed | Ana Bell | said | – | Ana Bell | the bridge was “a disgrace.”'],
    ['The bridge is “a disgrace,” Ana Bell said.', 'mixed | Ana Bell | said | – | Ana Bell | The bridge is “a disgrace,”'],
    [
      'Ana Bell said that the board had announced a sale.',
      'indirect | Ana Bell | said | – | Ana Bell | that the board had announced a sale',
    ],
  ])('%s', (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });

  test('what goes on with "adding that" is a quote of the same speaker', () => {
    expect(linesOf('The bridge will stay, Ana Bell said, adding that it needs paint.')).toEqual([
      'indirect | Ana Bell | said | – | Ana Bell | The bridge will stay',
      'indirect | – | adding | – | Ana Bell | that it needs paint',
    ]);
  });

  test('what an agency reports at the end is its own, and its name no part of the words', () => {
    expect(linesOf('The bridge will stay, TASS reported.')).toEqual(['indirect | TASS | reported | – | TASS | The bridge will stay']);
  });
});

test.each([
  ['a word held at a distance', 'The “green” bridge cost a fortune.'],
  ['a title', 'She wrote “The Long Way Home” in a week.'],
  ['a nickname', 'Ana “Bee” Bell won the race.'],
  ['nothing said', 'Ana Bell did not say that the bridge will stay.'],
  ['something to be said', 'Ana Bell will say that the bridge will stay.'],
  ['a time before a name', 'On Monday, Ana Bell said nothing.'],
  ['no text', ''],
])('%s is no quote', (_, text) => {
  expect(linesOf(text)).toEqual([]);
});

describe('who said it', () => {
  const speakersIn = (text: string) => {
    const { quotes, people, organizations } = annotate({ text });
    return quotes.map(({ speaker, organization, attribution }) => [
      speaker !== null ? people[speaker]!.name : organization !== null ? organizations[organization]!.name : null,
      attribution,
    ]);
  };
  const bell = 'Mayor Ana Bell said that it rains. ';
  const dahl = 'Minister Cem Dahl said that it snows. ';

  test.each([
    ['the full name', bell, [['Ana Bell', 'NAME']]],
    [
      'a surname',
      `${bell}“It pours,” Bell said.`,
      [
        ['Ana Bell', 'NAME'],
        ['Ana Bell', 'SURNAME'],
      ],
    ],
    [
      'a title',
      `${bell}“It pours,” the mayor said.`,
      [
        ['Ana Bell', 'NAME'],
        ['Ana Bell', 'TITLE'],
      ],
    ],
    [
      'a title, told from another',
      `${bell}${dahl}“It pours,” the mayor said.`,
      [
        ['Ana Bell', 'NAME'],
        ['Cem Dahl', 'NAME'],
        ['Ana Bell', 'TITLE'],
      ],
    ],
    [
      'a pronoun',
      `${bell}“It pours,” she added.`,
      [
        ['Ana Bell', 'NAME'],
        ['Ana Bell', 'PRONOUN'],
      ],
    ],
    [
      'a statement of an organization',
      'The Ostley Council said that it rains. “It pours,” the council said.',
      [
        ['Ostley Council', 'ORGANIZATION'],
        ['Ostley Council', 'ORGANIZATION'],
      ],
    ],
    [
      'a document of who spoke last',
      'The Ostley Council said that it rains. “It pours,” the statement said.',
      [
        ['Ostley Council', 'ORGANIZATION'],
        ['Ostley Council', 'ORGANIZATION'],
      ],
    ],
    ['somebody without a name', '“It pours,” officials said.', [[null, 'UNNAMED']]],
    ['somebody with a description', 'A senior official said that it rains.', [[null, 'UNNAMED']]],
    ['a surname alone', '“It pours,” Bell said.', [['Bell', 'SURNAME']]],
  ])('is resolved by %s', (_, text, expected) => {
    expect(speakersIn(text)).toEqual(expected);
  });

  test.each([
    ['a pronoun of the other gender', `${bell}“It pours,” he added.`],
    ['a title that nobody holds', `${bell}“It pours,” the ambassador said.`],
    ['a surname that two share', 'Mayor Ana Bell and Minister Eva Bell met. “It pours,” Bell said.'],
  ])('is left open for %s', (_, text) => {
    expect(speakersIn(text).at(-1)![0]).toBeNull();
  });
});
