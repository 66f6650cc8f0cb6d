import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExtracted } from '../../../src/extraction/extracted.ts';
import { parseGold } from '../../../src/gold/markup.ts';
import { readModels } from '../../../src/models.ts';
import { projectRoot } from '../../../src/paths.ts';
import { annotate, NO_MODELS } from '../../../src/pipeline/index.ts';
import { runs } from '../../support/runs.ts';

const models = { ...NO_MODELS, names: readModels().names };
const namesIn = (text: string) =>
  toExtracted(annotate({ text }, models)).entities.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

test('there are weights to test', () => {
  expect(models.names).not.toBeNull();
});

describe('the model finds names that no list has', () => {
  test.each([
    ['a person without a given name that is known', 'Zsuzsi Dahl runs the ferry.', ['PER Zsuzsi Dahl']],
    ['a town', 'She moved to Aldersyke in 2031, and her brother stayed in Velmark.', ['LOC Aldersyke', 'LOC Velmark']],
    ['a company by its form', 'Brightwater plc raised its prices. Shares of Brightwater fell.', ['ORG Brightwater plc', 'ORG Brightwater']],
    ['all of a name with a hyphen', 'Layla al-Karimi spoke. “It rains,” al-Karimi said.', ['PER Layla al-Karimi', 'PER al-Karimi']],
    ['a company called as people are', 'Sara Lee Co said it grew. Shares of Sara Lee fell.', ['ORG Sara Lee Co', 'ORG Sara Lee']],
    [
      'a given name of two syllables',
      'Kim Min-jae spoke. The Lee Kang-led team left with Chen Shui-bian.',
      ['PER Kim Min-jae', 'PER Lee Kang', 'PER Chen Shui-bian'],
    ],
    ['a ministry of two fields', 'The Finance and Economy Ministry said growth was slow.', ['ORG Finance and Economy Ministry']],
    ['“Jr.” with the name', 'Owen Mulroney Jr. left the bank.', ['PER Owen Mulroney Jr.']],
    ['a headline in capitals', 'CLINTON MEETS PUTIN IN GENEVA\nThe talks lasted an hour.', ['PER CLINTON', 'PER PUTIN', 'LOC GENEVA']],
    [
      'clubs that are called by their town',
      'SOCCER - RESULTS\nLeeds 2 Everton 0\nFulham 1 Barnsley 1\nChelsea 3 Derby 2',
      ['ORG Leeds', 'ORG Everton', 'ORG Fulham', 'ORG Barnsley', 'ORG Chelsea', 'ORG Derby'],
    ],
    [
      'people with their countries',
      'Results of the 200 metres:\n1. Ivana Holm (Norway) 22.31\n2. Petra Lund (Chile) 22.40',
      ['PER Ivana Holm', 'LOC Norway', 'PER Petra Lund', 'LOC Chile'],
    ],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });
});

