import { sharedShorts } from './shared.ts';

/** What a file of weights holds: a header for people and programs, and named blocks of bytes. */
export interface ModelFile {
  readonly header: ModelHeader;
  readonly blocks: ReadonlyMap<string, Uint8Array>;
}

export interface ModelHeader {
  /** What the model finds: quotes, names, speakers. */
  readonly kind: string;
  /** Raised when code can no longer use the weights of before: another kind of features, other labels. */
  readonly version: number;
  /** What the weights were trained on, as the model card names it. */
  readonly data: readonly string[];
}

/** The first bytes of every file: Quotewire weights, layout 1. */
const MAGIC = 'QWW1';

/** The bytes of a file, which is stored compressed. The same model gives the same bytes. */
export function writeModelFile({ header, blocks }: ModelFile): Uint8Array {
  const sizes = [...blocks].map(([name, bytes]) => [name, bytes.length]);
  const text = new TextEncoder().encode(`${MAGIC}${JSON.stringify({ ...header, blocks: sizes })}\n`);
  const file = new Uint8Array([...blocks.values()].reduce((sum, bytes) => sum + bytes.length, text.length));
  file.set(text);
  let at = text.length;
  for (const bytes of blocks.values()) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/**
 * Reads a file's bytes, uncompressed.
 * @throws RangeError where they are no weights, or of another kind or version than asked for.
 */
export function readModelFile(bytes: Uint8Array, kind: string, version: number): ModelFile {
  const end = bytes.indexOf(10);
  const text = new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0)));
  if (!text.startsWith(MAGIC)) throw new RangeError(`no weights of Quotewire: they begin with ${MAGIC}`);
  const { blocks, ...header } = JSON.parse(text.slice(MAGIC.length)) as ModelHeader & { blocks: [string, number][] };
  if (header.kind !== kind || header.version !== version)
    throw new RangeError(`weights for ${header.kind}, version ${header.version}; this program uses ${kind}, version ${version}`);
  let at = end + 1;
  const read = new Map<string, Uint8Array>();
  for (const [name, length] of blocks) {
    read.set(name, bytes.subarray(at, at + length));
    at += length;
  }
  if (at !== bytes.length) throw new RangeError(`weights of ${bytes.length} bytes instead of ${at}: the file is damaged`);
  return { header, blocks: read };
}

/** @throws RangeError where the file holds no block of that name. */
export function blockOf(blocks: ModelFile['blocks'], name: string): Uint8Array {
  const block = blocks.get(name);
  if (!block) throw new RangeError(`the weights have no block ${name}`);
  return block;
}

/** Whole numbers in as few bytes as each needs: seven bits a byte, the sign in the lowest bit. */
export function packIntegers(values: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  for (const value of values) {
    let rest = value < 0 ? -2 * value - 1 : 2 * value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** The numbers that `packIntegers` packed. */
export const unpackIntegers = (bytes: Uint8Array): Float64Array => unpack(bytes, (count) => new Float64Array(count));

/** The same, where 16 bits hold each, in memory that threads share: weights, of which there are millions. */
export const unpackShorts = (bytes: Uint8Array): Int16Array => unpack(bytes, sharedShorts);

/** One loop over the bytes, since a file holds millions of them and every start waits for it. */
function unpack<Values extends Float64Array | Int16Array>(bytes: Uint8Array, make: (count: number) => Values): Values {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! < 128) count++;
  const values = make(count);
  for (let at = 0, k = 0; k < count; k++) {
    let byte = bytes[at++]!;
    // Nearly all weights take one byte, and small numbers a quarter of the time of those that may have 53 bits.
    if (byte < 128) {
      values[k] = (byte >> 1) ^ -(byte & 1);
      continue;
    }
    let value = byte & 127;
    for (let factor = 128; byte > 127; factor *= 128) {
      byte = bytes[at++]!;
      value += (byte & 127) * factor;
    }
    values[k] = value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }
  return values;
}
