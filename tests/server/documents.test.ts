import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp, loadDocuments } from '../../src/server.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';

const { client } = await testDatabase();
const folder = temporaryFolder();
const COUNT = 'query Count($w: String) { articles(search: $w) { totalCount } }';
const sha256 = createHash('sha256').update(COUNT).digest('hex');

function written(content: string): string {
  const file = join(folder, 'documents.json');
  writeFileSync(file, content);
  return file;
}

const documents = await loadDocuments(written(JSON.stringify({ count: COUNT })));
const app = createApp(client, undefined, { documents });
const post = (body: object) =>
  app.fetch('http://localhost/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe('where there are trusted documents', () => {
  test.each<[name: string, body: object]>([
    ['its id', { documentId: 'count', variables: { w: 'x' } }],
    ['its hash as id', { documentId: `sha256:${sha256}` }],
    ['its hash as Apollo’s clients send it', { extensions: { persistedQuery: { version: 1, sha256Hash: sha256 } } }],
    ['its text', { query: COUNT }],
  ])('one is answered by %s', async (_, body) => {
    expect(await (await post(body)).json()).toEqual({ data: { articles: { totalCount: 0 } } });
  });

  test('one is answered by GET, and can be kept', async () => {
    const response = await app.fetch('http://localhost/graphql?documentId=count');
    expect(await response.json()).toEqual({ data: { articles: { totalCount: 0 } } });
    expect(response.headers.get('etag')).not.toBeNull();
  });

  test.each<[name: string, body: object, status: number, code: string]>([
    ['another query', { query: '{ articles { totalCount } }' }, 403, 'PERSISTED_QUERY_ID_REQUIRED'],
    ['another query under a known id', { documentId: 'other', query: COUNT }, 404, 'PERSISTED_QUERY_NOT_FOUND'],
    [
      'an unknown hash',
      { extensions: { persistedQuery: { sha256Hash: 'ab' } }, query: '{ __typename }' },
      404,
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    ['a name of every object', { documentId: 'constructor' }, 404, 'PERSISTED_QUERY_NOT_FOUND'],
    ['nothing', {}, 403, 'PERSISTED_QUERY_ID_REQUIRED'],
  ])('%s is not', async (_, body, status, code) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect((await response.json()).errors).toMatchObject([{ extensions: { code } }]);
  });
});

test.each([
  ['no JSON', '{', /can't be read/],
  ['a list', '[]', /no JSON object/],
  ['a number', '{"a":1}', /no query for a/],
  ['a query of another schema', '{"a":"{ nothing }"}', /a: Cannot query field "nothing"/],
  ['a broken query', '{"a":"{"}', /a: Syntax Error/],
])('a file with %s is refused at the start, by name', async (_, content, message) => {
  await expect(loadDocuments(written(content))).rejects.toThrow(message);
});

test('a file that is not there is refused, too', async () => {
  await expect(loadDocuments(join(folder, 'nowhere.json'))).rejects.toThrow(/nowhere\.json can.t be read: there is no such file/);
});
