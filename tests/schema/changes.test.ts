import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { releasedSchema } from '../../src/paths.ts';
import { changesBetween } from '../../src/schema/changes.ts';
import { printed } from '../../src/schema/print.ts';

const API = 'type Query { quotes(first: Int, kind: Kind): [String!]! said: String } enum Kind { DIRECT MIXED }';
const changed = (from: string, to: string) => changesBetween(API, API.replace(from, to));

test.each([
  ['a field goes', 'said: String', ''],
  ['a field may be null that never was', '[String!]!', '[String!]'],
  ['a field has another type', 'said: String', 'said: Int'],
  ['an argument goes', 'first: Int, ', ''],
  ['an argument becomes required', 'first: Int', 'first: Int!'],
  ['a value of an enum goes', 'DIRECT MIXED', 'DIRECT'],
])('it breaks clients that %s', (_what, from, to) => {
  expect(changed(from, to).breaking).not.toEqual([]);
});

test.each([
  ['an enum gets another value', 'DIRECT MIXED', 'DIRECT INDIRECT MIXED'],
  ['an argument that may be left out comes', 'first: Int,', 'first: Int, after: String,'],
])('it may surprise clients that %s', (_what, from, to) => {
  expect(changed(from, to)).toMatchObject({ breaking: [], dangerous: [expect.any(String)] });
});

test.each([
  ['nothing changes', '', ''],
  ['a field comes', 'said: String', 'said: String cue: String'],
  ['a field is never null that may have been', 'said: String', 'said: String!'],
  ['a field is described', 'said:', '"What was said." said:'],
])('nobody notices that %s', (_what, from, to) => {
  expect(changed(from, to)).toEqual({ breaking: [], dangerous: [] });
});

test('the API breaks nothing that was released (where it must, npm run schema -- --release and a line in CHANGELOG.md)', () => {
  expect(changesBetween(readFileSync(releasedSchema, 'utf8'), printed()).breaking).toEqual([]);
});
