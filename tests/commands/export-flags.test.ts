import { expect, test } from 'vitest';
import { type ExportFlags, exportOptionsOf } from '../../src/commands/export-flags.ts';

test.each<[output: string | undefined, flags: Partial<ExportFlags>, format: string, gzip: boolean]>([
  [undefined, {}, 'jsonl', false],
  ['out/quotes.csv', {}, 'csv', false],
  ['quotes.jsonld', {}, 'jsonld', false],
  ['quotes.jsonl', {}, 'jsonl', false],
  ['QUOTES.CSV.GZ', {}, 'csv', true],
  ['csv', {}, 'jsonl', false],
  ['quotes.txt', {}, 'jsonl', false],
  ['quotes.csv', { format: 'jsonl' }, 'jsonl', false],
  ['quotes', { gzip: true }, 'jsonl', true],
])('to %s with %j is written as %s, compressed: %s', (output, flags, format, gzip) => {
  const typed = { what: 'quotes', gzip: false, bom: false, ...(output !== undefined && { output }), ...flags } as const;
  expect(exportOptionsOf(typed)).toMatchObject({ format, gzip });
});

test.each([
  ['2031-03-04', '2031-03-05'],
  ['2031-03-04', '2031-03-04'],
  [undefined, '2031-03-04'],
])('--from %s --to %s is a period', (from, to) => {
  const typed = { what: 'quotes', gzip: false, bom: false, to, ...(from !== undefined && { from }) } as const;
  expect(exportOptionsOf(typed).filter).toMatchObject({ to: new Date(to) });
});

test('--to before --from is refused', () => {
  const typed = { what: 'quotes', gzip: false, bom: false, from: '2031-03-05', to: '2031-03-04' } as const;
  expect(() => exportOptionsOf(typed)).toThrow('--to 2031-03-04: it is before --from 2031-03-05; swap them.');
});

test.each([
  [undefined, null],
  ['-', null],
  ['./-', './-'],
  ['quotes.csv', 'quotes.csv'],
])('--output %s goes to the file %s', (output, file) => {
  expect(exportOptionsOf({ what: 'quotes', gzip: false, bom: false, ...(output !== undefined && { output }) })).toMatchObject({
    output: file,
  });
});

test.each([
  [{ output: '' }, '--output: it names no file; name one, or leave it out for standard output.'],
  [{ publisher: '' }, '--publisher : a name has 1 to 300 characters.'],
  [{ keyword: ' ' }, '--keyword  : a name has 1 to 300 characters.'],
])('what names nothing is refused: %j', (flags, message) => {
  expect(() => exportOptionsOf({ what: 'quotes', gzip: false, bom: false, ...flags })).toThrow(message);
});

test('filters are what they name', () => {
  const filter = { section: 'Weather', language: 'pt-BR', speaker: 'Ana Bell', organization: 'Harbour Board' };
  expect(exportOptionsOf({ what: 'quotes', gzip: false, bom: false, ...filter, language: 'pt_br' }).filter).toMatchObject(filter);
  expect(() => exportOptionsOf({ what: 'quotes', gzip: false, bom: false, language: 'english' })).toThrow('--language english');
});
