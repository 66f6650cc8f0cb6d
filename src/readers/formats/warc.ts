import { counted } from '../../counted.ts';
import { readError } from '../errors.ts';
import type { Input } from '../input.ts';
import { type Entry, entryOf } from '../item.ts';
import { ByteReader } from './byte-reader.ts';
import { pageItem } from './html.ts';
import { bodyOf, MAX_PAGE, readHttp } from './http.ts';
import { textOfPage } from './page-text.ts';

/** Lines and bytes of a record's header at most. */
const MAX_LINE = 16_384;
const MAX_LINES = 200;

/**
 * Reads a WARC file, as web archives keep it: one article for each page that was answered with 200. Requests, images, redirects and
 * what else a crawl leaves are passed over.
 */
export async function* readWarc(input: Input): AsyncGenerator<Entry> {
  const reader = new ByteReader(input.bytes);
  let [number, pages] = [0, 0];
  for (let headers = await nextHeaders(reader); headers; headers = await nextHeaders(reader)) {
    const at = `record ${++number}`;
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0)
      throw readError('WARC_BROKEN', `Record ${number} has no length; the file is damaged from here on.`);
    const { bytes, missing } = await reader.take(length, MAX_PAGE);
    if (missing > 0) throw readError('WARC_TRUNCATED', `The file ends inside record ${number}; fetch it again.`);
    const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
    const page = isOfCrawler(url) ? 'other' : pageOf(headers, bytes);
    if (page === 'other') continue;
    pages++;
    if (page === 'too large')
      yield {
        at,
        error: readError('RECORD_TOO_LARGE', `The page ${url} has ${(length / 1e6).toFixed(0)} MB, more than any article's page.`),
      };
    else
      yield entryOf(at, () => {
        const { text, notes } = textOfPage(bodyOf(page), page.charset);
        return page.type === 'text/plain' ? { text, url, notes } : pageItem(text, url, notes);
      });
  }
  if (pages === 0) throw readError('FILE_EMPTY', `The archive holds no page (of ${counted(number, 'record')}); there is nothing to load.`);
}

/** The header of the next record; null at the end. */
async function nextHeaders(reader: ByteReader): Promise<Map<string, string> | null> {
  let first = await reader.line(MAX_LINE);
  // Two empty lines end a record.
  for (let blank = 0; first === '' && blank < MAX_LINES; blank++) first = await reader.line(MAX_LINE);
  if (first === null) return null;
  if (!/^WARC\/\d/.test(first)) throw readError('WARC_BROKEN', 'A record does not begin with WARC/; the file is damaged from here on.');
  const headers = new Map<string, string>();
  for (let lines = 0; lines < MAX_LINES; lines++) {
    const line = await reader.line(MAX_LINE);
    if (line === '') return headers;
    if (line === null) break;
    const colon = line.indexOf(':');
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  throw readError('WARC_BROKEN', 'The header of a record has no end; the file is damaged from here on.');
}

/** What crawlers write of their own work has an address of no site (`metadata:`, `urn:text:`), and robots.txt is for them alone. */
const isOfCrawler = (url: string | null): boolean =>
  url !== null && (!/^https?:/i.test(url) || /^https?:\/\/[^/]+\/robots\.txt$/i.test(url));

/** The page that a record holds; most records hold none. */
function pageOf(headers: ReadonlyMap<string, string>, bytes: Buffer | null) {
  const kind = headers.get('warc-type');
  if (kind !== 'response' && kind !== 'resource' && kind !== 'conversion') return 'other';
  const isHttp = kind === 'response';
  if (isHttp && !/^application\/http/i.test(headers.get('content-type') ?? '')) return 'other';
  if (!bytes) return 'too large';
  const page = isHttp
    ? readHttp(bytes)
    : { status: 200, type: headers.get('content-type') ?? '', charset: null, encodings: [], chunked: false, body: bytes };
  const type = page.type.split(';')[0]!.trim().toLowerCase();
  return page.status === 200 && /^(text\/html|application\/xhtml\+xml|text\/plain)$/.test(type) ? { ...page, type } : 'other';
}
