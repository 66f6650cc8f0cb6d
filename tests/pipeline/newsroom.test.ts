import { describe, expect, test } from 'vitest';
import { annotate } from '../../src/pipeline/index.ts';
import { models, speakers, spoken, wordsOf } from '../support/spoken.ts';

describe('who speaks is the subject of the verb, whoever stands before', () => {
  test.each([
    ['The bank lost its lead after the firm revealed it would close five branches.', ['the firm: it would close five branches']],
    [
      'Prices rose on the harbour market after Prime Minister Ana Bell said the bridge would reopen.',
      ['Prime Minister Ana Bell: the bridge would reopen'],
    ],
    ['She ended her feud with the council as the clerks said they wanted a rest.', ['the clerks: they wanted a rest']],
    ['Unions oppose the plans but Ana Bell said five bridges had been mended.', ['Ana Bell: five bridges had been mended']],
  ])('%s', (text, quotes) => {
    expect(spoken(text).slice(-1)).toEqual(quotes);
  });

  test.each([
    ['A spokesman for the ferry line said it would close.', ['A spokesman for the ferry line: it would close']],
    ['The head of the office of the mayor said it would close.', ['The head of the office of the mayor: it would close']],
  ])('with what hangs on it: %s', (text, quotes) => {
    expect(spoken(text)).toEqual(quotes);
  });
});

describe('a plain verb of saying reports', () => {
  test.each([
    [
      'By then phones will be printed on to wrists, or other parts of the body, says Ana Bell.',
      ['Ana Bell: By then phones will be printed on to wrists, or other parts of the body'],
    ],
    [
      'Despite a short rise in jobs in 2003, the port is doing well below its potential, said a Harbour Board report.',
      ['a Harbour Board report: Despite a short rise in jobs in 2003, the port is doing well below its potential'],
    ],
    [
      'A spokesman said up to 1,800 clerks will be affected, with many of them laid off.',
      ['A spokesman: up to 1,800 clerks will be affected, with many of them laid off'],
    ],
    [
      'The national ferry line is to move to Ostley with a second office in Velmark, the Velmark Stock Exchange (VSE) has said.',
      ['the Velmark Stock Exchange (VSE): The national ferry line is to move to Ostley with a second office in Velmark'],
    ],
  ])('%s', (text, quotes) => {
    expect(spoken(text)).toEqual(quotes);
  });
});

describe('what belongs to the words said goes with them', () => {
  test.each([
    ['Harbour Board said profit rose to $5m, compared with $4m a year ago.', 'profit rose to $5m, compared with $4m a year ago'],
    ['Ana Bell said the board bought 40 ferries, including two in Velmark.', 'the board bought 40 ferries, including two in Velmark'],
    [
      'The mayor said the bridge would open in May, subject to approval by the council.',
      'the bridge would open in May, subject to approval by the council',
    ],
    [
      'Norland Mills said it raised its stake in Ostley Docks to 816,000 shares, or 11.3 pct of the total.',
      'it raised its stake in Ostley Docks to 816,000 shares, or 11.3 pct of the total',
    ],
    [
      'Norland Mills said it bought a tenth of the docks, raising its stake to 42 per cent.',
      'it bought a tenth of the docks, raising its stake to 42 per cent',
    ],
    ['The company said the ferry, which was built in 1950, would be sold.', 'the ferry, which was built in 1950, would be sold'],
    [
      'The board said while rains are filling the lake, the wells will not be full until May.',
      'while rains are filling the lake, the wells will not be full until May',
    ],
    [
      'Eva Dahl says she was banned for three months by the Velmark Tennis Club after missing a test.',
      'she was banned for three months by the Velmark Tennis Club after missing a test',
    ],
  ])('%s', (text, words) => {
    expect(spoken(text).map((quote) => quote.slice(quote.indexOf(': ') + 2))).toEqual([words]);
  });

  test.each([
    ['Ana Bell said the ferry would close, adding that a bridge would open.', 'the ferry would close'],
    ['Ana Bell said the ferry would close, with the mayor saying it would not.', 'the ferry would close'],
    ['Ana Bell said the ferry would close, compared with what others said about it.', 'the ferry would close'],
  ])('and nothing else: %s', (text, words) => {
    expect(spoken(text)[0]).toBe(`Ana Bell: ${words}`);
  });
});

