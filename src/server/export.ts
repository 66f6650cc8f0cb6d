import { Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { GraphQLError } from 'graphql';
import type { PrismaClient } from '../db/generated/client.ts';
import { during } from '../db/work.ts';
import { format } from '../export/formats.ts';
import { exportRows } from '../export/kinds.ts';
import { EXPORT_FORMATS, type ExportFilter, type ExportFormat, isReversed, KINDS, type Kind } from '../export/options.ts';
import { withoutPaths } from '../export/public.ts';
import { readTime } from '../readers/dates.ts';
import { languageTag } from '../readers/language-tag.ts';
import { encodingOf, vary } from './compression.ts';
import { type Handling, handlingOf } from './handling.ts';
import type { Plugin } from './plugin.ts';
import { refusal, refuse } from './refusal.ts';

/** Exports at once: each reads as fast as its client takes it, and none may take the database from the queries. */
const AT_ONCE = 2;

/** Bytes that go out together. */
const CHUNK = 64 * 1024;

const TYPES: Readonly<Record<ExportFormat, string>> = {
  jsonl: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
};

/**
 * Answers `GET /export/quotes.csv?publisher=…` with all rows of a kind, as `npm run export` writes them, to whoever may read. Rows are read
 * from the database as the client takes them, a page in memory at a time, whatever the size of the corpus.
 */
export function useExport(db: PrismaClient): Plugin {
  let under = 0;
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (!url.pathname.startsWith('/export/')) return;
      try {
        const asked = askedFor(request.method, url);
        if (under >= AT_ONCE) throw busy();
        const handling = handlingOf(request);
        const encoding = encodingOf(request.headers.get('accept-encoding'));
        const headers = {
          'content-type': TYPES[asked.format],
          'content-disposition': `attachment; filename="${asked.what}.${asked.format}"`,
          'cache-control': 'no-store',
          ...(encoding && { 'content-encoding': encoding }),
        };
        const body = request.method === 'HEAD' ? null : bodyOf(db, asked, encoding, handling);
        if (body) {
          under++;
          body.once('close', () => under--);
        }
        const response = new fetchAPI.Response(body as BodyInit | null, { headers });
        vary(response, 'Accept-Encoding');
        endResponse(response);
      } catch (error) {
        endResponse(refuse(request, error as GraphQLError, fetchAPI.Response));
      }
    },
  };
}

interface Asked {
  readonly what: Kind;
  readonly format: ExportFormat;
  readonly filter: ExportFilter;
  readonly bom: boolean;
}

/** What a URL asks for; @throws GraphQLError saying what is wrong with it. */
function askedFor(method: string, { pathname, searchParams }: URL): Asked {
  if (method !== 'GET' && method !== 'HEAD')
    throw refusal('METHOD_NOT_ALLOWED', 'Exports are fetched by GET.', { status: 405, headers: { allow: 'GET, HEAD' } });
  const [, name, ending] = /^\/export\/([a-z]+)\.([a-z]+)$/.exec(pathname) ?? [];
  const what = KINDS.find((kind) => kind === name);
  const format = EXPORT_FORMATS.find((format) => format === ending);
  if (!what || !format) {
    throw refusal('NOT_FOUND', `There is no such export; ask for /export/${KINDS.join('|')} with .${EXPORT_FORMATS.join(', .')}.`, {
      status: 404,
    });
  }
  const known = 'collection publisher author keyword section language speaker organization from to bom'.split(' ');
  const unknown = [...searchParams.keys()].find((parameter) => !known.includes(parameter));
  if (unknown !== undefined) throw bad(`There is no parameter ${unknown.slice(0, 40)}; known are ${known.join(', ')}.`);
  const twice = known.find((parameter) => searchParams.getAll(parameter).length > 1);
  if (twice !== undefined) throw bad(`The parameter ${twice} is given twice; give one, and ask again for another.`);
  const filter = {
    collection: nameOf('collection', searchParams),
    publisher: nameOf('publisher', searchParams),
    author: nameOf('author', searchParams),
    keyword: nameOf('keyword', searchParams),
    section: nameOf('section', searchParams),
    language: languageOf('language', searchParams),
    speaker: nameOf('speaker', searchParams),
    organization: nameOf('organization', searchParams),
    from: timeOf('from', searchParams),
    to: timeOf('to', searchParams),
  };
  if (isReversed(filter)) throw bad('The parameter to is before from; swap them.');
  return { what, format, filter, bom: isAsked('bom', searchParams) };
}

/** Whoever asks for one of no name, as a form does that was left empty, must not be given all. */
function nameOf(name: string, parameters: URLSearchParams): string | null {
  const value = parameters.get(name);
  if (value?.trim() === '') throw bad(`The parameter ${name} is empty; write a name, or leave it out.`);
  return value;
}

function languageOf(name: string, parameters: URLSearchParams): string | null {
  const value = parameters.get(name);
  if (value === null) return null;
  const tag = languageTag(value);
  if (tag === null) throw bad(`The parameter ${name} is no language tag; write en, de or pt-BR.`);
  return tag;
}

function timeOf(name: string, parameters: URLSearchParams): Date | null {
  const value = parameters.get(name);
  if (value === null) return null;
  const time = readTime(value);
  if (!time) throw bad(`The parameter ${name} is no date; write 2031-03-04 or 2031-03-04T09:12Z.`);
  return time.at;
}

/** Whether a switch is on: `bom`, `bom=1` or `bom=true`. */
function isAsked(name: string, parameters: URLSearchParams): boolean {
  const value = parameters.get(name) ?? 'false';
  if (!/^(?:|0|1|false|true)$/.test(value)) throw bad(`The parameter ${name} is a switch; write ${name}=true, or leave it out.`);
  return /^(?:|1|true)$/.test(value);
}

const bad = (message: string) => refusal('BAD_REQUEST', message, { status: 400 });
const busy = () =>
  refusal('OVERLOADED', `${AT_ONCE} exports are under way; try again when one is done.`, { status: 503, headers: { 'retry-after': '10' } });

/** The export as a stream that reads on when it is read. A client that goes away ends it; where it breaks, the connection does. */
function bodyOf(db: PrismaClient, asked: Asked, encoding: 'br' | 'gzip' | null, handling: Handling): Readable {
  const rows = exportRows(db, asked.what, asked.filter);
  const text = format(asked.what === 'articles' ? mapped(rows, withoutPaths) : rows, asked.what, asked.format, asked);
  const chunks = Readable.from(inChunks(within(handling, text)), { objectMode: false, highWaterMark: CHUNK });
  handling.signal.addEventListener('abort', () => chunks.destroy(), { once: true });
  if (encoding === null) return chunks;
  const compressed = encoding === 'gzip' ? createGzip() : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  chunks.once('error', (error) => compressed.destroy(error));
  compressed.once('close', () => chunks.destroy());
  return chunks.pipe(compressed);
}

/** Statements that rows cause are part of the request's work: counted, and cancelled with it. */
async function* within<Item>(handling: Handling, items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    for (;;) {
      const next = await during(handling, () => items.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await items.return(undefined);
  }
}

async function* mapped<From, To>(items: AsyncIterable<From>, map: (item: From) => To): AsyncGenerator<To> {
  for await (const item of items) yield map(item);
}

async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  if (chunk) yield Buffer.from(chunk);
}
