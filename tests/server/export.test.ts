import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { format } from '../../src/export/formats.ts';
import { exportRows } from '../../src/export/kinds.ts';
import { EXPORT_FORMATS, type ExportFormat, KINDS, type Kind } from '../../src/export/options.ts';
import { openLog } from '../../src/server/log.ts';
import { createApp } from '../../src/server.ts';
import { save } from '../../src/store/save.ts';
import { configured } from '../support/configured.ts';
import { corpus } from '../support/corpus.ts';
import { testDatabase } from '../support/database.ts';
import { saving } from '../support/found.ts';
import { listening } from '../support/listening.ts';

const { client, statements } = await testDatabase();
const app = createApp(client);
const get = (path: string, init: RequestInit = {}, of = app) => of.fetch(`http://localhost/export/${path}`, init);

/** What the command writes. */
async function written(what: Kind, name: ExportFormat, filter = {}, options = {}): Promise<string> {
  const parts: string[] = [];
  for await (const part of format(exportRows(client, what, filter), what, name, options)) parts.push(part);
  return parts.join('');
}

beforeAll(async () => void (await save(client, corpus(450), 'test')));

describe('GET /export', () => {
  test.each(KINDS.flatMap((what) => EXPORT_FORMATS.map((name) => [what, name] as const)))(
    'gives what the command writes: %s.%s',
    async (what, name) => {
      const response = await get(`${what}.${name}`);
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${what}.${name}"`);
      expect(await response.text()).toBe(await written(what, name));
    },
  );

  test('takes the same filters', async () => {
    const filter = {
      publisher: 'The Odd',
      collection: 'main',
      from: new Date('2031-02-01T00:00:00Z'),
      to: new Date('2031-03-01T00:00:00Z'),
    };
    const expected = await written('quotes', 'csv', filter, { bom: true });
    expect(expected.split('\n').length).toBeGreaterThan(10);
    const response = await get('quotes.csv?publisher=The+Odd&collection=main&from=2031-02-01&to=2031-03-01&bom');
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(expected);
  });

  test.each([
    ['bom', true],
    ['bom=1', true],
    ['bom=true', true],
    ['bom=false', false],
    ['bom=0', false],
    ['', false],
  ])('begins with a byte order mark if asked for: %j', async (parameters, isMarked) => {
    const bytes = Buffer.from(await (await get(`speakers.csv?${parameters}`)).arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex') === 'efbbbf').toBe(isMarked);
  });

  test.each([
    ['author=ostley', 1],
    ['keyword=BUDGET', 1],
    ['author=Ostley&keyword=rain', 0],
    ['section=Labels', 1],
    ['language=pt', 1],
    ['language=en', 0],
    ['organization=Label+Board', 1],
    ['speaker=Ana+Bell&section=Labels', 0],
  ])('chooses by %s', async (parameters, lines) => {
    const labelled = saving(
      'https://news.example/labelled',
      'The Label Board has labels.',
      { organizations: [{ name: 'Label Board' }] },
      { authors: ['Óstley'], keywords: ['Budget'], section: 'Labels', language: 'pt-BR' },
    );
    await save(client, [labelled], 'test');
    expect((await (await get(`articles.jsonl?${parameters}`)).text()).split('\n').length - 1).toBe(lines);
  });

  test.each(['gzip', 'br'])('compresses for those who take it: %s', async (encoding) => {
    const url = (await listening(app)).replace('/graphql', '/export/quotes.jsonl');
    // fetch decompresses what says that it is compressed.
    const response = await fetch(url, { headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(await response.text()).toBe(await written('quotes', 'jsonl'));
  });

  test.each([
    ['a file', { kind: 'FILE', key: '/home/ana/secret/rain.txt', name: 'rain.txt' }],
    ['an id within a file', { kind: 'ID', key: '/home/ana/secret/rain.jsonl#17', name: '17' }],
  ] as const)('gives of %s its name, and not where it lies', async (_, origin) => {
    const { document, found } = saving('https://news.example/file', 'It lies in a file.', {});
    await save(client, [{ document: { ...document, origin: { ...origin, url: null } }, found }], 'test');
    const text = await (await get('articles.jsonl')).text();
    expect(text).toContain(`/${origin.name}","name":"${origin.name}"`);
    expect(text).not.toContain('secret');
  });

  test.each(['Courier/17', 'urn:courier:17', '/news/2031/rain-in-ostley-17'])('gives an id as it is: %s', async (key) => {
    const { document, found } = saving('https://news.example/id', 'It has an id.', {});
    const origin = { kind: 'ID', key, name: key.replace('Courier/', ''), url: null } as const;
    await save(client, [{ document: { ...document, origin }, found }], 'test');
    expect(await (await get('articles.jsonl')).text()).toContain(`"key":"${key}"`);
  });

  test('answers HEAD without reading anything', async () => {
    const ran = await statements(async () => {
      const response = await get('articles.jsonl', { method: 'HEAD' });
      expect([response.status, await response.text()]).toEqual([200, '']);
    });
    expect(ran).toEqual([]);
  });

  test.each([
    ['nothing', 'GET', '', 404, 'NOT_FOUND'],
    ['something else', 'GET', 'users.csv', 404, 'NOT_FOUND'],
    ['another format', 'GET', 'quotes.xlsx', 404, 'NOT_FOUND'],
    ['a path out of here', 'GET', '../export/x/quotes.csv', 404, 'NOT_FOUND'],
    ['a period that ends before it begins', 'GET', 'quotes.csv?from=2031-03-05&to=2031-03-04', 400, 'BAD_REQUEST'],
    ['an unknown parameter', 'GET', 'quotes.csv?place=Ostley', 400, 'BAD_REQUEST'],
    ['a language that is none', 'GET', 'quotes.csv?language=english', 400, 'BAD_REQUEST'],
    ['a publisher without a name', 'GET', 'quotes.csv?publisher=', 400, 'BAD_REQUEST'],
    ['an author of blanks', 'GET', 'quotes.csv?author=+%20', 400, 'BAD_REQUEST'],
    ['an empty date', 'GET', 'quotes.csv?from=', 400, 'BAD_REQUEST'],
    ['a date that is none', 'GET', 'quotes.csv?from=yesterday', 400, 'BAD_REQUEST'],
    ['two publishers', 'GET', 'quotes.csv?publisher=A&publisher=B', 400, 'BAD_REQUEST'],
    ['a switch that is neither on nor off', 'GET', 'quotes.csv?bom=perhaps', 400, 'BAD_REQUEST'],
    ['a form', 'POST', 'quotes.csv', 405, 'METHOD_NOT_ALLOWED'],
  ])('refuses %s', async (_, method, path, status, code) => {
    const response = await get(path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  test('is open to whom the API is open', async () => {
    const sha256 = createHash('sha256').update('read-me').digest('hex');
    const closed = createApp(client, configured({ QUOTEWIRE_TOKENS: `reader:${sha256}`, QUOTEWIRE_READING: 'token' }));
    expect((await get('quotes.csv', {}, closed)).status).toBe(401);
    expect((await get('quotes.csv', { method: 'HEAD', headers: { authorization: 'Bearer read-me' } }, closed)).status).toBe(200);
  });
});

describe('an export that fails', () => {
  /** The corpus in a database that goes before the given page. */
  const goingAt = (page: number) => {
    let asked = 0;
    return client.$extends({
      query: {
        quote: {
          findMany: ({ args, query }) => {
            if (++asked === page) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
            return query(args);
          },
        },
      },
    }) as unknown as typeof client;
  };
  const urlOf = async (of: ReturnType<typeof createApp>, path: string) => (await listening(of)).replace('/graphql', `/export/${path}`);

  test.each(['identity', 'gzip'])('at once is answered so, and the server stays: %s', async (encoding) => {
    const url = await urlOf(createApp(goingAt(1)), 'quotes.csv');
    const headers = { 'accept-encoding': encoding };
    const response = await fetch(url, { headers });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    for (let i = 0; i < 3; i++) expect((await (await fetch(url, { headers })).text()).length).toBeGreaterThan(100_000);
  });

  test.each(['identity', 'gzip'])(
    'later ends the connection before the last chunk, is logged, and gives way to others: %s',
    async (encoding) => {
      const lines: string[] = [];
      const log = await openLog({ log: 'json', level: 'error' }, { write: (line: string) => void lines.push(line) });
      const url = await urlOf(createApp(goingAt(3), undefined, { log }), 'quotes.jsonl');
      const headers = { 'accept-encoding': encoding };
      const response = await fetch(url, { headers });
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow();
      expect(lines.map((line) => JSON.parse(line))).toMatchObject([
        { msg: 'an export broke off', id: response.headers.get('x-request-id') },
      ]);
      for (let i = 0; i < 3; i++) expect((await (await fetch(url, { headers })).text()).length).toBeGreaterThan(100_000);
    },
  );

  test('because its client has gone is no fault', async () => {
    const controller = new AbortController();
    const left = client.$extends({
      query: {
        quote: {
          findMany: async ({ args, query }) => {
            controller.abort();
            await sleep(100);
            return query(args);
          },
        },
      },
    }) as unknown as typeof client;
    const lines: string[] = [];
    const log = await openLog({ log: 'json', level: 'info' }, { write: (line: string) => void lines.push(line) });
    const url = await urlOf(createApp(left, undefined, { log }), 'quotes.csv');
    await expect(fetch(url, { signal: controller.signal })).rejects.toThrow();
    await vi.waitUntil(() => lines.length > 0);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ msg: 'request', status: 499, codes: ['TIMEOUT'] }]);
  });

  test('is none where a name holds what no database can', async () => {
    const response = await fetch(await urlOf(app, 'quotes.csv?publisher=%00&author=a%00'));
    expect(response.status).toBe(200);
    expect((await response.text()).split('\r\n')).toHaveLength(2);
  });
});

describe('an export under way', () => {
  test('reads no further than its client takes it, and ends when the client goes; a third one waits its turn', async () => {
    const url = (await listening(app)).replace('/graphql', '/export');
    const texts = Array.from({ length: 450 }, (_, i) => saving(`https://long.example/${i}`, `${i} ${'It rains. '.repeat(5_000)}`, {}));
    await save(client, texts, 'test');
    const pages = (ran: readonly string[]) => ran.filter((statement) => /FROM "public"."Origin"/.test(statement)).length;

    // Compressed, all of it would fit into the buffers on the way.
    const headers = { 'accept-encoding': 'identity' };
    const ran = await statements(async () => {
      const clients = [new AbortController(), new AbortController()];
      const readers = await Promise.all(
        clients.map(async ({ signal }) => (await fetch(`${url}/articles.jsonl`, { signal, headers })).body!.getReader()),
      );
      await Promise.all(readers.map((reader) => reader.read()));
      await sleep(500);
      expect((await fetch(`${url}/quotes.csv`)).status).toBe(503);
      for (const client of clients) client.abort();
      await vi.waitUntil(async () => (await fetch(`${url}/quotes.csv`, { method: 'HEAD' })).status === 200);
    });
    // All of it is five pages, of twenty megabytes and more.
    expect(pages(ran)).toBeGreaterThan(1);
    expect(pages(ran)).toBeLessThan(10);
  });
});
