import { expect, test } from 'vitest';
import { settingsFor } from '../../src/db/embedded/settings.ts';

const GB = 1024 ** 3;

test.each([
  ['a container with 512 MB', 0.5 * GB, '128MB'],
  ['a small machine', 2 * GB, '256MB'],
  ['a laptop', 8 * GB, '1024MB'],
  ['a large server, where others work too', 256 * GB, '1024MB'],
])('the own server keeps an eighth of the memory for its pages, within bounds: %s', (_, memory, buffers) => {
  expect(settingsFor(memory).shared_buffers).toBe(buffers);
});
