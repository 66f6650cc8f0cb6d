import { describe, expect, test } from 'vitest';
import { annotate } from '../../../src/pipeline/index.ts';

/** Each quote in one line, those inside others aside: source (or –) | cue | audience | speaker | content, parts parted by …. */
function linesOf(text: string): string[] {
  const { quotes, people, organizations } = annotate({ text });
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ') || '–';
  const outer = quotes.filter(({ within }) => !within);
  return outer.map(({ source, cue, audience, speaker, organization, content, kind }) => {
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
    ['“We won,” Ana Bell said. “… They lost.”', 'direct | Ana Bell | said | – | Ana Bell | We won, … … They lost.'],
    ['“We won,” Ana Bell said. “$40 was enough.”', 'direct | Ana Bell | said | – | Ana Bell | We won, … $40 was enough.'],
    ['“We won,” Ana Bell said on “Ostley at Noon.”', 'direct | Ana Bell | said | – | Ana Bell | We won,'],
    ['“We won,” Ana Bell said on “Ostley at Noon.” “They lost.”', 'direct | Ana Bell | said | – | Ana Bell | We won, … They lost.'],
    ['“Did we win?” asked Ana Bell.', 'direct | Ana Bell | asked | – | Ana Bell | Did we win?'],
    ['“We won.\n\n“They lost,” said Ana Bell.', 'direct | Ana Bell | said | – | Ana Bell | We won. … They lost,'],
    ['‘We won,’ said Ana Bell.', 'direct | Ana Bell | said | – | Ana Bell | We won,'],
    ["``We won,'' said Ana Bell.", 'direct | Ana Bell | said | – | Ana Bell | We won,'],
    ['“He said ‘no’ to us,” said Ana Bell.', 'direct | Ana Bell | said | – | Ana Bell | He said ‘no’ to us,'],
    ['“We won,” Sen. Ana Bell (R-Ga.) said.', 'direct | Sen. Ana Bell | said | – | Ana Bell | We won,'],
    ['‘We won’, said Ana Bell.', 'direct | Ana Bell | said | – | Ana Bell | We won'],
    ['“Did we win?” Ana Bell asked.', 'direct | Ana Bell | asked | – | Ana Bell | Did we win?'],
    ['“We won,” a visibly tired Ana Bell said.', 'direct | a visibly tired Ana Bell | said | – | Ana Bell | We won,'],
    ['“We won,” recalled the captain, Ana Bell.', 'direct | Ana Bell | recalled | – | Ana Bell | We won,'],
    ['“We won,” said Ana Bell, a doctor from Ostley. “They lost.”', 'direct | Ana Bell | said | – | Ana Bell | We won, … They lost.'],
    ['As the bell rang, Ana Bell said, “We won.”', 'direct | Ana Bell | said | – | Ana Bell | We won.'],
    ['Asked about it, “We won,” Ana Bell said.', 'direct | Ana Bell | said | – | Ana Bell | We won,'],
    ['Ana Bell said in a letter:\n\n“We won.”', 'direct | Ana Bell | said | – | Ana Bell | We won.'],
    ['Ana Bell: “We won.”', 'direct | Ana Bell | : | – | Ana Bell | We won.'],
    ['In Ana Bell’s words, “We won.”', 'direct | Ana Bell | words | – | Ana Bell | We won.'],
    ['In the words of Ana Bell, “We won.”', 'direct | Ana Bell | In the words of | – | Ana Bell | We won.'],
    ['Ana Bell called the bridge “a disgrace.”', 'direct | Ana Bell | called | – | Ana Bell | a disgrace.'],
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
    ['Ana Bell on Monday said that the bridge will stay.', 'indirect | Ana Bell | said | – | Ana Bell | that the bridge will stay'],
    [
      'Ana Bell, a doctor, mayor since May, said that the bridge will stay.',
      'indirect | Ana Bell | said | – | Ana Bell | that the bridge will stay',
    ],
    ['The mayor, Ana Bell, said that the bridge will stay.', 'indirect | Ana Bell | said | – | Ana Bell | that the bridge will stay'],
    ['A clerk, who asked not to be named, said the bridge will stay.', 'indirect | A clerk | said | – | – | the bridge will stay'],
    ['One of them said that the bridge will stay.', 'indirect | One of them | said | – | – | that the bridge will stay'],
    [
      'Most have confirmed their wish to stay, Ana Bell said.',
      'indirect | Ana Bell | said | – | Ana Bell | Most have confirmed their wish to stay',
    ],
    ['OSTLEY - Mayor Ana Bell said the bridge will stay.', 'indirect | Mayor Ana Bell | said | – | Ana Bell | the bridge will stay'],
    ['According to Ana Bell, the bridge will stay.', 'indirect | Ana Bell | According to | – | Ana Bell | the bridge will stay'],
    ['According to Ana Bell the bridge will stay.', 'indirect | Ana Bell | According to | – | Ana Bell | the bridge will stay'],
    [
      'According to the mayor over 40 bridges have been closed.',
      'indirect | the mayor | According to | – | – | over 40 bridges have been closed',
    ],
    [
      'Some officials said at least one other buyer made a similar contract.',
      'indirect | Some officials | said | – | – | at least one other buyer made a similar contract',
    ],
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

  test.each([
    ['Halden Motors Inc <HM.L> said it will close a plant.', 'Halden Motors Inc', 'it will close a plant'],
    ['<Halden Motors Inc> said it will close a plant.', 'Halden Motors Inc', 'it will close a plant'],
    ['Ana Bell, chairman of Halden Motors Inc <HMOT.O>, said that rain is wet.', 'Ana Bell', 'that rain is wet'],
    ['Ana Bell said that it will buy Halden Motors <HM>.', 'Ana Bell', 'that it will buy Halden Motors'],
    ['Ana Bell said that 3 < 5 and 5 > 3.', 'Ana Bell', 'that 3 < 5 and 5 > 3'],
  ])('the symbol of a share is no part of a sentence: %s', (text, source, content) => {
    expect(
      linesOf(text)
        .map((line) => line.split(' | '))
        .map((line) => [line[1], line[5]]),
    ).toEqual([[source, content]]);
  });

  test('what an agency reports at the end is its own, and its name no part of the words', () => {
    expect(linesOf('The bridge will stay, TASS reported.')).toEqual(['indirect | TASS | reported | – | TASS | The bridge will stay']);
  });
});

test.each([
  ['Harbour opens; Bell: ‘We won’', 'We won'],
  ['Harbour will open on Friday, Bell says', 'Harbour will open on Friday'],
])('the headline %j holds a quote of its own region', (headline, words) => {
  const text = `${headline}\n\nMayor Ana Bell said that it rains.`;
  const { quotes, people } = annotate({ text });
  expect(quotes.map(({ region, content }) => [region, text.slice(content[0]!.start, content[0]!.end)])).toEqual([
    ['HEADLINE', words],
    ['BODY', 'that it rains'],
  ]);
  expect(quotes.map(({ speaker }) => people[speaker!]!.name)).toEqual(['Ana Bell', 'Ana Bell']);
});

test.each([
  ['a word held at a distance', 'The “green” bridge cost a fortune.'],
  ['a title', 'She wrote “The Long Way Home” in a week.'],
  ['a nickname', 'Ana “Bee” Bell won the race.'],
  ['the name of a work', 'The town has a mural called “Tides.”'],
  ['nothing said', 'Ana Bell did not say that the bridge will stay.'],
  ['something to be said', 'Ana Bell will say that the bridge will stay.'],
  ['something told by nobody', 'Families told to boil “brown water” left.'],
  ['an answer', 'Will the bridge stay? Ana Bell says no.'],
  ['a time before a name', 'On Monday, Ana Bell said nothing.'],
  ['what is told of', 'The film told the story of the pickers.'],
  ['what is according to plan', 'The sale went ahead on Monday according to plan.'],
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
    ['whom the sentence is about', 'Ana Bell closed the talks, saying “It pours.”', [['Ana Bell', 'ELLIPSIS']]],
    [
      'a pronoun for whom the last sentence is about',
      `${bell}Minister Cem Dahl was not pleased. “It snows,” he said.`,
      [
        ['Ana Bell', 'NAME'],
        ['Cem Dahl', 'PRONOUN'],
      ],
    ],
    ['a pronoun for an organization', 'The Ostley Council sent a letter. “It pours,” it said.', [['Ostley Council', 'PRONOUN']]],
    ['a company that is the only one', 'Dahl Holdings won. “It pours,” the company said.', [['Dahl Holdings', 'ORGANIZATION']]],
    ['somebody without a name', '“It pours,” officials said.', [[null, 'UNNAMED']]],
    ['somebody with a description', 'A senior official said that it rains.', [[null, 'UNNAMED']]],
    ['a surname alone', '“It pours,” Bell said.', [['Bell', 'SURNAME']]],
  ])('is resolved by %s', (_, text, expected) => {
    expect(speakersIn(text)).toEqual(expected);
  });

  test.each([
    ['a pronoun of the other gender', `${bell}“It pours,” he added.`],
    ['a title that nobody holds', `${bell}“It pours,” the ambassador said.`],
    ['a title of another kind', 'Prime Minister Ana Bell said that it rains. “It pours,” the foreign minister said.'],
    ['a title of another country', 'Norwegian President Ana Bell said that it rains. “It pours,” the Swedish president said.'],
    ['the plain title of a deputy', 'Deputy Mayor Ana Bell said that it rains. “It pours,” the mayor said.'],
    ['somebody of a named person', `${bell}“It pours,” a spokesman for Ana Bell said.`],
    ['somebody who belongs to a named person', `${bell}“It pours,” Bell’s lawyer said.`],
    ['somebody of an organization', 'The UN met. “It pours,” a spokesman for the UN said.'],
    ['two people together', `${bell}${dahl}“It pours,” Bell and Dahl said.`],
    ['a pronoun behind somebody unnamed', `${dahl}“It pours,” a clerk said. He added that it snows.`],
    ['a surname that two share', 'Mayor Ana Bell and Minister Eva Bell met. “It pours,” Bell said.'],
  ])('is left open for %s', (_, text) => {
    expect(speakersIn(text).at(-1)![0]).toBeNull();
  });
});