describe('who reports that somebody told others something speaks', () => {
  test.each([
    [
      'Bell has told the council that it must pay five million dollars by May, the harbour office said.',
      'the harbour office: Bell has told the council that it must pay five million dollars by May',
    ],
    [
      'Ana Bell told the Harbour Board that the bridge was unsafe, a spokesman said.',
      'a spokesman: Ana Bell told the Harbour Board that the bridge was unsafe',
    ],
  ])('%s', (text, quote) => {
    expect(spoken(text)[0]).toBe(quote);
  });

  test('and not who says something more', () => {
    expect(spoken('Ana Bell told the board that the bridge was unsafe, and the mayor said it would close.')[0]).toBe(
      'Ana Bell: that the bridge was unsafe',
    );
  });
});

describe('hearsay is nobody’s words', () => {
  test.each([
    'The catch is said to be poor.',
    'Ana Bell was reported to be ready to sell the ferry.',
    'Five clerks are also said to be angry over the plan.',
    'The mayor’s husband is said to have praised the council for closing the bridge.',
    'Ana Bell and Cem Dahl are widely believed to have left the country.',
  ])('%s', (text) => {
    expect(spoken(text)).toEqual([]);
  });

  test.each([
    ['Ana Bell said the catch is said to be poor.', ['Ana Bell: the catch is said to be poor']],
    ['Ana Bell said to be careful on the bridge.', ['Ana Bell: to be careful on the bridge']],
    ['Ana Bell is alleged to have told the mayor: “You will never win this town.”', ['Ana Bell: You will never win this town.']],
  ])('but %s', (text, quotes) => {
    expect(spoken(text)).toEqual(quotes);
  });
});

describe('what the narrator tells beside a quote is none of it', () => {
  test.each([
    ['“The tram,” Ana Bell says, as though it were a person she disliked.', ['Ana Bell: The tram,']],
    ['“I have stopped counting,” Ana Bell said, and then counted them.', ['Ana Bell: I have stopped counting,']],
    ['“Space belongs to everyone,” Ana Bell says, but everyone does not own a rocket.', ['Ana Bell: Space belongs to everyone,']],
    ['“I got into a panic,” Ana Bell said of the discovery.', ['Ana Bell: I got into a panic,']],
    ['Holding up a book, Ana Bell said, “This is the one for me.”', ['Ana Bell: This is the one for me.']],
    ['“It is closed,” Ana Bell said, “and it will stay so.”', ['Ana Bell: It is closed, … and it will stay so.']],
  ])('%s', (text, quotes) => {
    expect(spoken(text)).toEqual(quotes);
  });
});

describe('who says nothing is not quoted', () => {
  test.each([
    'Nobody spoke about it.',
    'Nobody said a word.',
    'No one mentioned the accident.',
    'Ana Bell said nothing.',
    'Ana Bell refused to speak about the future of the club.',
    'Ana Bell declined to say how much of the money was lost.',
    'Ana Bell did not say whether the bridge was insured.',
    'Officials have not said what caused the blaze.',
    'The council would not comment on the plans.',
    'The council made no comment about the bridge.',
    'The council gave no explanation of the delay.',
    'The council failed to mention that the bridge was unsafe.',
    'Terms of the deal were not disclosed.',
    'Colin Marsh pleaded guilty to seven counts of theft.',
    'It was the plan which Cem Dahl denied.',
    'Mayor Ana Bell issued a statement from her office.',
    'Mayor Ana Bell issued a statement from her office. She left on Monday.',
  ])('%s', (text) => {
    expect(spoken(text)).toEqual([]);
  });

  test.each([
    ['Ana Bell denied that the money was lost.', ['Ana Bell: that the money was lost']],
    ['Ana Bell said she would not comment on the plans.', ['Ana Bell: she would not comment on the plans']],
    ['Ana Bell said it had failed to mention the bridge.', ['Ana Bell: it had failed to mention the bridge']],
    ['“I plead guilty to seven counts of theft,” Ana Bell said.', ['Ana Bell: I plead guilty to seven counts of theft,']],
    ['“I said nothing,” Ana Bell said.', ['Ana Bell: I said nothing,']],
    ['Ana Bell issued a statement saying that the road was closed.', ['Ana Bell: that the road was closed']],
  ])('but %s', (text, quotes) => {
    expect(spoken(text)).toEqual(quotes);
  });
});

