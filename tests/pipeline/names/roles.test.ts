import { describe, expect, test } from 'vitest';
import { annotate } from '../../../src/pipeline/index.ts';

/** Every role that a text gives somebody, as `name: title @ organization`. */
const rolesIn = (text: string) =>
  annotate({ text }).people.flatMap(({ name, roles }) =>
    roles.map(({ title, organization }) => `${name}: ${title}${organization === null ? '' : ` @ ${organization}`}`),
  );

describe('a title before a name', () => {
  test.each([
    ['Work and Pensions Secretary Ana Bell left.', 'Work and Pensions Secretary'],
    ['Culture, Media and Sport Secretary Ana Bell left.', 'Culture, Media and Sport Secretary'],
    ['Secretary of State Ana Bell left.', 'Secretary of State'],
    ['Writer Ana Bell left.', 'Writer'],
    ['Prime minister-designate Ana Bell left.', 'Prime minister-designate'],
    ['Editor-in-chief Ana Bell left.', 'Editor-in-chief'],
    ['The ex-Greens education secretary Ana Bell left.', 'ex-Greens education secretary'],
    ['In 2030 head of field research Ana Bell left.', 'head of field research'],
    ['On Monday state Sen. Ana Bell left.', 'state Sen.'],
    ['Rep. Ana Bell left.', 'Rep.'],
    ['Army Lt. Col. Ana Bell left.', 'Army Lt. Col.'],
    ['It was won by the drummer Ana Bell.', 'drummer'],
    ['It was won by 21-year-old defender Ana Bell.', 'defender'],
    ['A doctor named Ana Bell left.', 'doctor'],
    // What is no part of it.
    ['It was a crestfallen coach, Ana Bell, who left.', 'coach'],
    ['At a briefing Finance Minister Ana Bell left.', 'Finance Minister'],
    ['He called the attack Greens leader Ana Bell made unfair.', 'Greens leader'],
    ['Her cousin Mayor Ana Bell left.', 'Mayor'],
    ['The harbour’s master pilot Ana Bell left.', 'master pilot'],
  ])('%s', (text, title) => {
    expect(annotate({ text }).people).toMatchObject([{ name: 'Ana Bell', roles: [{ title }] }]);
  });
});

describe('a title that commas set off', () => {
  test.each([
    ['Ana Bell, 24, a doctoral student who dived, left.', 'doctoral student'],
    ['Ana Bell, deputy mayor since 2028, left.', 'deputy mayor'],
    ['Ana Bell, the hydrologist advising the council, left.', 'hydrologist'],
    ['Ana Bell, the firm’s managing partner, left.', 'managing partner'],
    ['Ana Bell, a season-ticket holder, left.', 'season-ticket holder'],
    ['Ana Bell, mayor at the time, left.', 'mayor'],
    ['Ana Bell, an Ostley-based fund manager, left.', 'Ostley-based fund manager'],
    ['The paper’s correspondent in Ostley, Ana Bell, left.', 'correspondent in Ostley'],
    ['It rained, Ana Bell, president of the union said.', 'president of the union'],
    ['The mayor of Ostley, Ana Bell, left.', 'mayor of Ostley'],
    ['The firm’s new chief executive, Dame Ana Bell, left.', 'new chief executive'],
  ])('%s', (text, title) => {
    expect(annotate({ text }).people).toMatchObject([{ name: 'Ana Bell', roles: [{ title }] }]);
  });
});

describe('a title that a sentence gives', () => {
  test.each([
    ['Ana Bell became chairwoman in March.', 'chairwoman'],
    ['Ana Bell, who became a director in March, left.', 'director'],
    ['Ana Bell has been deputy director since 2026.', 'deputy director'],
    ['Ana Bell was elected mayor of Ostley in April.', 'mayor of Ostley'],
    ['Ana Bell, re-elected last month as treasurer, left.', 'treasurer'],
    ['Ana Bell was promoted to chief inspector in June.', 'chief inspector'],
    ['Ana Bell, who works as a nurse, left.', 'nurse'],
    ['Ana Bell joins the board as a director.', 'director'],
    ['Ana Bell is editor in chief of the paper.', 'editor in chief'],
    ['The board appointed Ana Bell chairwoman on Monday.', 'chairwoman'],
    ['The board has named Ana Bell as director.', 'director'],
  ])('%s', (text, title) => {
    expect(annotate({ text }).people.flatMap(({ roles }) => roles.map((role) => role.title))).toEqual([title]);
  });
});

describe('there is no role in', () => {
  test.each([
    'Until Ana Bell is elected mayor, Mr Dahl stays.',
    'If Ana Bell becomes chairwoman, Mr Dahl leaves.',
    'Ana Bell was never mayor.',
    'Ana Bell is a fantastic player.',
    'Ana Bell was named best director.',
    'Ana Bell served as President Dahl’s sherpa.',
    'Ana Bell met the mayor.',
    'Ana Bell, through a spokeswoman, declined.',
    'With Ana Bell, the minister was late.',
    'To Ana Bell, the minister said nothing.',
    'Ana Bell, King, Dahl and Moss played.',
  ])('%s', (text) => {
    expect(rolesIn(text).filter((role) => role.startsWith('Ana Bell'))).toEqual([]);
  });
});

describe('the organization of a role is', () => {
  test.each([
    ['named in it', 'Norland Group chairman Ana Bell left.', 'Norland Group chairman @ Norland Group'],
    ['named behind "of"', 'Ana Bell, chairman of Norland Group, left.', 'chairman of Norland Group @ Norland Group'],
    [
      'named behind "at"',
      'Ana Bell, vice president of product at Norland Group, left.',
      'vice president of product at Norland Group @ Norland Group',
    ],
    ['named for what is said', 'Ana Bell became director of the Halden Institute.', 'director of the Halden Institute @ Halden Institute'],
    ['the company named before', 'Norland Group lost. The company’s lawyer Ana Bell left.', 'lawyer @ Norland Group'],
    ['the body named before', 'Ostley City Council met. Council leader Ana Bell left.', 'Council leader @ Ostley City Council'],
    ['one of the body named before', 'Ostley City Council met. Ana Bell, a council member, left.', 'council member @ Ostley City Council'],
    ['what "its" stands for', 'Norland Group lost. Ana Bell, its treasurer, left.', 'treasurer @ Norland Group'],
    ['none that suits', 'Norland Group lost. The university’s rector Ana Bell left.', 'rector'],
    ['none of a sort', 'Norland Group lost. Ana Bell, a company director, left.', 'company director'],
    ['none that only hears it', 'He told Norland Group director Ana Bell had left.', 'director'],
    ['none', 'Norland Group lost. The director Ana Bell left.', 'director'],
  ])('%s: %s', (_, text, role) => {
    expect(rolesIn(text)).toEqual([`Ana Bell: ${role}`]);
  });
});

test('a short title is the word that it stands for: "the senator" is Sen. Bell', () => {
  const { quotes, people } = annotate({ text: 'Sen. Ana Bell arrived with Cem Dahl.\n\n“It rains,” the senator said.' });
  expect(people[quotes[0]!.speaker!]!.name).toBe('Ana Bell');
});

test('princes share no first name with others: "Prince Karl" is no Karl Dahl', () => {
  const { people } = annotate({ text: 'Prince Karl arrived. Karl Dahl stayed. Prince Karl smiled.' });
  expect(people.map(({ name, spans }) => [name, spans.length])).toEqual([
    ['Karl Dahl', 1],
    ['Karl', 2],
  ]);
});
