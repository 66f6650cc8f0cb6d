import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';
import type { Span } from '../../../src/span.ts';

const wordsOf = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end)).join();

test.each([
  ['“We won,” Ana Bell told reporters on Monday.', 'reporters'],
  ['Ana Bell said to the court that she was not there.', 'the court'],
  ['Ana Bell assured her neighbors that the bridge is safe.', 'her neighbors'],
  ['Ana Bell reminded Cem Dahl that the bridge was unsafe.', 'Cem Dahl'],
  ['“We won,” Ana Bell said on Monday.', ''],
  ['Ana Bell said that the court had moved to Ostley.', ''],
  ['Ministers pointed to the fact that the bridge was unsafe.', ''],
  ['Ana Bell warned last week that the bridge was unsafe.', ''],
  ['Ana Bell told the story of a clerk who had lost his hat.', ''],
  ['The council responded to criticism by saying that rain is wet.', ''],
  ['Ana Bell responded to Cem Dahl that the bridge was safe.', 'Cem Dahl'],
  ['Ana Bell told the newspaper Clarin that rain is wet.', 'the newspaper Clarin'],
  ['Ana Bell told the annual meeting that rain is wet.', 'the annual meeting'],
])('whom it was told to: %s', (text, audience) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => wordsOf(text, quote.audience))).toEqual([audience]);
});

test.each([
  ['Bell: “We are done waiting”\n\nThe council met on Monday. Ana Bell left early.', 'We are done waiting', 'Ana Bell'],
  ['Ana Bell says the new bridge is safe\n\nThe council met on Monday. Bell left early.', 'the new bridge is safe', 'Ana Bell'],
])('what a headline attributes is a quote in the headline: %s', (text, words, speaker) => {
  const { quotes, people } = annotate({ text }, readModels());
  const [first] = quotes.filter(({ region }) => region === 'HEADLINE');
  expect(first && text.slice(first.content[0]!.start, first.content[0]!.end)).toBe(words);
  expect(first!.speaker === null ? null : people[first!.speaker]!.name).toBe(speaker);
});

test.each([
  ['Contract for gas cannot be renewed before May — Bell', 'Ana Bell', 'Contract for gas cannot be renewed before May'],
  ['Bridge to stay closed until May – officials', null, 'Bridge to stay closed until May'],
  ['Norland disrupts payment of its share — Foreign Ministry', 'Norwegian Foreign Ministry', 'Norland disrupts payment of its share'],
  ['Harbour row should end - Bell', 'Ana Bell', 'Harbour row should end'],
  ["'I will not resign' - mayor", null, 'I will not resign'],
  ['Bell - a sailor in Ostley', null, undefined],
  ['Reform of the schools is here — at last', null, undefined],
  ['Mayor opens bridge — and walks home', null, undefined],
  ['Prices are rising-Bell', null, undefined],
])('a headline may end with a dash and whose words it has: %s', (headline, speaker, words) => {
  const text = `${headline}\n\nMayor Ana Bell met the Norwegian Foreign Ministry on Monday.`;
  const { quotes, people, organizations } = annotate({ text }, readModels());
  const [first] = quotes.filter(({ region }) => region === 'HEADLINE');
  expect(first && wordsOf(text, first.content)).toBe(words);
  expect(
    first?.speaker != null ? people[first.speaker]!.name : first?.organization != null ? organizations[first.organization]!.name : null,
  ).toBe(speaker);
});

