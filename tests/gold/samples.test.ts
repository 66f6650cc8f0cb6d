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

/** The least that each part holds of what is hard: in the part kept apart a third of the whole. */
const ENOUGH = {
  train: { articles: 40, quotes: 295, pronouns: 59, paragraphs: 22, nested: 22, unnamed: 30, audiences: 30, noQuotes: 30, surnames: 7 },
  test: { articles: 20, quotes: 134, pronouns: 27, paragraphs: 10, nested: 10, unnamed: 14, audiences: 14, noQuotes: 14, surnames: 4 },
} as const;

const articlesOf = (part: string) => files.filter((file) => file.startsWith(`${part}/`)).map(read);

test.each(Object.entries(ENOUGH))('the part %s holds enough of what is hard', (part, enough) => {
  const articles = articlesOf(part);
  const quotes = articles.flatMap((article) => article.quotes.map((quote) => ({ ...quote, text: article.text })));
  const count = (hard: (quote: (typeof quotes)[number]) => boolean) => quotes.filter(hard).length;
  const held = {
    articles: articles.length,
    quotes: quotes.length,
    pronouns: count(({ attribution }) => attribution === 'PRONOUN'),
    paragraphs: count(({ content, text }) => text.slice(content[0]!.start, content.at(-1)!.end).includes('\n\n')),
    nested: count(({ nested }) => nested.length > 0),
    unnamed: count(({ unnamed }) => unnamed),
    audiences: count(({ audience }) => audience.length > 0),
    noQuotes: articles.flatMap(({ nonQuotes }) => nonQuotes).length,
    surnames: sharedSurnames(articles).length,
  };
  for (const [what, least] of Object.entries(enough))
    expect(held, what).toHaveProperty(
      what,
      expect.toSatisfy((n: number) => n >= least),
    );
  expect(count(({ act }) => act === 'ATTITUDE')).toBeGreaterThanOrEqual(articles.length * 0.9);
  expect(count(({ region }) => region === 'HEADLINE')).toBeGreaterThanOrEqual(articles.length / 4);
});

test('the part kept apart has names of its own', () => {
  const namesIn = (part: string) =>
    new Set(articlesOf(part).flatMap(({ identities }) => [...identities.values()].flatMap(({ name }) => name ?? [])));
  const known = namesIn('train');
  expect([...namesIn('test')].filter((name) => known.has(name))).toEqual([]);
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
