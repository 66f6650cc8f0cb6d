import { beforeAll, describe, expect, test } from 'vitest';
import { article } from '../../bench/articles.ts';
import { copyOf } from '../../bench/copies.ts';
import { random } from '../../bench/random.ts';
import { createApp } from '../../src/server.ts';
import { remove } from '../../src/store/removals.ts';
import { save } from '../../src/store/save.ts';
import { ask } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';

const { client, statements } = await testDatabase();
const app = createApp(client);

const story = article(1);
const copy = (paper: string, changed: number) =>
  saving(`https://${paper}.example/copy`, copyOf(story.document.text, random(7), { changed, cut: false }), {});
const near = copy('near', 0.01);
const far = copy('far', 0.04);
beforeAll(async () => void (await save(client, [story, near, far, ...[2, 3, 4].map(article)], 'test')));

const similarTo = async (url: string, args = '') => {
  const { data } = await ask(
    app,
    `{ article(url: "${url}") { similar${args} { similarity article { url similar { article { url } } } } } }`,
  );
  return data.article.similar as { similarity: number; article: { url: string; similar: object[] } }[];
};

describe('articles that are nearly the same', () => {
  test('are listed with how near they are, the nearest first, and lead back', async () => {
    const similar = await similarTo('https://news.example/1');
    expect(similar.map(({ article: { url } }) => url)).toEqual(['https://near.example/copy', 'https://far.example/copy']);
    expect(similar[0]!.similarity).toBeGreaterThan(similar[1]!.similarity);
    expect(similar[1]!.similarity).toBeGreaterThanOrEqual(0.5);
    expect(similar[0]!.article.similar).toContainEqual({ article: { url: 'https://news.example/1' } });
  });

  test('are none of an article without copies', async () => {
    expect(await similarTo('https://news.example/2')).toEqual([]);
  });

  test('are as many as are asked for', async () => {
    expect(await similarTo('https://news.example/1', '(first: 1)')).toHaveLength(1);
    expect(await similarTo('https://news.example/1', '(first: 0)')).toEqual([]);
    const { errors } = await ask(app, '{ articles { nodes { similar(first: 51) { similarity } } } }');
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } });
  });

  test('cost the statements of one for a whole page', async () => {
    const ran = await statements(() => ask(app, '{ articles(first: 50) { nodes { similar { similarity } } } }'));
    expect(ran.filter((statement) => /bands|bodyStart/.test(statement))).toHaveLength(2);
  });

  test('go with what is taken down or superseded', async () => {
    await save(
      client,
      [saving('https://near.example/copy', 'It is about something else now, in quite other words than before.', {})],
      'test',
    );
    expect(await similarTo('https://news.example/1')).toHaveLength(1);
    await remove(client, [{ by: 'url', url: 'https://far.example/copy', typed: 'https://far.example/copy' }], null);
    expect(await similarTo('https://news.example/1')).toEqual([]);
  });
});