test.each([
  ['A spokeswoman for the council declined to comment.', 'A spokeswoman for the council'],
  ['The bridge is safe, a spokeswoman for the council said.', 'a spokeswoman for the council'],
  ['“We won,” said Bell and Dahl.', 'Bell and Dahl'],
  ['Ana Bell, a doctor, said that rain is wet.', 'Ana Bell, a doctor'],
  ['Harbour council chairman, Ana Bell, accused the bank of fraud.', 'Harbour council chairman, Ana Bell'],
  ['The mayor, a doctor, accused the bank of fraud.', 'The mayor, a doctor'],
  ['Late last month Social Affairs minister Ana Bell said that rain is wet.', 'Social Affairs minister Ana Bell'],
  ['Last week chairman Ana Bell said that rain is wet.', 'chairman Ana Bell'],
  ['On Tuesday Ms Bell denied that rain is wet.', 'Ms Bell'],
  ['Earlier this year Ms Bell told reporters that rain is wet.', 'Ms Bell'],
  ['Yesterday police said that rain is wet.', 'police'],
  ['Sunday Times editor Ana Bell said that rain is wet.', 'Sunday Times editor Ana Bell'],
  ['The Tuesday statement said that rain is wet.', 'The Tuesday statement'],
  ['In 2004 Bell said that rain is wet.', 'Bell'],
  ['“It rains,” a tired Ana Bell confided in a friend.', 'a tired Ana Bell'],
  ['“Does it rain?”, implored guitar-toting campaigner Ana Bell.', 'guitar-toting campaigner Ana Bell'],
  ["Last year's winner said that rain is wet.", "Last year's winner"],
  ['“It rains,” said harbour spokesman the Rev. Ana Bell on Monday.', 'harbour spokesman the Rev. Ana Bell'],
  ['The report, prepared for Cem Dahl, the energy minister, describes a chain of small omissions.', 'The report'],
  ['A letter seen by the Harbour Courier suggests that rain is wet.', 'A letter'],
  ['The union representing ferry pilots says that rain is wet.', 'The union'],
  ['People living near the bridge said that rain was wet.', 'People'],
  ['It rained so hard that managers told their staff to stay.', 'managers'],
  ['The board of elections on Monday rejected both objections.', 'The board of elections'],
  ['Defenders of the bridge today said that rain is wet.', 'Defenders of the bridge'],
  ['Years after Ana Bell said that rain is wet, it rained.', 'Ana Bell'],
  ['Ana Bell, joined by Cem Dahl, said that rain is wet.', 'Ana Bell'],
  ['Cem Dahl, asked by Ana Bell, said that rain is wet.', 'Cem Dahl'],
  ['A spokesman for the airline, Norwind Airways, said that rain is wet.', 'A spokesman for the airline'],
  ['Prices fell, which analysts at the bank called “a surprise”.', 'analysts at the bank'],
  ['That would be “reckless”, in the words of former mayor Ana Bell.', 'former mayor Ana Bell'],
  ['Officials who spoke with the Harbour Courier said that rain is wet.', 'Officials'],
  ['Those who have worked with Cem Dahl say that rain is wet.', 'Those'],
  ['Nearly half of the voters said the bridge should be closed.', 'Nearly half of the voters'],
  ['About 9 percent said they had no preference.', 'About 9 percent'],
  ['Most drivers said the tunnel was too narrow.', 'Most drivers'],
  ['Virtually all analysts say the company will fail.', 'Virtually all analysts'],
  ['Not everyone said the plan was good.', 'Not everyone'],
  ['Ana Bell, Cem Dahl and the city council said the harbour would stay open.', 'Ana Bell, Cem Dahl and the city council'],
  ['Sens. Ana Bell and Cem Dahl said the law would pass.', 'Sens. Ana Bell and Cem Dahl'],
  ['Liberal and conservative economists said taxes would rise.', 'Liberal and conservative economists'],
  ['In Norland, Ana Bell and Cem Dahl said the law would pass.', 'Ana Bell and Cem Dahl'],
  ['The mayor crossed the bridge, and Cem Dahl said it was safe.', 'Cem Dahl'],
  ['Neither Ana Bell nor Cem Dahl said the law would pass.', 'Neither Ana Bell nor Cem Dahl'],
  ['During his speech Mr Bell said the law would pass.', 'Mr Bell'],
  ['To this end the Harbour Courier said it would move.', 'the Harbour Courier'],
  ['According to his brother Karl Bell, the law will pass.', 'his brother Karl Bell'],
  ['“It rains,” wrote Ana Bell of the Harbour Courier in a note.', 'Ana Bell of the Harbour Courier'],
  ['Both Ana Bell and Cem Dahl said the law would pass.', 'Both Ana Bell and Cem Dahl'],
  ['An adviser to the campaign said the mayor would resign.', 'An adviser to the campaign'],
  ['A report by the council said the bridge was unsafe.', 'A report by the council'],
])('a source is a whole phrase, and no more: %s', (text, source) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => wordsOf(text, quote.source))).toEqual([source]);
});

