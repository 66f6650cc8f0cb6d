import { describe, expect, test } from 'vitest';
import { organizationKey, speakerKey } from '../../src/linking/keys.ts';
import { annotate } from '../../src/pipeline/index.ts';

/** Who the only person, and what the only organization of a text is in the corpus. */
const speakerOf = (text: string, article = 'a') => speakerKey(annotate({ text }).people[0]!, article);
const organizationOf = (text: string, article = 'a') => organizationKey(annotate({ text }).organizations[0]!, article);

describe('one speaker in two articles', () => {
  test.each([
    ['under one full name', 'Mayor Ana Bell spoke.', 'Ana Bell, a doctor, left.'],
    ['with and without accents', 'Mayor Ana Béll spoke.', 'Mayor Ana Bell spoke.'],
    ['with letters that others write plain', 'Mayor Søren Bell spoke.', 'Mayor Soren Bell spoke.'],
    ['with and without a middle initial', 'Mayor Ana M. Bell spoke.', 'Mayor Ana Bell spoke.'],
  ])('%s', (_, one, other) => {
    expect(speakerOf(one, 'a')).toBe(speakerOf(other, 'b'));
  });
});

describe('two speakers in two articles', () => {
  test.each([
    ['of one surname', 'Mayor Ana Bell spoke.', 'Mayor Cem Bell spoke.'],
    ['of whom one has two initials', 'Mayor Carl H. W. Bell spoke.', 'Mayor Carl W. Bell spoke.'],
    ['of whom one is the son', 'Mayor Carl Bell spoke.', 'Mayor Carl Bell Jr. spoke.'],
    ['who are named by a bare surname', 'Mayor Bell spoke.', 'Mayor Bell spoke.'],
  ])('%s', (_, one, other) => {
    expect(speakerOf(one, 'a')).not.toBe(speakerOf(other, 'b'));
  });

  test.each([
    ['A. Mira Bell', 'A. Nora Bell'],
    ['A. M. Bell', 'A. N. Bell'],
    ['Ana B.', 'Ana C.'],
  ])('who are called %s and %s', (one, other) => {
    const keys = [one, other].map((name) => speakerKey({ name, isFullName: true }, 'a'));
    expect(keys[0]).not.toBe(keys[1]);
  });
});

describe('one organization in two articles', () => {
  test.each([
    ['that the lexicon knows by either form', 'The UN met.', 'The United Nations met.'],
    ['under one name', 'The Ostley Water Board met.', 'The Ostley Water Board (OWB) left.'],
    ['by an acronym that either article explains', 'The OWB left. The Ostley Water Board met.', 'The Ostley Water Board (OWB) left.'],
    ['with and without its legal form', 'Dahl Holdings Ltd met.', 'Dahl Holdings met.'],
  ])('%s', (_, one, other) => {
    expect(organizationOf(one, 'a')).toBe(organizationOf(other, 'b'));
  });

  test.each(['The Bell Institute', 'Bell Institute plc', 'Bell Institute, Inc.'])('whether it is called %s or less', (name) => {
    expect(organizationKey({ name, acronym: null, gazetteer: null }, 'a')).toBe('bell institute');
  });

  test.each(['Dahlmail', 'Dahlmail Inc.', 'Dahlmail.com', 'DahlMail.org'])('whether its site is meant or not: %s', (name) => {
    expect(organizationKey({ name, acronym: null, gazetteer: null }, 'a')).toBe('dahlmail');
  });
});

describe('two organizations in two articles', () => {
  test.each([
    ['by an acronym that neither explains', 'The OWB met.', 'The OWB met.'],
    ['of other names', 'The Ostley Water Board met.', 'The Ovell Water Board met.'],
    ['of which one is a part of the other', 'Ostley University met.', 'Ostley University Hospital met.'],
  ])('%s', (_, one, other) => {
    expect(organizationOf(one, 'a')).not.toBe(organizationOf(other, 'b'));
  });
});
