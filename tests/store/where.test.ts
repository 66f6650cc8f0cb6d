import { expect, test } from 'vitest';
import { type Where, whereSql } from '../../src/store/read/where.ts';

test('rows of each level have a name of their own, however deep conditions stand in each other', () => {
  let where: Where = {};
  for (let level = 70; level > 0; level--) where = level % 2 === 0 ? { quotes: { some: where } } : { article: { is: where } };
  const names = [...whereSql('Quote', 'found', where).text.matchAll(/AS "(\w+)"/g)].map(([, name]) => name!.slice(0, 63));
  expect(new Set(names).size).toBe(70);
});