test.each([
  ['“The bridge is unsafe,” Reuters quoted prosecutor Ana Bell as saying.', 'prosecutor Ana Bell'],
  ['The Courier quoted Ana Bell, a doctor, as saying that rain is wet.', 'Ana Bell, a doctor'],
  ['Ana Bell was quoted as saying that rain is wet.', 'Ana Bell'],
  ['Ana Bell has been quoted by Reuters as saying that rain is wet.', 'Ana Bell'],
  ['The Courier said that rain is wet.', 'The Courier'],
])('words that somebody passes on are those of whoever said them: %s', (text, source) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => wordsOf(text, quote.source))).toEqual([source]);
});

test.each([
  ['Asked by a teenager whether the ground would be sold for flats, Cem Dahl answered that he had no plans.', ['a teenager', 'Cem Dahl']],
  [
    'Pressed by Eva Stone on whether the ground would be sold for flats, Cem Dahl answered that he had no plans.',
    ['Eva Stone', 'Cem Dahl'],
  ],
  ['Asked by reporters on Monday about the bridge, Cem Dahl said it was safe.', ['reporters', 'Cem Dahl']],
  ['Asked whether the ground would be sold for flats, Cem Dahl answered that he had no plans.', ['', 'Cem Dahl']],
  ['Asked if he agreed, Cem Dahl said that rain is wet.', ['', 'Cem Dahl']],
  ['When asked about the bridge, Ana Bell replied: “It will open in May.”', ['', 'Ana Bell']],
])('a question is that of whoever asked it: %s', (text, sources) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => wordsOf(text, quote.source)).slice(-sources.length)).toEqual(sources);
});

test.each([
  ['Ana Bell is expected to win the race.', ''],
  ['Pupils told to ‘stay away’ as school floods', ''],
  ['Parents of the pupils were told by text message on Sunday night not to bring their children in.', ''],
  ['Cem Dahl is widely thought to be weighing a run of his own.', ''],
  ['Ana Bell was not told that rain is wet.', ''],
  ['Ana Bell was told by the council that the bridge is unsafe.', 'the council'],
  ['Ana Bell was warned by the council that the roof is unsafe.', 'the council'],
  ['Cem Dahl was told by Eva Stone that he would lose his job.', 'Eva Stone'],
  ['Councillors heard on Tuesday that the trains were late because drivers were tired.', ''],
  ['Ana Bell was convinced that rain is wet.', 'Ana Bell'],
  ['The mayor is worried that the rain will end.', 'The mayor'],
  ['Ana Bell said she was expected to win.', 'Ana Bell'],
])('who is spoken of says nothing: %s', (text, source) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => wordsOf(text, quote.source))).toEqual([source]);
});

/** Who said the last quote, by name. */
function lastSpeaker(text: string): string | null {
  const { quotes, people, organizations } = annotate({ text }, readModels());
  const { speaker, organization } = quotes.at(-1)!;
  return speaker !== null ? people[speaker]!.name : organization !== null ? organizations[organization]!.name : null;
}

test.each([
  ['A clerk, who asked not to be named, said that rain is wet. “They lost,” he said.', null],
  ['A foreman at the pier, who asked that his name not be used because he has a contract, sighed. “They lost,” he said.', null],
  ['A clerk spoke on condition of anonymity. “They lost,” he said.', null],
  ['A clerk, who asked not to be named, said that rain is wet. Cem Dahl smiled. “They lost,” he said.', 'Cem Dahl'],
  ['Cem Dahl, who asked not to be named, said that rain is wet. “They lost,” he said.', 'Cem Dahl'],
  ['Cem Dahl said that rain is wet. “They lost,” he said.', 'Cem Dahl'],
])('who asked not to be named is nobody whom the article names: %s', (text, speaker) => {
  expect(lastSpeaker(`Cem Dahl left the hall.\n\n${text}`)).toBe(speaker);
});

