import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flags } from '../../bench/flags.ts';

const { argv } = process;
const [printed, complained] = [vi.fn(), vi.fn()];
beforeEach(() => {
  for (const said of [printed, complained]) said.mockReset();
  vi.spyOn(console, 'log').mockImplementation(printed);
  vi.spyOn(console, 'error').mockImplementation(complained);
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ended with ${code}`);
  });
});
afterEach(() => {
  process.argv = argv;
  vi.restoreAllMocks();
});

const given = (...args: string[]) => {
  process.argv = ['node', 'bench.ts', ...args];
  return flags('usage', { articles: { type: 'string', default: '20' }, only: { type: 'boolean' } });
};

test('what is given is read, and what is not has its default', () => {
  expect(given('--only')).toMatchObject({ articles: '20', only: true });
});

test('--help prints the usage and ends well', () => {
  expect(() => given('--help')).toThrow('ended with 0');
  expect(printed.mock.calls).toEqual([['usage']]);
});

test.each([['--artcles', '3'], ['--articles'], ['20']])('%s ends with what is wrong and the usage', (...args) => {
  expect(() => given(...args)).toThrow('ended with 1');
  expect(complained.mock.calls[0]![0]).toMatch(/(?:'--artcles'|'--articles|'20').*\n\nusage$/s);
});