test.each([
  ['“It pours,” a senior official said.', 'a senior official'],
  ['“It pours,” a spokesman for  the UN said.', 'a spokesman for the UN'],
  ['“It pours,” Ana Bell said.', null],
  ['“It pours every single day here.”', null],
])('who spoke without a name in %j is %j', (text, description) => {
  expect(annotate({ text }).quotes.map(({ sourceDescription }) => sourceDescription)).toEqual([description]);
});

test.each([
  ['“Come on,” she mutters, and kicks the boat.', 'direct | she | mutters | – | – | Come on,'],
  ['“Got it,” grins Ana Bell.', 'direct | Ana Bell | grins | – | Ana Bell | Got it,'],
  ['“I lost the boat,” rued Ana Bell.', 'direct | Ana Bell | rued | – | Ana Bell | I lost the boat,'],
  ['She drew the boat twice. (“Three times,” she corrects me.)', 'direct | she | corrects | – | – | Three times,'],
])('verbs of manner report beside quotation marks: %s', (text, line) => {
  expect(linesOf(text)).toEqual([line]);
});

test.each([
  'Ana Bell grins at the boat.',
  'Ana Bell corrected the chart.',
  'The sighs of Ana Bell, the shouts of the crowd: “Boats” is back.',
])('verbs of manner report nothing elsewhere: %s', (text) => {
  expect(linesOf(text)).toEqual([]);
});
