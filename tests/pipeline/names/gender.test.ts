import { describe, expect, test } from 'vitest';
import { annotate } from '../../../src/pipeline/index.ts';

/** The people of a text with the gender that it tells of each. */
const gendersIn = (text: string) => annotate({ text }).people.map(({ name, gender }) => [name, gender]);

describe('the gender of a person', () => {
  test.each([
    ['of a title', 'Chairwoman Zsuzsi Dahl left.', 'Zsuzsi Dahl', 'F'],
    ['of a given name', 'Mayor Thomas Dahl left.', 'Thomas Dahl', 'M'],
    ['of two pronouns in the sentence', 'Mayor Zsuzsi Dahl left before her train did. Dahl lost her way.', 'Zsuzsi Dahl', 'F'],
    ['of two pronouns that begin the next sentence', 'Mayor Zsuzsi Dahl left. He was late. Dahl ran. He fell.', 'Zsuzsi Dahl', 'M'],
    [
      'of most of the pronouns',
      'Mayor Zsuzsi Dahl left. She was late. Dahl ran. She fell. Dahl got up. She slept. Dahl and his dog ate.',
      'Zsuzsi Dahl',
      'F',
    ],
    ['of what the person is to others', 'He left with his wife, Mayor Zsuzsi Dahl, on Monday.', 'Zsuzsi Dahl', 'F'],
    ['of what the person is, set off', 'She left with her husband, Mayor Zsuzsi Dahl, on Monday.', 'Zsuzsi Dahl', 'M'],
    ['of an apposition', 'Mayor Zsuzsi Dahl, a mother of two, left.', 'Zsuzsi Dahl', 'F'],
    ['of “himself” for the subject', 'Mayor Zsuzsi Dahl called himself lucky.', 'Zsuzsi Dahl', 'M'],
  ])('is that %s', (_, text, name, gender) => {
    expect(gendersIn(text)).toContainEqual([name, gender]);
  });

  test.each([
    ['pronouns that disagree', 'Mayor Zsuzsi Dahl left. She was late. Dahl ran. She fell. Dahl slept. He ate.'],
    ['one pronoun, which may be somebody else’s', 'Mayor Zsuzsi Dahl left before her train did.'],
    ['a pronoun in quotation marks', 'Mayor Zsuzsi Dahl said: “It was his train.” Dahl said: “It was his day.”'],
    ['a pronoun behind somebody else', 'Mayor Zsuzsi Dahl met Ana Bell, who lost her train. Dahl met Ana Bell and her dog.'],
    ['a pronoun behind an owner', 'Mayor Zsuzsi Dahl’s driver lost her train. Dahl’s dog lost her way.'],
    ['a spokeswoman who speaks for the person', 'Mayor Zsuzsi Dahl, through a spokeswoman, declined.'],
    ['somebody else’s wife', 'She left her husband, Mayor Zsuzsi Dahl said.'],
    ['an apposition about somebody else', 'Mayor Zsuzsi Dahl, a lawyer for the mother, left.'],
    ['“herself” behind a preposition', 'Eva shares with Mayor Zsuzsi Dahl a view of herself.'],
    ['no pronoun', 'Mayor Zsuzsi Dahl left.'],
  ])('is not told by %s', (_, text) => {
    expect(gendersIn(text)).toContainEqual(['Zsuzsi Dahl', null]);
  });

  test('is not told by a given name that women and men bear', () => {
    expect(gendersIn('Mayor Sam Dahl left.')).toContainEqual(['Sam Dahl', null]);
  });
});
