import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { codeOf } from '../../errors.ts';
import { readError, tooLarge } from '../errors.ts';

/** Bytes of a web page at most, its scripts and style included. */
export const MAX_PAGE = 20_000_000;

/** An answer over HTTP as a web archive keeps it. */
export interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly charset: string | null;
  /** As applied, the first one first. */
  readonly encodings: readonly string[];
  readonly chunked: boolean;
  /** As sent. */
  readonly body: Buffer;
}

/** Reads status and header lines; the body is left as it was sent. */
export function readHttp(bytes: Buffer): HttpAnswer {
  const [end, body] = headEnd(bytes);
  const [status = '', ...lines] = bytes.toString('latin1', 0, end).split(/\r?\n/);
  const headers = new Map(lines.map((line) => [line.split(':', 1)[0]!.toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  const type = headers.get('content-type') ?? 'text/html';
  return {
    status: Number(status.split(' ')[1]),
    type,
    charset: /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? null,
    encodings: (headers.get('content-encoding') ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    chunked: /chunked/i.test(headers.get('transfer-encoding') ?? ''),
    body: bytes.subarray(body),
  };
}

/** Where the header ends and the body begins; some servers end lines with a line feed alone. */
function headEnd(bytes: Buffer): [end: number, body: number] {
  const first = bytes.indexOf('\n');
  const blank = first > 0 && bytes[first - 1] !== 0x0d ? '\n\n' : '\r\n\r\n';
  const end = bytes.indexOf(blank);
  return end < 0 ? [bytes.length, bytes.length] : [end, end + blank.length];
}

/**
 * The body without the encodings of its transport.
 * @throws QuotewireError where it is damaged, or unpacks to more than a page may have.
 */
export function bodyOf({ encodings, chunked, body }: Pick<HttpAnswer, 'encodings' | 'chunked' | 'body'>): Buffer {
  const whole = chunked ? joinChunks(body) : body;
  return encodings.toReversed().reduce(unpack, whole);
}

function unpack(bytes: Buffer, encoding: string): Buffer {
  const options = { maxOutputLength: MAX_PAGE };
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes, options);
    if (encoding === 'br') return brotliDecompressSync(bytes, options);
    // Both are called deflate on the web.
    if (encoding === 'deflate') return bytes[0] === 0x78 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(MAX_PAGE);
    throw readError(
      'HTTP_ENCODING',
      `The page says that it is packed with ${encoding} and cannot be unpacked; the archive is damaged here.`,
      cause,
    );
  }
  if (encoding === 'identity') return bytes;
  throw readError('HTTP_ENCODING', `The page is packed with ${encoding.slice(0, 30)}, which is not read; fetch it with gzip.`);
}

/** Chunks in one piece; crawlers that had joined them already keep the header all the same. */
function joinChunks(body: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size =
      end < 0
        ? ''
        : body
            .toString('latin1', at, Math.min(end, at + 20))
            .split(';')[0]!
            .trim();
    if (!/^[\da-f]{1,8}$/i.test(size)) return pieces.length === 0 ? body : Buffer.concat(pieces);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    pieces.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(pieces);
}
