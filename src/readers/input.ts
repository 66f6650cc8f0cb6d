import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { PassThrough, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { decode, type Encoding, encodingOf, toUtf8 } from './encoding.ts';
import { emptyFile, emptyStdin, readError, tooLarge } from './errors.ts';
import type { ReadOptions } from './options.ts';

/** Bytes that are looked at to tell format and encoding. */
const HEAD = 64 * 1024;
/** Real text shrinks to a fifth. What grows this much more, and to this size, was made to fill a memory or a disk. */
const BOMB_RATIO = 250;
const BOMB_BYTES = 100_000_000;
/** Standard input, as commands name it. */
export const STDIN = '-';

/** An open file: its beginning, to see what it is, and all its bytes, decompressed, once. */
export interface Input {
  /** Absolute, links followed; `stdin` for standard input. */
  readonly key: string;
  /** Without its folders. */
  readonly name: string;
  /** The first bytes. */
  readonly head: Buffer;
  /** Whether the file ends with its head. */
  readonly whole: boolean;
  /** All bytes, from the first on; can be asked for once. */
  readonly bytes: AsyncIterable<Buffer>;
  close(): void;
}

/** How to open: what is followed is looked at up to its first line end only, since more may be long in coming. */
type OpenOptions = Pick<ReadOptions, 'follow' | 'keep' | 'kept' | 'onBytes'>;

/** Opens a file or standard input, which may be compressed with gzip. */
export async function openInput(path: string, options: OpenOptions = {}): Promise<Input> {
  const { follow = false, keep, kept, onBytes = () => {} } = options;
  const from = path === STDIN && kept ? kept : path;
  // First: a stream of a file that is not there fails while nobody listens yet.
  const place = from === STDIN ? 'stdin' : await realpath(from);
  const key = path === STDIN ? 'stdin' : place;
  const stream = from === STDIN ? process.stdin : createReadStream(from);
  const bytes = counted(stream as AsyncIterable<Buffer>, onBytes);
  const raw = from === STDIN && keep ? copied(bytes, keep) : bytes;
  const { taken: start, failure: atOnce } = await atLeast(raw, 2);
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const plain = isGzip ? gunzip(rest(start, raw, atOnce)) : rest(start, raw, atOnce);
  const { taken: head, ended, failure } = await atLeast(plain, HEAD, follow);
  const close = () => {
    if (from !== STDIN) stream.destroy();
  };
  if (head.length === 0) {
    close();
    throw failure ?? (from === STDIN ? emptyStdin() : emptyFile());
  }
  const whole = ended && head.length <= HEAD;
  return { key, name: basename(key), head: head.subarray(0, HEAD), whole, bytes: rest(head, plain, failure), close };
}

/** The bytes in one piece; no more than `most` are read. */
async function readWhole({ bytes }: Pick<Input, 'bytes'>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) throw tooLarge(size);
  }
  return Buffer.concat(chunks);
}

/** A whole file as text, with what was guessed of its encoding. */
export async function readText(input: Input, most: number): Promise<{ text: string; notes: string[] }> {
  const bytes = await readWhole(input, most);
  const encoding = encodingOf(bytes, true);
  return { text: decode(bytes, encoding), notes: notesOf(encoding) };
}

/** The text of a file whose records are read one after the other, in UTF-8. */
export function streamText(input: Input): { chunks: AsyncIterable<Buffer>; notes: string[] } {
  const encoding = encodingOf(input.head, input.whole, true);
  const chunks = toUtf8(input.bytes, encoding);
  return { chunks: endsLinesWithCr(input.head) ? withLineFeeds(chunks) : chunks, notes: notesOf(encoding) };
}

/** The head as text, to tell the format by; null where it is no text. */
export function headText({ head, whole }: Input): string | null {
  try {
    return decode(head, encodingOf(head, whole, true)).replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}

/** What is to be said of an encoding, beside the article. */
export const notesOf = ({ label, guessed }: Encoding): string[] => (guessed ? [`Read as ${label}, which was guessed from its bytes.`] : []);

/** Whether lines end as on the Macs of old, and in what spreadsheets still call so. */
const endsLinesWithCr = (head: Buffer): boolean => head.includes(0x0d) && !head.includes(0x0a);

async function* withLineFeeds(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk.map((byte) => (byte === 0x0d ? 0x0a : byte)));
}

async function* gunzip(compressed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [taken, given] = [0, 0];
  const input = counted(compressed, (count) => {
    taken += count;
  });
  // A failure shows at the reading end.
  const out = pipeline(input, createGunzip(), new PassThrough(), () => {});
  for await (const chunk of out as AsyncIterable<Buffer>) {
    given += chunk.length;
    if (given > BOMB_BYTES && given > taken * BOMB_RATIO) {
      throw readError('GZIP_BOMB', `It unpacks to over ${BOMB_RATIO} times its size, as no text does; it was read no further.`);
    }
    yield chunk;
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

/** Passes on what comes once it is written to `file` too. */
async function* copied(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  const handle = openSync(file, 'w');
  try {
    for await (const chunk of chunks) {
      writeSync(handle, chunk);
      yield chunk;
    }
  } finally {
    closeSync(handle);
  }
}

/** What comes from an iterator until there are `count` bytes, or a whole line, it ends or it fails: what came before a failure is still read. */
async function atLeast(
  chunks: AsyncIterator<Buffer>,
  count: number,
  oneLine = false,
): Promise<{ taken: Buffer; ended: boolean; failure?: unknown }> {
  const taken: Buffer[] = [];
  try {
    for (let size = 0; size < count; ) {
      const { value, done } = await chunks.next();
      if (done) return { taken: Buffer.concat(taken), ended: true };
      taken.push(value);
      size += value.length;
      if (oneLine && value.includes(10)) break;
    }
  } catch (failure) {
    return { taken: Buffer.concat(taken), ended: true, failure };
  }
  return { taken: Buffer.concat(taken), ended: false };
}

async function* rest(start: Buffer, chunks: AsyncIterator<Buffer>, failure?: unknown): AsyncGenerator<Buffer> {
  if (start.length > 0) yield start;
  if (failure) throw failure;
  for (;;) {
    const { value, done } = await chunks.next();
    if (done) return;
    yield value;
  }
}
