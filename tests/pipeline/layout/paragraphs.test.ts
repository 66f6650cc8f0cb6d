import { expect, test } from 'vitest';
import { splitParagraphs } from '../../../src/pipeline/layout/paragraphs.ts';

const PROSE = `Ostley council votes to keep ferry
The council of Ostley voted on Monday to keep the ferry to Marrow
Island. “We will not leave the island without a boat,” said mayor
Ana Bell. “That would be a disgrace for all of us.”
Tom Dahl, who runs the ferry, said the fight had been long and that
he was relieved. “I am going to sleep,” he said. The boat itself is
older than the pier and will be painted in May, if the budget lets
the council buy the paint.`;

const TABLE = `Profit of the Ostley Ferry Company 788 mln crowns vs 872 mln
Sales of the Ostley Ferry Company 4.21 billion vs 4.11 billion
Income of the Ostley Ferry Company 521 mln crowns vs 604 mln
Dividend of the Ostley Ferry Company 20 pct unchanged in all`;

test.each([
  ['blocks between blank lines', 'One\nand one.\n\nTwo.', ['One\nand one.', 'Two.']],
  ['lines where none is blank', 'One.\nTwo.', ['One.', 'Two.']],
  [
    'those of a text that a program broke into lines',
    PROSE,
    [PROSE.split('\n')[0], PROSE.split('\n').slice(1, 4).join('\n'), PROSE.split('\n').slice(4).join('\n')],
  ],
  ['the lines of a table', TABLE, TABLE.split('\n')],
  ['items of a list', 'They said:\n\n• “We won.”\n• “We lost.”', ['They said:', '• “We won.”', '• “We lost.”']],
  ['items with dashes', 'They said:\n\n- “We won.”\n- “We lost.”', ['They said:', '- “We won.”', '- “We lost.”']],
  ['but no signature', '“We won.”\n- Ana Bell\n\nShe left.', ['“We won.”\n- Ana Bell', 'She left.']],
])('%s are paragraphs', (_, text, expected) => {
  expect(splitParagraphs({ text }).paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
