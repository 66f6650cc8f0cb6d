import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toEvaluation } from '../../src/gold/evaluation.ts';
import { findQuoted } from '../../src/gold/marks.ts';
import { type GoldArticle, parseGold } from '../../src/gold/markup.ts';
import { projectRoot } from '../../src/paths.ts';

const folder = join(projectRoot, 'samples');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.gold'))
  .sort();
const parsed = new Map<string, GoldArticle>();
const read = (file: string) => parsed.get(file) ?? parsed.set(file, parseGold(file, readFileSync(join(folder, file), 'utf8'))).get(file)!;

describe.each(files)('%s', (file) => {
  test('is named as its id says, and its parts lie in its text', () => {
    const article = read(file);
    expect(basename(file)).toBe(`${article.id}.gold`);
    const { text, quotes, mentions, roles, nonQuotes } = article;
    const spans = quotes.flatMap(({ content, cue, source, audience, nested, chain }) =>
      [content, cue, source, audience, nested, chain].flat(),
    );
    for (const { start, end } of [...spans, ...mentions, ...roles, ...nonQuotes]) {
      expect(start).toBeLessThan(end);
      expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/s);
    }
  });

  test('numbers its quotes in the order of reading, and no two overlap', () => {
    const { quotes } = read(file);
    expect(quotes.map(({ number }) => number)).toEqual(quotes.map((_, index) => index + 1));
    const starts = quotes.map(({ content }) => content[0]!.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const spans = quotes.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
    for (const [index, { start }] of spans.entries()) expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
  });

  test('explains everything in quotation marks', () => {
    const { text, quotes, nonQuotes } = read(file);
    const explained = [...nonQuotes, ...quotes.flatMap(({ content }) => content)];
    const open = findQuoted(text).filter((quoted) => !explained.some(({ start, end }) => start < quoted.end && quoted.start < end));
    expect(open.map(({ start, end }) => text.slice(start, end))).toEqual([]);
  });

  test('keeps to the conventions of content and source', () => {
    const { text, quotes } = read(file);
    for (const { content, source, cue, kind } of quotes) {
      const words = content.map(({ start, end }) => text.slice(start, end));
      // In a transcript, where nothing is said to introduce them, whole sentences stand without marks.
      if (kind === 'INDIRECT' && cue.length > 0) expect(words.at(-1)).not.toMatch(/[,;:]$|(?<!\b(?:Jr|Sr|[ap]\.m))\.$/);
      if (kind === 'DIRECT') for (const { start } of content) expect(text[start - 1]).toMatch(/["“'‘`«]/);
      for (const { start, end } of source) expect(text.slice(start, end)).not.toMatch(/[,;]|[’']s$/);
    }
  });

  test('turns into the evaluation format', () => {
    const article = read(file);
    expect(toEvaluation(article).quotes.map(({ contentText }) => contentText.length > 0)).toEqual(article.quotes.map(() => true));
  });
});

test('the example that explains the markup is right', () => {
  const [example] = /(?<=## The markup by example\n\n)(?: {4}.*\n|\n)+/.exec(readFileSync(join(folder, 'README.md'), 'utf8'))!;
  const { quotes, nonQuotes } = parseGold('README.md', example.replace(/^ {4}/gm, ''));
  expect(quotes.map(({ kind, act, attribution }) => `${kind} ${act} ${attribution}`)).toEqual([
    'DIRECT SPEECH NAME',
    'DIRECT SPEECH PRONOUN',
    'MIXED SPEECH TITLE',
    'INDIRECT ATTITUDE ORGANIZATION',
    'DIRECT SPEECH UNNAMED',
  ]);
  expect(nonQuotes.length).toBe(1);
});

test('ids are unique, and a key means one and the same in every article', () => {
  expect(new Set(files.map((file) => read(file).id)).size).toBe(files.length);
  const identities = files.flatMap((file) => [...read(file).identities.values()]).filter(({ name }) => name !== null);
  const byKey = new Map(identities.map((identity) => [identity.key, identity]));
  for (const identity of identities) expect(identity).toMatchObject({ ...byKey.get(identity.key), aliases: identity.aliases });
  expect(new Set([...byKey.values()].map(({ type, name }) => `${type} ${name}`)).size).toBe(byKey.size);
});

test('the part for training holds enough of what is hard', () => {
  const articles = files.filter((file) => file.startsWith('train/')).map(read);
  const quotes = articles.flatMap((article) => article.quotes.map((quote) => ({ ...quote, text: article.text })));
  const count = (hard: (quote: (typeof quotes)[number]) => boolean) => quotes.filter(hard).length;
  expect(articles.length).toBeGreaterThanOrEqual(40);
  expect(quotes.length).toBeGreaterThanOrEqual(295);
  expect(count(({ attribution }) => attribution === 'PRONOUN')).toBeGreaterThanOrEqual(59);
  expect(count(({ content, text }) => text.slice(content[0]!.start, content.at(-1)!.end).includes('\n\n'))).toBeGreaterThanOrEqual(22);
  expect(count(({ nested }) => nested.length > 0)).toBeGreaterThanOrEqual(22);
  expect(count(({ unnamed }) => unnamed)).toBeGreaterThanOrEqual(30);
  expect(count(({ audience }) => audience.length > 0)).toBeGreaterThanOrEqual(30);
  expect(count(({ act }) => act === 'ATTITUDE')).toBeGreaterThanOrEqual(40);
  expect(count(({ region }) => region === 'HEADLINE')).toBeGreaterThanOrEqual(10);
  expect(articles.flatMap(({ nonQuotes }) => nonQuotes).length).toBeGreaterThanOrEqual(30);
  expect(sharedSurnames(articles).length).toBeGreaterThanOrEqual(7);
});

/** Surnames that two or more people bear; the last word of a name, a suffix aside. */
function sharedSurnames(articles: readonly GoldArticle[]): string[] {
  const people = new Map(
    articles.flatMap(({ identities }) => [...identities]).filter(([, { type, name }]) => type === 'PERSON' && name?.includes(' ')),
  );
  const surnames = [...people.values()].map(
    ({ name }) =>
      name!
        .replace(/ [JS]r\.$/, '')
        .split(' ')
        .at(-1)!,
  );
  return [...new Set(surnames.filter((surname, index) => surnames.indexOf(surname) !== index))];
}
