import { Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { PrismaClient } from '../db/generated/client.ts';
import { during } from '../db/work.ts';
import { toStoredText } from '../document.ts';
import { format } from '../export/formats.ts';
import { exportRows } from '../export/kinds.ts';
import { EXPORT_FORMATS, type ExportFilter, type ExportFormat, isReversed, KINDS, type Kind } from '../export/options.ts';
import { withoutPaths } from '../export/public.ts';
import { readTime } from '../readers/dates.ts';
import { languageTag } from '../readers/language-tag.ts';
import { encodingOf, vary } from './compression.ts';
import { maskError } from './errors.ts';
import { type Handling, handlingOf } from './handling.ts';
import type { Log } from './log.ts';
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
export function useExport(db: PrismaClient, log?: Log): Plugin {
  let under = 0;
  return {
    async onRequest({ request, url, endResponse, fetchAPI, serverContext }) {
      if (!url.pathname.startsWith('/export/')) return;
      const handling = handlingOf(request);
      try {
        const asked = askedFor(request.method, url);
        if (under >= AT_ONCE) throw busy();
        const encoding = encodingOf(request.headers.get('accept-encoding'));
        const headers = {
          'content-type': TYPES[asked.format],
          'content-disposition': `attachment; filename="${asked.what}.${asked.format}"`,
          'cache-control': 'no-store',
          ...(encoding && { 'content-encoding': encoding }),
        };
        const body = request.method === 'HEAD' ? null : await occupying(() => bodyOf(db, asked, encoding, handling));
        body?.once('error', (error) => {
          log?.error({ id: handling.id, operation: null, err: error }, 'an export broke off');
          // The adapter of Yoga would leave the client waiting for the rest.
          serverContext?.res?.destroy();
        });
        const response = new fetchAPI.Response(body as BodyInit | null, { headers });
        vary(response, 'Accept-Encoding');
        endResponse(response);
      } catch (error) {
        endResponse(
          refuse(
            request,
            // Whatever failed for it: nobody waits any longer.
            during(handling, () => maskError(handling.signal.aborted ? gone() : error)),
            fetchAPI.Response,
          ),
        );
      }
    },
  };

  /** Counts an export as under way until its body is closed, or there will be none. */
  async function occupying(begin: () => Promise<Readable>): Promise<Readable> {
    under++;
    try {
      const body = await begin();
      return body.once('close', () => under--);
    } catch (error) {
      under--;
      throw error;
    }
  }
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

/** A name as it could be stored. Whoever asks for one of no name, as a form does that was left empty, must not be given all. */
function nameOf(name: string, parameters: URLSearchParams): string | null {
  const value = parameters.get(name);
  if (value?.trim() === '') throw bad(`The parameter ${name} is empty; write a name, or leave it out.`);
  return value && toStoredText(value);
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
const gone = () => refusal('TIMEOUT', 'The client has gone.', { status: 504 });
const busy = () =>
  refusal('OVERLOADED', `${AT_ONCE} exports are under way; try again when one is done.`, { status: 503, headers: { 'retry-after': '10' } });

/**
 * The export as a stream that reads on when it is read. A client that goes away ends it; where it breaks, the connection does. Its beginning
 * is read at once: what fails there, as a database that is away does, can still be answered.
 */
async function bodyOf(db: PrismaClient, asked: Asked, encoding: 'br' | 'gzip' | null, handling: Handling): Promise<Readable> {
  const rows = exportRows(db, asked.what, asked.filter);
  const text = format(asked.what === 'articles' ? mapped(rows, withoutPaths) : rows, asked.what, asked.format, asked);
  const pieces = inChunks(within(handling, text));
  const first = await pieces.next();
  // A response that nobody is there to take is never read, nor closed.
  if (handling.signal.aborted) throw gone();
  const chunks = Readable.from(resumed(first, pieces), { objectMode: false, highWaterMark: CHUNK });
  const body = compressed(chunks, encoding);
  handling.signal.addEventListener('abort', () => body.destroy(), { once: true });
  return body;
}

function compressed(chunks: Readable, encoding: 'br' | 'gzip' | null): Readable {
  if (encoding === null) return chunks;
  const compressor = encoding === 'gzip' ? createGzip() : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  chunks.once('error', (error) => compressor.destroy(error));
  compressor.once('close', () => chunks.destroy());
  return chunks.pipe(compressor);
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

/** Items of which the first was taken already. */
async function* resumed<Item>(first: IteratorResult<Item>, rest: AsyncGenerator<Item>): AsyncGenerator<Item> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* mapped<From, To>(items: AsyncIterable<From>, map: (item: From) => To): AsyncGenerator<To> {
  for await (const item of items) yield map(item);
}

async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<Buffer, void> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  if (chunk) yield Buffer.from(chunk);
}
