import { expect, test } from 'vitest';
import type { Document } from '../../src/document.ts';
import { inTurn } from '../../src/loading/in-turn.ts';

/** Documents at places that letters name; a capital holds the text of the small letter. */
const documents = (keys: string) =>
  [...keys].map((key) => ({ origin: { kind: 'URL', key }, text: key.toLowerCase() }) as unknown as Document);

test.each([
  ['other places', ['ab', 'cd', 'ef'], ['+ab', '+cd', '+ef', '-ab', '-cd', '-ef']],
  ['one place in two', ['ab', 'bc', 'de'], ['+ab', '+de', '-ab', '+bc', '-de', '-bc']],
  ['one place in all', ['a', 'a', 'a'], ['+a', '-a', '+a', '-a', '+a', '-a']],
  ['one text in two places', ['a', 'A', 'b'], ['+a', '+b', '-a', '+A', '-b', '-A']],
  ['nothing', ['', '', ''], ['+', '+', '+', '-', '-', '-']],
])('batches are stored side by side, and in turn where they hold the same place or text: %s', async (_, batches, expected) => {
  const told: string[] = [];
  const store = inTurn(
    async (batch: string) => batch,
    async (batch) => {
      told.push(`+${batch}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      told.push(`-${batch}`);
    },
    documents,
  );
  await Promise.all(batches.map(store));
  expect(told).toEqual(expected);
});

test('a batch that fails holds up none, and its error is its own', async () => {
  const store = inTurn(
    async (batch: string) => batch,
    async (batch) => {
      if (batch === 'a') throw new Error('no');
      return batch;
    },
    documents,
  );
  const ends = await Promise.allSettled(['a', 'ab', 'b'].map(store));
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
});

test('a batch that takes long to prepare holds up only those of the same place or text', async () => {
  const stored: string[] = [];
  const store = inTurn(
    async (batch: string) => {
      if (batch === 'ab') await new Promise((resolve) => setTimeout(resolve, 20));
      return batch;
    },
    async (batch) => stored.push(batch),
    documents,
  );
  await Promise.all(['ab', 'bc', 'cd', 'e'].map(store));
  expect(stored).toEqual(['e', 'ab', 'bc', 'cd']);
});