describe('the words of a name tell', () => {
  test.each([
    ['letters behind a name are none of it', 'Judge Helen Carrick QC and Ana Bell MP spoke.', ['PER Helen Carrick', 'PER Ana Bell']],
    ['a judge is a person', 'Lord Justice Penrose will hear the case.', ['PER Penrose']],
    ['a lady of a town is a person', 'Lady Ashworth of Penn told reporters that it rains.', ['PER Ashworth of Penn']],
    ['but not of what has an article', 'Lady Ashworth of the Treasury left. Lord Bell left.', ['PER Ashworth', 'ORG Treasury', 'PER Bell']],
    [
      'an ampersand joins the halves of a company',
      'Marks & Spencer’s chief executive, Stuart Lane, left.',
      ['ORG Marks & Spencer', 'PER Stuart Lane'],
    ],
    ['a first name that looks like another word', 'Finance Minister Per Lund spoke. Lund left.', ['PER Per Lund', 'PER Lund']],
    ['people of one sort are nobody', 'Traders said that it rains. Farmers agreed.', []],
    ['a surname that ends like them is one', 'Masters said that it rains.', ['PER Masters']],
    ['an airline, said to be one, is no person', 'Budget airline Ryanair ordered planes. Ryanair grew.', ['ORG Ryanair', 'ORG Ryanair']],
    ['a company that has a chairman', 'Ryanair chairman David Bonderman left.', ['ORG Ryanair', 'PER David Bonderman']],
    ['a company by its first word', 'Calder Robotics moved. Calder says it grew.', ['ORG Calder Robotics', 'ORG Calder']],
    [
      'a person who has a company’s first word',
      'Calder Robotics moved. Ana Calder, its founder, left. Calder says it grew.',
      ['ORG Calder Robotics', 'PER Ana Calder', 'PER Calder'],
    ],
    ['a robber of banks is no bank', 'Bank robber Willie Sutton left.', ['PER Willie Sutton']],
    ['what a shop is called is none of its name', 'Retailer Tesco grew.', ['ORG Tesco']],
    ['a headline’s verb in capitals', 'Glenn Beck Says Trump Is A Threat\n\nIt rained.', ['PER Glenn Beck']],
    ['letters that only some languages have', 'Mayor Žofia Nováková met Đorđe Đoković.', ['PER Žofia Nováková', 'PER Đorđe Đoković']],
    ['a first name that is a title too', 'It was captain Dean Sharp who left. Sharp slept.', ['PER Dean Sharp', 'PER Sharp']],
    [
      'a surname alone is no club',
      'Rovers 2 Orient 1\nTarrant 7. Lewis Tarrant left.',
      ['ORG Rovers', 'ORG Orient', 'PER Tarrant', 'PER Lewis Tarrant'],
    ],
    [
      'what somebody is to others is none of a name',
      'Neighbour Bill Perks, 71, woke. Bill Perks left.',
      ['PER Bill Perks', 'PER Bill Perks'],
    ],
    ['God and Dad are nobody whom the paper quotes', 'Dad never spoke about God.', []],
    ['a letter begins with nobody', 'SIR – The road is closed.', []],
    ['what an MP is elected for is no person', 'Ana Bell, MP for Ostley and Wick, left.', ['PER Ana Bell', 'LOC Ostley', 'LOC Wick']],
    ['a party is nobody', 'Lib Dem leader Ana Bell met Tory Edward Dahl.', ['ORG Lib Dem', 'PER Ana Bell', 'PER Edward Dahl']],
    [
      'a word that begins a sentence is no name',
      'It fell. If Barclays Bank buys it, Ana Bell leaves.',
      ['ORG Barclays Bank', 'PER Ana Bell'],
    ],
    ['a club is no town', 'Petra Stein of the Sierra Club left.', ['PER Petra Stein', 'ORG Sierra Club']],
    ['a book is nobody', 'She threw a copy of Wolf Hall across the room. Ana Bell left.', ['PER Ana Bell']],
    ['a duke is no organization and no town', 'She met the Duke of Edinburgh and Ana Bell.', ['PER Ana Bell']],
    ['a law is no organization', 'The Ostley Reform Act passed. Ana Bell left.', ['PER Ana Bell']],
    ['what somebody plays is none of a name', 'It rained. Flanker Jason White left.', ['PER Jason White']],
    ['a lake is nobody', 'She swam in Loch Lomond. Ana Bell left.', ['LOC Loch Lomond', 'PER Ana Bell']],
    ['nor is one that nobody knows', 'Loch Varn is deep, Ana Bell said.', ['LOC Loch Varn', 'PER Ana Bell']],
    ['whom a letter is to is nobody', 'Madam, The ferry is late, the mayor said.', []],
    ['a man with a father’s name', 'It took years to find Osama Bin Laden.', ['PER Osama Bin Laden']],
    ['an office is no organization', 'The Chief Inspector of Mines met Ana Bell.', ['PER Ana Bell']],
    ['nor is one that has no “of”', 'The Attorney General met the Lord Chief Justice and Ana Bell.', ['PER Ana Bell']],
    [
      'but whom somebody works for is one',
      'Ana Bell, Chief Operating Officer of Calder Robotics, left.',
      ['PER Ana Bell', 'ORG Calder Robotics'],
    ],
    [
      'but a body that is called so is one',
      'The Scottish Executive said that it rains. Ana Bell left.',
      ['ORG Scottish Executive', 'PER Ana Bell'],
    ],
    [
      'words before a club that begin a sentence',
      'Former Chelsea striker Ana Bell left. Once Chelsea play, it rains.',
      ['ORG Chelsea', 'PER Ana Bell', 'ORG Chelsea'],
    ],
    [
      'what somebody is by country is none of a name',
      'She beat Swede Karin Lund. Briton Ana Bell won.',
      ['PER Karin Lund', 'PER Ana Bell'],
    ],
    ['an inhabitant is nobody', 'Ana Bell won. The 22-year-old Scot slept.', ['PER Ana Bell']],
    ['a ship is nobody', 'The trawler Orla sank. Ana Bell swam.', ['PER Ana Bell']],
    ['a bank that bears people’s names', 'Morgan Stanley fell. Ana Bell left.', ['ORG Morgan Stanley', 'PER Ana Bell']],
    ['what there are several of', 'The film won an Oscar. Oscar night was long.', []],
    ['what has an article', 'Lindqvist was less impressed. The Swede fumed.', ['PER Lindqvist']],
    ['a title in capitals', 'Chief Minister Arvind Rao left. The CM said that it rains.', ['PER Arvind Rao']],
    ['of whom there are many', 'Catholics say that it rains. Ana Bell met Catholics.', ['PER Ana Bell']],
    ['people of one trade', 'Dealers said that it rains. Correspondents agreed.', []],
    ['who is called by the first name', 'Donald Bell left. The Donald fumed.', ['PER Donald Bell', 'PER Donald']],
    ['a family’s rally', 'Mayor Ana Dahl left. The Dahl rally was long.', ['PER Ana Dahl', 'PER Dahl']],
    ['who has an initial', 'A Foley left. Foley won.', ['PER Foley', 'PER Foley']],
    ['a club that somebody plays for', 'Chelsea striker Ana Bell left. Chelsea won.', ['ORG Chelsea', 'PER Ana Bell', 'ORG Chelsea']],
    ['figures are no part of a name', '2,292,599 Piedmont Aviation shares fell in 1986.', ['ORG Piedmont Aviation']],
    ['but of some', 'The 9-11 Commission met 3Com Corp.', ['ORG 9-11 Commission', 'ORG 3Com Corp.']],
    ['what is an it', 'Calder fell in Ostley. Calder has said that it will wait.', ['ORG Calder', 'LOC Ostley', 'ORG Calder']],
    ['what has its own', 'Calder told reporters that it rains. Calder will close its hangar.', ['ORG Calder', 'ORG Calder']],
    ['whose shares fall', 'Calder’s shares fell in Ostley.', ['ORG Calder', 'LOC Ostley']],
    ['somebody whose words are about something', 'Mr Calder left. Calder said it was late.', ['PER Calder', 'PER Calder']],
    ['who employs analysts', 'Analysts at Charles Calder left. Charles Calder fell.', ['ORG Charles Calder', 'ORG Charles Calder']],
    [
      'a company by its first word, and its form',
      'Calloway Foods Inc fell. Calloway says it grew.',
      ['ORG Calloway Foods Inc', 'ORG Calloway'],
    ],
    [
      'a company by its first word, whatever it deals in',
      'Webber Electronics Inc lost a client. Earlier, Webber reported a loss.',
      ['ORG Webber Electronics Inc', 'ORG Webber'],
    ],
    ['a firm that bears two names', 'Alex Webber and Sons Inc said that rain is wet.', ['ORG Alex Webber and Sons Inc']],
    ['a person and a company', 'Ana Bell and Webber Foods Inc met.', ['PER Ana Bell', 'ORG Webber Foods Inc']],
    ['a company by its surname', 'F.W. Webber Co fell. Webber plans a sale.', ['ORG F.W. Webber Co', 'ORG Webber']],
    [
      'a person who founded a company',
      'Webber Electronics Inc lost a client. Its founder, Ana Webber, wept. Earlier, Webber reported a loss.',
      ['ORG Webber Electronics Inc', 'PER Ana Webber', 'PER Webber'],
    ],
    ['a designer by her first name', 'Laura Webber Holdings plc fell. Laura slept.', ['ORG Laura Webber Holdings plc', 'PER Laura']],
    ['what exchanges call a company is none of its name', 'Calloway Foods Inc (CLWF.N) fell.', ['ORG Calloway Foods Inc']],
    [
      'words of a headline are no names',
      'Police Hunt Ostley Robber\n\nAna Bell said police hunt a robber in Ostley.',
      ['LOC Ostley', 'PER Ana Bell', 'LOC Ostley'],
    ],
    [
      'a person of whom a headline tells',
      'Ana Bell Closes Old Bridge\n\nThe bridge in Ostley, she said, was unsafe.',
      ['PER Ana Bell', 'LOC Ostley'],
    ],
    [
      'the particle of a surname in capitals',
      'Jean-Luc de la Tour spoke. De la Tour said that it rains.',
      ['PER Jean-Luc de la Tour', 'PER De la Tour'],
    ],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });
});

