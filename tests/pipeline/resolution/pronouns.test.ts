import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

/** Who said the last quote, by name. */
function lastSpeaker(text: string): string | null {
  const { quotes, people, organizations } = annotate({ text }, readModels());
  const { speaker, organization } = quotes.at(-1)!;
  return speaker !== null ? people[speaker]!.name : organization !== null ? organizations[organization]!.name : null;
}

test.each([
  ['Peter Orme asked Thomas Pell if he had called the police. He said he had not.', 'Thomas Pell'],
  ['Peter Orme asked Sir Thomas Pell when he had last slept. “I cannot recall,” he said.', 'Thomas Pell'],
  ['Peter Orme asked Laura Pell when she had last slept. “I cannot recall,” he said.', 'Peter Orme'],
  ['Peter Orme told Thomas Pell that he had called the police. He said he was glad.', 'Peter Orme'],
  ['Peter Orme asked the council if he might go. He said he was glad.', 'Peter Orme'],
])('whom a question names answers it: %s', (text, speaker) => {
  expect(lastSpeaker(text)).toBe(speaker);
});

test.each([
  ['The head of the harbour said both sides had shouted. He said that Oskar Blum had thrown a pencil. “He threw it,” he said.', null],
  ['The prosecutor said that Oskar Blum had lied. “It was plain,” he said.', null],
  ['Officials said that Oskar Blum had resigned. “I am tired,” he said.', 'Oskar Blum'],
  ['The report said that Oskar Blum had resigned. “I am tired,” he said.', 'Oskar Blum'],
  ['Her spokeswoman said that Oskar Blum had resigned. “I am tired,” he said.', 'Oskar Blum'],
  ['Ida Strand’s husband was cross. “I am cross,” he said.', null],
  ['Solange Perrin wanted to sail. Her father, a baker, disapproved. “No,” he told her.', null],
  ['Solange Perrin wanted to sail. Her father, a baker, disapproved. “I want to sail,” she told him.', 'Solange Perrin'],
  ['Peter Orme wanted to sail. His father, a baker, disapproved. “I want to sail,” he said.', 'Peter Orme'],
])('“he” is rather whoever spoke or heads the sentence before than who is spoken of: %s', (text, speaker) => {
  expect(lastSpeaker(text)).toBe(speaker);
});

test.each([
  [
    'Laura Pell asked Peter Orme on Monday about it.\n\n“Do you think it is safe?” Laura Pell asked Peter Orme.\n\n“Not at all.”',
    'Peter Orme',
  ],
  ['Peter Orme stood in the dock. “Is it safe?” Laura Pell asked.\n\n“Do you hear me, Mr Orme?” she asked.\n\n“I hear you.”', 'Peter Orme'],
  ['“Did you hate your work at the harbour?” Laura Pell asked.\n\n“No. I hated the rain on the quay.”', null],
  ['Laura Pell spoke. “Will there be tolls on the bridge?” a reporter shouted.\n\n“Not while I live.”', null],
  ['“Do you want rain in the harbour?” Laura Pell asked.\n\n“No,” said Peter Orme. “We want the sun.”', 'Peter Orme'],
  ['“Why should we pay for this?” Peter Orme asked.\n\n“We have paid enough already. The bridge is theirs.”', 'Peter Orme'],
  ['“It is bad,” Peter Orme said.\n\n“You all know that it is.”', 'Peter Orme'],
])('who asks does not answer in the next paragraph: %j', (text, speaker) => {
  expect(lastSpeaker(text)).toBe(speaker);
});
