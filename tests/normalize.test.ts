import { expect, test } from 'vitest';
import { normalize } from '../src/normalize.ts';
import { testDatabase } from './support/database.ts';

const NAMES: readonly [name: string, normalized: string][] = [
  ['Ana  BELL', 'ana bell'],
  ['José Núñez', 'jose nunez'],
  ['Jean-Luc O’Brien, Jr.', 'jean luc o brien jr'],
  ['Søren Ærø', 'soren aero'],
  ['Łukasz Đoković', 'lukasz dokovic'],
  ['İpek Yıldırım', 'ipek yildirim'],
  ['Groß & Söhne', 'gross sohne'],
  ['Þór Guðmundsson', 'thor gudmundsson'],
  ['Кто сказал', 'кто сказал'],
  ['李小龍', '李小龍'],
  ['!!', '!!'],
];

test.each(NAMES)('%s is looked for as %s', (name, normalized) => {
  expect(normalize(name)).toBe(normalized);
});

test('a letter is what search takes it for', async () => {
  const { client } = await testDatabase();
  const letters = [...'ßæœøłđðþħıŧŋéñüğ'];
  const [row] = await client.$queryRaw<{ folded: string[] }[]>`SELECT array_agg(quotewire_fold(letter) ORDER BY nth) AS folded
    FROM unnest(${letters}::text[]) WITH ORDINALITY AS letters(letter, nth)`;
  expect(letters.map(normalize)).toEqual(row!.folded);
});
