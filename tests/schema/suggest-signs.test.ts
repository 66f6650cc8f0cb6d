import { expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

// Names are typed without the signs in them, or with a space too many.

const { client } = await testDatabase();
const app = createApp(client);
await save(
  client,
  [
    saving(
      'https://news.example/signs',
      "Pat O'Brien of Aix-les-Mers met Jean-Luc d'Arcy and Omar al-Sadr of Bre-X. “Well,” said O'Brien. “No,” said Jean-Luc d'Arcy. “Yes,” said Omar al-Sadr. Jeanpaul Ny said “Oh.”",
      {
        people: [
          { name: "Pat O'Brien", forms: ["Pat O'Brien", "O'Brien"] },
          { name: "Jean-Luc d'Arcy" },
          { name: 'Omar al-Sadr' },
          { name: 'Jeanpaul Ny' },
        ],
        organizations: [{ name: 'Bre-X' }],
        places: ['Aix-les-Mers'],
        quotes: [
          { content: 'Well,', speaker: 0 },
          { content: 'No,', speaker: 1 },
          { content: 'Yes,', speaker: 2 },
          { content: 'Oh.', speaker: 3 },
        ],
      },
      { headline: "It's O'Brien’s port", publisher: "D'Ostley Post" },
    ),
  ],
  'test',
);

test.each([
  ['obrien', ["Pat O'Brien"]],
  ['OBri', ["Pat O'Brien"]],
  ['pat obrien', ["Pat O'Brien"]],
  ["o'brien", ["Pat O'Brien", "It's O'Brien’s port"]],
  ['o brien', ["Pat O'Brien", "It's O'Brien’s port"]],
  ['jeanluc', ["Jean-Luc d'Arcy"]],
  ['jean luc darcy', ["Jean-Luc d'Arcy"]],
  ['darcy', ["Jean-Luc d'Arcy"]],
  ['alsadr', ['Omar al-Sadr']],
  ['jean paul', ['Jeanpaul Ny']],
  ['brex', ['Bre-X']],
  ['aixles', ['Aix-les-Mers']],
  ['dostley', ["D'Ostley Post"]],
  ["d'ostley p", ["D'Ostley Post"]],
  ["it's o'b", ["It's O'Brien’s port"]],
  ['ob', []],
  ['brenno', []],
  ['jeanluk', []],
  ['obrien who is not here at all, nor elsewhere', []],
])('%j finds %j', async (text, expected) => {
  const { data, errors } = await ask(app, 'query ($text: String!) { suggest(text: $text) { text } }', { text });
  expect(errors).toBeUndefined();
  expect(data.suggest.map(({ text }: { text: string }) => text)).toEqual(expected);
});