describe('what somebody praises or condemns is none of their words', () => {
  test.each([
    'Ana Bell condemned the attack.',
    'Ana Bell praised the work of her team.',
    'The council welcomed the decision.',
    'Ana Bell has thanked her parents and her neighbours.',
    'The harbour will stay open, insists Mr Dahl, a sailor.',
  ])('%s', (text) => {
    expect(spoken(text)).toEqual([]);
  });

  test.each([
    ['Ana Bell thanked the crew for staying with her.', ['Ana Bell: the crew for staying with her']],
    ['Ana Bell condemned the attack as “cowardly”.', ['Ana Bell: the attack as “cowardly”']],
    ['Ana Bell praised the crew, saying it had saved her.', ['Ana Bell: it had saved her']],
  ])('but %s', (text, quotes) => {
    expect(spoken(text)).toEqual(quotes);
  });
});

test('who says something has said it, whatever they did not do', () => {
  const [quote, ...others] = spoken('Those who do not vote always say that the poll is wrong.');
  expect(others).toEqual([]);
  expect(quote).toContain(': that the poll is wrong');
});

describe('what somebody or something is called is no quote', () => {
  test.each([
    'Rupert Ainsley, dubbed “Romeo Rupert” by colleagues, left.',
    'The play, titled “Salt And Rain”, opened on Monday.',
    'The mint known as spearmint grew by the wall.',
    'Ana Bell (better known as “Zelda”) left the club.',
  ])('%s', (text) => {
    expect(spoken(text)).toEqual([]);
  });

  test('but a verdict is one', () => {
    expect(spoken('Ana Bell blasted Carl Dahl as a “coward”.')).toEqual(['Ana Bell: Carl Dahl as a “coward”']);
    expect(spoken('Ana Bell called the bridge “a disgrace to us all”.')).toEqual(['Ana Bell: a disgrace to us all']);
  });
});

test('a number keeps its sign', () => {
  expect(spoken('Ana Bell told Reuters that volumes fell 4%.')).toEqual(['Ana Bell: that volumes fell 4%']);
  expect(spoken('Ana Bell said $4 million was lost.')).toEqual(['Ana Bell: $4 million was lost']);
});

test.each([
  ['Anyone with information is asked to call 101.', []],
  ['A shamed MP wept last night — and his ex said: “It is karma.”', ['his ex: It is karma.']],
  [
    '‘I never wanted to be near a boat again’: an interview with Ana Bell\n\nThe painter Ana Bell lives by the sea.',
    ['Ana Bell: I never wanted to be near a boat again'],
  ],
])('whose words they are: %s', (text, quotes) => {
  expect(spoken(text).filter((quote) => !quote.startsWith('–'))).toEqual(quotes);
});

test('an alias is whose it is', () => {
  const text = 'Ana Bell, better known as Zelda, left. “It is done,” Zelda said. Carl Dahl, also known to like rain, stayed.';
  const { people, quotes } = annotate({ text }, models);
  expect(people.map(({ name }) => name)).toEqual(['Ana Bell', 'Carl Dahl']);
  expect(quotes.map(({ speaker }) => speaker)).toEqual([0]);
});

test('who wrote the article is nobody whom "he" means', () => {
  for (const byline of ['By Gary Stubbs', 'EXCLUSIVE by Gary Stubbs', 'GARY STUBBS']) {
    const { quotes } = annotate({ text: `Mansion burns to the ground\n\n${byline}\n\nThe house is gone. “It is karma,” he said.` }, models);
    expect(quotes.map(({ speaker }) => speaker)).toEqual([null]);
  }
});

describe('who is called again by what they are', () => {
  test.each([
    ['Ana Bell said it was over. “We were poor,” said the midfielder, who limped.', ['Ana Bell', 'Ana Bell']],
    ['Ana Bell said it was over. “We were poor,” the Norwegian said.', ['Ana Bell', 'Ana Bell']],
    ['Ana Bell said it was over. Eva Lund left. “We were poor,” said the midfielder.', ['Ana Bell', null]],
    ['Mayor Ana Bell was angry. “We were poor,” said the Norwegian.', ['Ana Bell']],
    ['Mayor Ana Bell met Mayor Eva Lund. “We were poor,” said the Norwegian.', [null]],
    ['Ana Bell said it was over.\n\n“We were poor,” said the midfielder.', ['Ana Bell', null]],
    ['Ana Bell said it was over. “We were poor,” said the chairwoman.', ['Ana Bell', null]],
    ['Ana Bell said it was over. Eva Lund herself was calm. “We were poor,” she said.', ['Ana Bell', 'Eva Lund']],
    ['“This changes everything,” says her colleague, Prof. Ana Bell.', ['Ana Bell']],
    ['“I went there before the crash.” – Ana Bell.', ['Ana Bell']],
    ['“He was two yards off,” he fumed. Ana Bell left.', [null]],
  ])('%s', (text, names) => {
    expect(speakers(text)).toEqual(names);
  });
});

