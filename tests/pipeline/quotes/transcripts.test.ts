import { describe, expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const linesOf = (text: string) => {
  const { quotes, people } = annotate({ text }, readModels());
  const outer = quotes.filter(({ within }) => !within);
  return outer.map(({ content, source, speaker, attribution }) =>
    [
      content.map(({ start, end }) => text.slice(start, end)).join(' … '),
      source.map(({ start, end }) => text.slice(start, end)).join(' … ') || '–',
      speaker === null ? '–' : people[speaker]!.name,
      attribution,
    ].join(' | '),
  );
};

const INTRO = 'Ana Bell has run the harbor for nine years. We met in her office.\n\n';

describe('a transcript is read turn by turn', () => {
  test.each([
    [
      'names in capitals; the paper asks, which is no quote',
      `${INTRO}COURIER: Will you stay?\n\nBELL: I said yes to everyone. Ask the board.\n\nCOURIER: And then?\n\nBELL: Then we shall see.`,
      ['I said yes to everyone. Ask the board. | BELL | Ana Bell | SURNAME', 'Then we shall see. | BELL | Ana Bell | SURNAME'],
    ],
    [
      'Q and A, where A is whom the article is about',
      `${INTRO}Q: You said you would resign. Will you?\n\nA: No. I will stay.\n\nQ: Why?\n\nA: Because I can.`,
      ['No. I will stay. | – | Ana Bell | ELLIPSIS', 'Because I can. | – | Ana Bell | ELLIPSIS'],
    ],
    [
      'question and answer on lines of one paragraph; the paper’s own reporter answers nothing',
      'Ana Bell has run the harbor for nine years. She sat down with Rob Wills.\n\nQ: Will you stay?\nA: I will.\n\nQ: Why?\nA: Because I can.',
      ['I will. | – | Ana Bell | ELLIPSIS', 'Because I can. | – | Ana Bell | ELLIPSIS'],
    ],
    [
      'what somebody reports in a turn is part of it',
      `${INTRO}BELL: He said, “You see?” I said that is the law.\n\nDAHL: You answered it.\n\nBELL: I did?`,
      [
        'He said, “You see?” I said that is the law. | BELL | Ana Bell | SURNAME',
        'You answered it. | DAHL | Dahl | SURNAME',
        'I did? | BELL | Ana Bell | SURNAME',
      ],
    ],
    [
      'a turn of several paragraphs, up to what is no speech',
      `${INTRO}BELL: I said yes.\n\nI said it to everyone.\n\n(LAUGHTER)\n\nDAHL: You did.\n\nA new bridge\n\nBELL: I did. Twice.\n\nThe harbor lies below her window. “You can hear it,” she says.\n\nDAHL: You can.`,
      [
        'I said yes. … I said it to everyone. | BELL | Ana Bell | SURNAME',
        'You did. | DAHL | Dahl | SURNAME',
        'I did. Twice. | BELL | Ana Bell | SURNAME',
        'You can hear it, | she | Ana Bell | PRONOUN',
        'You can. | DAHL | Dahl | SURNAME',
      ],
    ],
    [
      'answers with a label, questions without',
      `${INTRO}Will you stay?\n\nA: I will.\n\nWhy?\n\nA: Because I can.\n\nAnd then?\n\nA: Then we shall see.`,
      ['I will. | – | Ana Bell | ELLIPSIS', 'Because I can. | – | Ana Bell | ELLIPSIS', 'Then we shall see. | – | Ana Bell | ELLIPSIS'],
    ],
    [
      'in quotation marks, with questions of somebody whom the paper quotes too',
      `${INTRO}"VARGAS: Will you stay?\n\n"BELL: I said yes.\n\n"But you know that.\n\n"(CROSSTALK)\n\n"VARGAS: And then?\n\n"BELL: Then we shall see."`,
      [
        'Will you stay? | VARGAS | Vargas | SURNAME',
        'I said yes. … But you know that. | BELL | Ana Bell | SURNAME',
        'And then? | VARGAS | Vargas | SURNAME',
        'Then we shall see. | BELL | Ana Bell | SURNAME',
      ],
    ],
    ...[
      ['Q. Will you stay?', 'A. I will.', 'Q. Why?', 'A. Because I can.'],
      ['Q — Will you stay?', 'A — I will.', 'Q — Why?', 'A — Because I can.'],
      ['Question: Will you stay?', 'Answer: I will.', 'Question: Why?', 'Answer: Because I can.'],
    ].map((lines): [string, string, string[]] => [
      `labels as in ${lines[0]}`,
      INTRO + lines.join('\n\n'),
      ['I will. | – | Ana Bell | ELLIPSIS', 'Because I can. | – | Ana Bell | ELLIPSIS'],
    ]),
    ...[
      ['Interviewer: Will you stay?', 'Bell: I will.', 'Interviewer: Why?', 'Bell: Because I can.'],
      ['Courier: Will you stay?', 'Bell: I will.', 'Courier: Why?', 'Bell: Because I can.'],
      ['[00:01] COURIER: Will you stay?', '[00:02] Bell: I will.', '[00:05] COURIER: Why?', '[00:09] Bell: Because I can.'],
      ['Courier (00:01): Will you stay?', 'Bell (00:02): I will.', 'Courier (00:05): Why?', 'Bell (00:09): Because I can.'],
      ['Courier 00:01\nWill you stay?', 'Bell 00:02\nI will.', 'Courier 00:05\nWhy?', 'Bell 00:09\nBecause I can.'],
    ].map((lines): [string, string, string[]] => [
      `labels as in ${lines[0]}`,
      INTRO + lines.join('\n\n'),
      ['I will. | Bell | Ana Bell | SURNAME', 'Because I can. | Bell | Ana Bell | SURNAME'],
    ]),
    [
      'names with a title, and what happens in the room',
      `Ana Bell and Tom Dahl met in the hall.\n\nMayor Bell: [gavel] You may begin.\n\nMr. Dahl: Thank you. (APPLAUSE)\n\nMayor Bell: Order!`,
      [
        'You may begin. | Mayor Bell | Ana Bell | SURNAME',
        'Thank you. | Mr. Dahl | Tom Dahl | SURNAME',
        'Order! | Mayor Bell | Ana Bell | SURNAME',
      ],
    ],
    [
      'initials with stops, and a name with what stands in brackets behind it',
      `Ana Bell and Tom Dahl met in the hall.\n\nAna Bell (Ostley) (Ind): Will you stay?\n\nT.D.: I will.\n\nA.B.: Why?`,
      [
        'Will you stay? | Ana Bell (Ostley) (Ind) | Ana Bell | NAME',
        'I will. | T.D. | Tom Dahl | SURNAME',
        'Why? | A.B. | Ana Bell | SURNAME',
      ],
    ],
    [
      'names with what they are behind a comma',
      'ANA BELL, HOST: Will you stay?\n\nSEN. TOM DAHL (D), NORLAND: I will.\n\nEVA STRAND, COURIER POLITICAL ANALYST: He will.\n\nBELL: Why?',
      [
        'Will you stay? | ANA BELL, HOST | Ana Bell | NAME',
        'I will. | SEN. TOM DAHL (D), NORLAND | Tom Dahl | NAME',
        'He will. | EVA STRAND, COURIER POLITICAL ANALYST | Eva Strand | NAME',
        'Why? | BELL | Ana Bell | SURNAME',
      ],
    ],
  ])('%s', (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

test.each([
  ['rubrics', `PHOTO: The harbor at noon.\n\n${INTRO}WATCH: The bridge opens.\n\nPHOTO: The bridge at dusk.`],
  ['lists', `${INTRO}Place: Ostley.\n\nTime: 9:30.\n\nPlace: Varn.\n\nTime: 10:30.`],
  ['results', `Ana Bell and Tom Dahl ran.\n\nAna Bell, Ostley: 9.81\n\nTom Dahl, Varn: 9.92`],
  ['numbers', `${INTRO}Tom Dahl lost.\n\nBell: 1,769.\n\nDahl: 1,501.\n\nBell: 46.\n\nDahl: 40.`],
  ['a label that comes once', `OSTLEY: Sun, 20 degrees.\n\nVARN: Rain, 12 degrees.\n\nLUND: Wind, 15 degrees.`],
])('%s are no transcript', (_, text) => {
  expect(linesOf(text)).toEqual([]);
});

test('the first turn of a transcript is no headline', () => {
  const text = 'Ana Bell (Courier): Will you stay?\n\nTom Dahl: I will.\n\nAna Bell (Courier): Why?';
  expect(annotate({ text }, readModels()).quotes.map(({ region }) => region)).toEqual(['BODY', 'BODY', 'BODY']);
});

test('a caption yields nothing, unless somebody speaks in it', () => {
  expect(linesOf('Photo: The swing bridge, known as “the Stuck One,” in August.')).toEqual([]);
  expect(linesOf('Photo: Ana Bell at the bridge. “We will build it,” Bell said.')).toEqual([
    'We will build it, | Bell | Ana Bell | SURNAME',
  ]);
});

test.each([
  'Correction: An earlier version of this article said that the ferry would sail.',
  'An earlier version of this story incorrectly said that Ana Bell was the mayor.',
  'This article has been updated to say that Ana Bell was the mayor.',
])('what a paper corrects says nobody: %s', (line) => {
  const text = `Ferry to close\n\nThe ferry will close in May.\n\n${line}`;
  expect(annotate({ text }, readModels()).quotes).toEqual([]);
});

test.each([
  'Have your say: Should the ferry stay? Tell us what you think',
  'What do you think: Is it right to say that the ferry is old?',
  'READ MORE: Ferry to close\n\nREAD MORE: Bridge to close\n\nHAVE YOUR SAY: Are they right?',
])('what leads elsewhere says nothing: %s', (line) => {
  const text = `Ferry to close\n\nThe ferry will close in May.\n\n${line}\n\nIt sails for ten years now.`;
  expect(annotate({ text }, readModels()).quotes).toEqual([]);
});