test.each([
  ['Cem Dahl himself said that rain is wet.', 'Cem Dahl'],
  ['Ana Bell, 31, left the club. Cem Dahl stayed. “We lost,” said the 31-year-old.', 'Ana Bell'],
  ['“We lost,” Ana Bell said. The 31-year-old said that rain is wet.', 'Ana Bell'],
  ['“We lost,” Ana Bell said. Cem Dahl laughed. The 31-year-old said that rain is wet.', null],
  ['Ana Bell, 31, and Cem Dahl, 31, left the club. “We lost,” said the 31-year-old.', null],
  ['Experts like Cem Dahl said that rain is wet.', null],
  ['Ford and General Motors said that rain is wet.', null],
  ['Ana Bell of Ford and General Motors said that rain is wet.', 'Ana Bell'],
  ['The Industrial and Commercial Bank of Norland said that rain is wet.', 'Industrial and Commercial Bank of Norland'],
  ['Neither Ana Bell nor Cem Dahl said that rain is wet.', null],
  ['Ana Bell or Cem Dahl said that rain is wet.', null],
  ['Ana Bell, the mayor, left. The mayor of Ostley’s spokesman said that rain is wet.', null],
  ['Karl Bell left. Ana Bell and Eva Stone stayed. Mrs Bell said that rain is wet.', 'Ana Bell'],
  ['Karl Bell left. Ana Bell and Eva Bell stayed. Mrs Bell said that rain is wet.', null],
  ['Ana Bell MP said that rain is wet.', 'Ana Bell'],
  ['The researchers, from the Halden Institute, filmed it. They found that rain is wet.', null],
  ['The Halden Institute filmed it. They said that rain is wet.', 'Halden Institute'],
  ['It was the Halden Institute (HI), which said that rain is wet.', 'Halden Institute'],
  ['Ana Bell (R-Ohio), who said that rain is wet, left.', 'Ana Bell'],
  ['Chairman Ana Bell left. She said that rain is wet.', 'Ana Bell'],
  ['Chairman Robin Bell left. Ms Bell said that rain is wet.', 'Robin Bell'],
  ['Spokesman Robin Bell left. She said that rain is wet.', null],
  ['Ernst and Young’s Ana Bell said that rain is wet.', 'Ana Bell'],
  ['Jonathan Irish left. Mr Irish said that rain is wet.', 'Jonathan Irish'],
  ['Mr President said that rain is wet.', null],
  ['The Tories said that rain is wet.', 'Tories'],
  ['The Halden Institute filmed it, but they said that rain is wet.', 'Halden Institute'],
  ['The Halden Institute said that rain is wet. “It pours,” they added.', 'Halden Institute'],
  ['The Halden Institute has filmed two clerks. They said that rain is wet.', null],
  ['The Halden Institute sent a letter to the crews before they said that rain is wet.', null],
  ['The Halden Institute is expected to measure, brokers said. They said that rain is wet.', null],
  ['The owners of Ostley Rovers left. They said that rain is wet.', null],
  ['Ana Bell of the Halden Institute left. They said that rain is wet.', null],
  ['Robin Bell left. They said that rain is wet.', 'Robin Bell'],
  ['Robin Bell and two clerks left. They said that rain is wet.', null],
  ['Robin Bell is a clerk. He left. They said that rain is wet.', null],
  ['Sources close to Mr Bell said that rain is wet.', null],
  ['The Bishop of Ostley, the Rt Rev Dr Ana Bell, said that rain is wet.', 'Ana Bell'],
  ['Counsel for the family, Ana Bell KC, said that rain is wet.', 'Ana Bell'],
  ['The Minister for Homes (Mr A. Bell) said that rain is wet.', 'A. Bell'],
  ['“Rain is wet,” said one of the council’s officials, Ana Bell.', 'Ana Bell'],
  ['Minister of Education Dr Ana Bell said that rain is wet.', 'Ana Bell'],
  ['Drummer Ana Bell left on Monday. It rained.\n\n“Rain is wet,” the drummer said.', 'Ana Bell'],
  ['Det Insp Ana Bell left on Monday. It rained.\n\n“Rain is wet,” said the detective.', 'Ana Bell'],
  ['The director of the Halden Institute, Ana Bell, told a conference that rain is wet.', 'Ana Bell'],
  ['Cabinet Secretary for Health Ana Bell said that rain is wet.', 'Ana Bell'],
  ['Former Secretary of State Ana Bell said that rain is wet.', 'Ana Bell'],
  ['Treasury Under Secretary Ana Bell said that rain is wet.', 'Ana Bell'],
  ['“It rains,” Ana Bell, a harbour spokesman told the Courier.', 'Ana Bell'],
  ['Ana Bell, harbour health spokesman said: “It rains.”', 'Ana Bell'],
  ['It rained on Ana Bell, a clerk said.', null],
  ['With Ana Bell, a clerk said that rain is wet.', null],
  ['Ana Bell, whose lawyer said that rain is wet, smiled.', null],
  ['A spokesman for Mayor Ana Bell said that rain is wet.', null],
  ['A lawyer for Harbour boss Ana Bell said that rain is wet.', null],
  ['Sources close to Finance Minister Ana Bell said that rain is wet.', null],
  ['One clerk inside the Harbour Courier said that rain is wet.', null],
  [
    'The Halden Institute of Coastal Research said that rain is wet. The institute said it would measure.',
    'Halden Institute of Coastal Research',
  ],
  ['The Halden Institute of Coastal Research said that rain is wet. The council said it would pay.', null],
])('%s means %s', (text, speaker) => {
  expect(lastSpeaker(text)).toBe(speaker);
});