test.each(['Who said that it would rain on Monday?', 'Who, said the man, was “late”?', 'which said that it rains', '“Who?” said who.'])(
  'a text that begins with a question is read: %s',
  (text) => {
    expect(() => annotate({ text }, models)).not.toThrow();
  },
);

test('two who speak in one sentence have a quote each', () => {
  expect(
    spoken('Sir Toby gave a speech. “Music is the food of love,” he began, and somebody shouted: “Then get on with your dinner!”'),
  ).toEqual(['he: Music is the food of love,', 'somebody: Then get on with your dinner!']);
  expect(spoken('“It rained,” Ana Bell said, and added, “It will rain again.”').map((quote) => quote.split(':')[0])).not.toContain('–');
});

test.each([
  ['My mother-in-law said it rained.', 'My mother-in-law'],
  ['UNITED NATIONS, 3 June — The envoy called on all sides to stop, warning that the country stood “on the brink of famine”.', 'The envoy'],
])('who said it, whole and no place: %s', (text, source) => {
  expect(spoken(text).at(-1)!.split(':')[0]).toBe(source);
});

test.each([
  ['“He never cheated anyone,” his widow, Clara Moss, said.', ['his widow, Clara Moss: He never cheated anyone,']],
  ['“It was chaos,” her brother, Tom Ware, told the Courier.', ['her brother, Tom Ware: It was chaos,']],
  [
    '“We are looking at every way,” Ana Bell, editor of Harbour Notes told the Courier. “We will see which is best.”',
    ['Ana Bell, editor of Harbour Notes: We are looking at every way, … We will see which is best.'],
  ],
  ['“It was chaos,” the harbour was told. Ana Bell said it was not.', ['Ana Bell: it was not']],
  ['It will be the “cheap” option, our correspondent said.', ['our correspondent: It will be the “cheap” option']],
  ["''It was chaos,'' the harbour spokesman, Tom Ware, told Harbour Radio.", ['the harbour spokesman, Tom Ware: It was chaos,']],
])('what somebody is called before a comma is no part of the words: %s', (text, quotes) => {
  expect(spoken(text).slice(-1)).toEqual(quotes);
});

test.each([
  ['Sources close to the harbour board said he would leave.', ['Sources close to the harbour board: he would leave']],
  ['Officials familiar with the plan said it would be dropped.', ['Officials familiar with the plan: it would be dropped']],
  ['Norland is close to a deal, Ana Bell said.', ['Ana Bell: Norland is close to a deal']],
])('with the noun that an adjective hangs on: %s', (text, quotes) => {
  expect(spoken(text)).toEqual(quotes);
});

test.each([
  ['Ana Bell was quoted in the Harbour Courier saying: “The pier is finished.”', ['Ana Bell: The pier is finished.']],
  ['“The dam will hold,” the Norland news agency reports a union source as saying.', ['a union source: The dam will hold,']],
  ['Says Fay Lund, who runs the bakery: “We open at four in the morning.”', ['Fay Lund: We open at four in the morning.']],
  ['Ana Bell joined the council when Mr Dahl said he would leave. Cem Dahl smiled.', ['Mr Dahl: he would leave']],
  ['Ana Bell, who was reading the Harbour Courier, said: “The pier is finished.”', ['Ana Bell: The pier is finished.']],
])('whoever passes it on: %s', (text, quotes) => {
  expect(spoken(text)).toEqual(quotes);
});

test.each([
  ['Cem Dahl denied that he had lied and said he would sue.', ['denied', 'said']],
  ['The harbour charity welcomed the song and said money raised would mend its boats.', ['welcomed', 'said']],
  ['Ana Bell announced the find but said it was too small for the port.', ['announced', 'said']],
  ['Ana Bell said she would stay.', ['said']],
  ['“We need added money,” Ana Bell said.', ['said']],
])('the verb right before the words reports them: %s', (text, cues) => {
  expect(annotate({ text }, models).quotes.map(({ cue }) => wordsOf(text, cue))).toEqual(cues);
});
