import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toStoredText } from '../../src/document.ts';
import { readModels } from '../../src/models.ts';
import { seedsDir } from '../../src/paths.ts';
import { annotate, NO_MODELS } from '../../src/pipeline/index.ts';
import type { Span } from '../../src/span.ts';

const text = toStoredText(readFileSync(join(seedsDir, '000_ab1aaa8d56d38791.txt'), 'utf8'));
const wordsOf = (spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end));

describe.each([
  ['rules alone', NO_MODELS],
  ['the weights', readModels()],
])("the user's document, by %s,", (_, models) => {
  const found = annotate({ text }, models);

  test('is of 30 December 2020, filed from Moscow by TASS', () => {
    expect(found.published).toEqual({ date: '2020-12-30', precision: 'DAY' });
    expect(found.dateline).toMatchObject({ place: 'Moscow', agency: 'TASS', day: 'December 30' });
    expect(text.slice(found.dateline!.start, found.dateline!.end)).toBe('MOSCOW, December 30. /TASS/.');
    expect(found.notes).toEqual([]);
  });

  test('has eight quotes, each with its words, cue, source and kind', () => {
    const quotes = found.quotes.map(({ content, cue, source, kind, attribution }) => {
      const [words, ...others] = wordsOf(content);
      expect(others).toEqual([]);
      return [`${words!.slice(0, 24)}…${words!.slice(-24)}`, wordsOf(source)[0], wordsOf(cue)[0], kind, attribution];
    });
    expect(quotes).toEqual([
      ['The Western countries se…ituation in those states', 'Russian Foreign Minister Sergey Lavrov', 'told', 'MIXED', 'NAME'],
      ['In 2020, Russia helped m…ome this common distress', 'Lavrov', 'noted', 'INDIRECT', 'SURNAME'],
      ['This is our difference f…corresponding countries,', 'Lavrov', 'noted', 'DIRECT', 'SURNAME'],
      ['In this regard, it seems…, EAEU, CIS, BRICS, SCO,', 'the Minister', 'added', 'DIRECT', 'TITLE'],
      ['that Russia’s power is i…l work with all partners', 'Lavrov', 'underscored', 'INDIRECT', 'SURNAME'],
      ['We do not play ‘zero sum…principle of solidarity,', 'he', 'added', 'DIRECT', 'PRONOUN'],
      ['At the same time, Russia…mailing and ultimatums,"', 'the Foreign Minister', 'said', 'MIXED', 'TITLE'],
      ['Both our relations, the … stand to win from this,', 'Lavrov', 'concluded', 'DIRECT', 'SURNAME'],
    ]);
    expect(found.quotes.map(({ audience }) => wordsOf(audience))).toEqual([['TASS'], [], [], [], [], [], [], []]);
    expect(new Set(found.quotes.map(({ act, region }) => `${act} ${region}`))).toEqual(new Set(['SPEECH BODY']));
  });

  test('quotes nobody but Sergey Lavrov, Russian Foreign Minister', () => {
    expect(found.quotes.map(({ speaker }) => found.people[speaker!]!.name)).toEqual(Array(8).fill('Sergey Lavrov'));
    expect(found.people).toMatchObject([
      { name: 'Sergey Lavrov', isFullName: true, roles: [{ title: 'Russian Foreign Minister', country: 'Russia' }] },
    ]);
  });

  test('names seven organizations by their acronyms, which a list expands where it can', () => {
    expect(found.organizations.map(({ name, acronym, gazetteer }) => [name, acronym, gazetteer?.name])).toEqual([
      ['TASS', 'TASS', 'TASS'],
      ['UN', 'UN', 'United Nations'],
      ['CSTO', 'CSTO', 'Collective Security Treaty Organization'],
      ['EAEU', 'EAEU', 'Eurasian Economic Union'],
      ['CIS', 'CIS', 'Commonwealth of Independent States'],
      ['BRICS', 'BRICS', 'BRICS'],
      ['SCO', 'SCO', 'Shanghai Cooperation Organization'],
    ]);
    expect(found.organizations.map(({ spans }) => wordsOf(spans))).toEqual([
      ['TASS', 'TASS'],
      ['UN'],
      ['CSTO'],
      ['EAEU'],
      ['CIS'],
      ['BRICS'],
      ['SCO'],
    ]);
  });

  test('names Moscow and Russia', () => {
    expect(found.places.map(({ name, spans }) => [name, wordsOf(spans)])).toEqual([
      ['Moscow', ['MOSCOW']],
      ['Russia', ['Russia', 'Russia', 'Russia']],
    ]);
  });
});