test.each([
  ['Striking seamen, who say that rain is wet, stayed at home.', 'Striking seamen'],
  ['It was one of the clerks who said that rain is wet.', 'the clerks'],
  ['The mayor met a senior official who said that rain is wet.', 'a senior official'],
  ['This is something which suggests that the roof is wet.', 'something'],
])('who is meant by no name is called what the text calls them: %s', (text, description) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.at(-1)!.sourceDescription).toBe(description);
});

test('what somebody is called before their name is no part of what they say', () => {
  const text = 'Her lawyer, Cem Dahl, said his client was “a woman of good character” who had been “let down by others”.';
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => wordsOf(text, quote.content))).toEqual([
    'his client was “a woman of good character” who had been “let down by others”',
  ]);
});

test('neither words nor source begin or end inside a hyphenated word', () => {
  const text = 'Secretary-General Rui Costa “is deeply concerned”, his spokesman said.\n\nThe Ostley-born model said that rain is wet.';
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => [wordsOf(text, quote.source), wordsOf(text, quote.content)])).toEqual([
    ['his spokesman', 'Secretary-General Rui Costa “is deeply concerned”'],
    ['The Ostley-born model', 'that rain is wet'],
  ]);
});

test('a verb of saying in the next paragraph reports other words', () => {
  const text =
    'Her cousin Cem, who lost his home, says he wants to leave. “What is there to stay for?”\n\nThe Courier quoted the mayor as saying that all is well.';
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => [wordsOf(text, quote.source), wordsOf(text, quote.cue)])).toEqual([
    ['Her cousin Cem', 'says'],
    ['Her cousin Cem', 'says'],
    ['the mayor', 'quoted'],
  ]);
});

test.each([
  ['Asked whether she would stand again, Ana Bell said no.', ['Ana Bell: no.']],
  ['Asked whether it was safe, Ana Bell said no. Cem Dahl smiled.', ['Ana Bell: no.']],
  ['“Is it safe?” a clerk asked. Ana Bell said yes.', ['Ana Bell: yes']],
  ['Ana Bell said no words could tell it.', ['Ana Bell: no words could tell it']],
  ['Ana Bell said no. 5 was the best.', ['Ana Bell: no. 5 was the best']],
])('an answer of one word is a quote: %s', (text, answers) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => `${wordsOf(text, quote.source)}: ${wordsOf(text, quote.content)}`).slice(-answers.length)).toEqual(answers);
});

test.each([
  ['He will rest on Monday and is expected to play in May.', ''],
  ['Ana Bell left the firm in June and is said to be writing a book.', ''],
  ['Imports are expected to fall by a third.', ''],
  ['Ana Bell is widely known to like cats.', ''],
  ['Ana Bell, a reporter, said fares had risen and were expected to rise further.', 'Ana Bell, a reporter'],
  ['Cem Dahl was told on Monday by his lawyer that the case was lost.', 'his lawyer'],
])('of whom others expect or say something says nothing: %s', (text, source) => {
  const { quotes } = annotate({ text }, readModels());
  expect([...new Set(quotes.map((quote) => wordsOf(text, quote.source)))].join()).toBe(source);
});