test.each([
  ['William “Bill” Harker, the former sheriff, left. “It rains,” Bill said. Harker sighed.', ['William “Bill” Harker', 3]],
  ["Brian 'Head' Harker, the former sheriff, left. Harker sighed.", ["Brian 'Head' Harker", 2]],
])('a nickname in quotation marks stands in a name: %s', (text, expected) => {
  const { people } = annotate({ text }, models);
  expect(people.map(({ name, spans }) => [name, spans.length])).toEqual([expected]);
});

test.each([
  ['Boeing Co grew. Shares in Boeing rose.', 'Boeing Co'],
  ['The US Congress will vote. Congress said on Monday that it rains.', 'US Congress'],
])('what the list knows is one with its form of company or its country: %s', (text, expected) => {
  expect(annotate({ text }, models).organizations.map(({ name, gazetteer }) => [name, gazetteer !== null])).toEqual([[expected, true]]);
});

describe('rules are kept where they are certain:', () => {
  test.each([
    ['the dateline and its agency', 'PORT ELLERY, January 14. /TASS/. It rained.', ['LOC PORT ELLERY', 'ORG TASS']],
    ['organizations of the list', 'Ana Bell of the Kremlin met the White House.', ['PER Ana Bell', 'ORG Kremlin', 'ORG White House']],
    ['titles are no part of a name', 'Foreign Minister Ana Bell spoke.', ['PER Ana Bell']],
    ['no name ends with a bracket', 'Brightwater Inc and <Norvane A.G.> merged.', ['ORG Brightwater Inc', 'ORG Norvane A.G.']],
    ['whoever is called “Mr” is no town', 'Former leader William Hague left. Mr Hague replied.', ['PER William Hague', 'PER Hague']],
    ['the town itself is one', 'Mrs Paris moved to Paris.', ['PER Paris', 'LOC Paris']],
    ['short forms of countries', 'The US and the U.K. agreed.', ['LOC US', 'LOC U.K.']],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test('a title that the model leaves out is the role of whom it found', () => {
    const { people } = annotate({ text: 'Norwegian Fisheries Minister Zsuzsi Dahl spoke.' }, models);
    expect(people).toMatchObject([{ name: 'Zsuzsi Dahl', roles: [{ title: 'Norwegian Fisheries Minister', country: 'Norway' }] }]);
  });

  test('a name in capitals is the one that the article writes in small letters too', () => {
    const found = annotate({ text: 'ANA BELL QUITS OSTLEY COUNCIL\n\nAna Bell left Ostley on Monday. “I am tired,” Bell said.' }, models);
    expect(found.people.map(({ name, spans }) => [name, spans.length])).toEqual([['Ana Bell', 3]]);
  });

  test('a surname that two people bear is a name, and nobody’s', () => {
    const text = 'Mayor Ana Bell and Minister Eva Bell met. Bell left early.';
    const { people, unclearNames } = annotate({ text }, models);
    expect(people.map(({ name, spans }) => [name, spans.length])).toEqual([
      ['Ana Bell', 1],
      ['Eva Bell', 1],
    ]);
    expect(unclearNames).toEqual([{ start: 42, end: 46 }]);
    expect(namesIn(text)).toEqual(['PER Ana Bell', 'PER Eva Bell', 'PER Bell']);
  });
});

test('letters behind a name are nobody', () => {
  expect(namesIn('“It rains,” said Ana Bell, Ph.D., a biologist.')).toEqual(['PER Ana Bell']);
});

test.each([
  ['no names', 'The boat left the harbor at noon and came back at six on Monday.'],
  ['letters that stand for an office', 'It rained. The CEO said so. CEO says it is “wet”. “It rains,” said the VP.'],
  ['peoples and languages', 'Norwegians speak Norwegian.'],
  ['a headline in capitals without names', 'RAIN FLOODS THE HARBOR\nIt rained.'],
  ['no text', ''],
])('in %s there are none', (_, text) => {
  expect(namesIn(text)).toEqual([]);
});

/** Changes with the weights and with the code that uses them, and with nothing else: not with the machine, not with the version of Node. */
const GOLDEN = '4549ab09fbca0337';

test('the names of the sample articles are those that every machine finds', () => {
  const folder = join(projectRoot, 'samples/train');
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.gold'))
    .sort()
    .map((file) => namesIn(parseGold(file, readFileSync(join(folder, file), 'utf8')).text));
  expect(createHash('sha256').update(JSON.stringify(found)).digest('hex').slice(0, 16)).toBe(GOLDEN);
});

test('whatever the text, names lie in it, whole and apart', () => {
  const pieces = fc.constantFrom(
    'Ana ',
    'BELL',
    ' Ostley ',
    'the UN',
    'Mayor ',
    ' Jr.',
    '. ',
    '\n',
    '\n\n',
    ' (',
    ') ',
    '’s',
    '-',
    'al',
    ' of ',
    ' said ',
    '1',
    ', ',
    '\0',
    '\ud83d',
    'É',
    ' U.S. ',
    'ẞ',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { entities } = toExtracted(annotate({ text }, models));
      for (const [i, { start, end }] of entities.entries()) {
        expect(start).toBeGreaterThanOrEqual(entities[i - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      }
    }),
    { numRuns: runs(200, 10_000) },
  );
});
