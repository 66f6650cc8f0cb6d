import { expect, test } from 'vitest';
import { readModels } from '../../../src/models.ts';
import { annotate } from '../../../src/pipeline/index.ts';

const models = readModels();

const namedIn = (text: string) => {
  const { organizations, people, places } = annotate({ text }, models);
  const forms = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => text.slice(start, end));
  return {
    organizations: organizations.map(({ spans }) => forms(spans)),
    others: [...people, ...places].flatMap(({ spans }) => forms(spans)),
  };
};

test.each([
  ['whole', 'Sales at Dahlmail.com rose by a tenth.', [['Dahlmail.com']]],
  ['of a charity', 'Ana Bell works for OstleyAction.org in Halden.', [['OstleyAction.org']]],
])('a site that is written with a capital is an organization, %s', (_, text, organizations) => {
  expect(namedIn(text).organizations).toEqual(organizations);
  expect(namedIn(text).others.join()).not.toContain('.');
});

test.each(['The site dahlmail.com was down on Monday.', 'She wrote to ana@Dahlmail.com on Monday.'])('no name: %s', (text) => {
  expect(namedIn(text)).toEqual({ organizations: [], others: [] });
});

test('a source at a site is found with all of its name', () => {
  const text = 'Iggy Dahl, chief revenue officer at Dahlmail.com, said that sales rose.';
  const [quote] = annotate({ text }, models).quotes;
  expect(quote!.source.map(({ start, end }) => text.slice(start, end))).toEqual(['Iggy Dahl, chief revenue officer at Dahlmail.com']);
});