test.each([
  ['“The north side is forgotten again, and nobody cares.”\nAna Bell, Ostley', 'Ana Bell'],
  ['“The north side is forgotten again, and nobody cares.”\n\nAna Bell', 'Ana Bell'],
  [
    '“Buses cost less than empty streets do.”\nAna Bell, mayor\n\n“The bridge is older than the town around it.”\nCem Dahl, Ostley',
    'Ana Bell, mayor, Cem Dahl',
  ],
  [
    'ANA BELL, MAYOR\n\n“Buses cost less than empty streets do.”\n\nCEM DAHL\n\n“The bridge is older than the town around it.”',
    'ANA BELL, CEM DAHL',
  ],
  [
    'Ana Bell, mayor\n“Buses cost less than empty streets do.”\n\nCem Dahl\n“The bridge is older than the town around it.”\n\nEva Strand\nThe hall closes.',
    'Ana Bell, mayor, Cem Dahl',
  ],
  ['“Buses cost less than empty streets do.” (Ana Bell)\n\n“The bridge is older than I.” (Cem Dahl, mayor)', 'Ana Bell, Cem Dahl, mayor'],
  ['“It rains.” – Ana Bell\n\n“It pours” – Cem Dahl', 'Ana Bell'],
  ['The hall will close. “A town without a market is a car park.”\n\nAna Bell, Ostley', ''],
  ['“The north side is forgotten again, and nobody cares.”\n\nAna Bell smiled.', ''],
])('a line with a name, a dash and a name, or a name in brackets, signs the words beside it: %s', (text, sources) => {
  const { quotes } = annotate({ text }, readModels());
  expect(quotes.map((quote) => wordsOf(text, quote.source)).join(', ')).toBe(sources);
});

test.each([
  ['“It rains,” Bell said, according to the Courier. “It pours.”', ['Ana Bell: It rains, … It pours.']],
  ['“It rains,” Bell told reporters, according to a transcript of the show.', ['Ana Bell: It rains,']],
  ['“It rains and it pours,” Bell said on Monday, according to two people in the room.', ['Ana Bell: It rains and it pours,']],
])('words in quotation marks are whose they are, from whomever the paper has them: %s', (text, said) => {
  const full = `Ana Bell met reporters on Monday. ${text}`;
  const { quotes, people } = annotate({ text: full }, readModels());
  expect(
    quotes.map(
      ({ content, speaker }) =>
        `${speaker === null ? null : people[speaker]!.name}: ${content.map(({ start, end }) => full.slice(start, end)).join(' … ')}`,
    ),
  ).toEqual(said);
});

test.each([
  ['“It rains,” said bank analyst Ana Bell of Calder’s research arm.', 'Ana Bell'],
  ['“It rains,” said analyst Ana Bell of Calder’s strong results.', 'Ana Bell'],
  ['Ana Bell left. The mayor of Ostley’s spokesman said that rain is wet.', null],
  ['Ana Bell’s lawyer at Calder’s office said that rain is wet.', null],
])('a name before what it hangs on is the speaker’s: %s', (text, name) => {
  const { quotes, people } = annotate({ text }, readModels());
  expect(quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name))).toEqual([name]);
});

test.each([
  ['Harbour clerk ‘did nothing wrong’, inquiry told\n\nThe inquiry opened on Monday.', ''],
  ['Fire eases but locals told: ‘Do not go home’\n\nThe fire is out.', ''],
  ['Harbour clerk ‘did nothing wrong’, inquiry hears\n\nThe inquiry opened on Monday.', ''],
  ['Harbour clerk ‘did nothing wrong’, inquiry told\n\nBy Ana Bell\nHarbour correspondent\n\nThe inquiry opened on Monday.', ''],
  ['Harbour clerk ‘did nothing wrong’, Ana Bell tells inquiry\n\nThe inquiry opened on Monday.', 'Ana Bell'],
])('who is told says nothing: %j', (text, source) => {
  const { quotes } = annotate({ text }, readModels());
  expect([...new Set(quotes.map((quote) => wordsOf(text, quote.source)))].join()).toBe(source);
});
