import { isUtf8 } from 'node:buffer';
import type { QuotewireError } from '../../errors.ts';
import { noRecords, notInUtf8, recordTooLarge } from '../errors.ts';
import { type Input, streamText } from '../input.ts';
import { type Entry, entryOf, type Item, MAX_RECORD, withNotes } from '../item.ts';
import { parseJson } from './json.ts';

/** Reads a JSON array of objects, or objects one after the other, each in memory by itself: the file may be of any size. */
export async function* readJsonValues(input: Input, itemsOf: (value: unknown) => readonly (() => Item)[]): AsyncGenerator<Entry> {
  const { chunks, notes } = streamText(input);
  let number = 0;
  for await (const json of splitValues(chunks)) {
    number++;
    try {
      if (json === null) throw recordTooLarge();
      if (!isUtf8(json)) throw notInUtf8();
      const items = itemsOf(parseJson(json.toString('utf8').trim()));
      for (const [i, make] of items.entries()) {
        yield entryOf(items.length > 1 ? `item ${i + 1}` : `record ${number}`, () => withNotes(make(), notes));
      }
    } catch (error) {
      yield { at: `record ${number}`, error: error as QuotewireError };
    }
  }
  if (number === 0) throw noRecords();
}

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_ARRAY, CLOSE_ARRAY, COMMA] = [...'"\\{}[],'].map((character) => character.charCodeAt(0));
const isSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/**
 * The values of one top-level array, or those that follow each other, as JSON; null for one that is too large, whose bytes are let go.
 * Only brackets and strings are told apart here: what stands between is JSON.parse's to judge, in one record at a time.
 */
async function* splitValues(chunks: AsyncIterable<Buffer>, largest = MAX_RECORD): AsyncGenerator<Buffer | null> {
  let pieces: Buffer[] = [];
  let size = 0;
  let depth = 0;
  let [inString, escaped, started, inArray, any] = [false, false, false, false, false];
  const keep = (piece: Buffer) => {
    size += piece.length;
    if (size <= largest) pieces.push(piece);
    else pieces = [];
  };
  const take = () => {
    const json = size > largest ? null : Buffer.concat(pieces);
    pieces = [];
    size = 0;
    started = false;
    return json;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
      } else if (!started && !any && byte === OPEN_ARRAY) {
        // The array that holds all.
        any = true;
        inArray = true;
        from = i + 1;
      } else if (!started && (isSpace(byte) || byte === COMMA || (inArray && byte === CLOSE_ARRAY))) from = i + 1;
      else {
        if (!started) {
          started = true;
          any = true;
          from = i;
        }
        if (byte === QUOTE) inString = true;
        else if (byte === OPEN || byte === OPEN_ARRAY) depth++;
        else if (depth > 0 && (byte === CLOSE || byte === CLOSE_ARRAY)) {
          if (--depth === 0) {
            keep(chunk.subarray(from, i + 1));
            from = i + 1;
            yield take();
          }
        } else if (depth === 0 && (byte === COMMA || byte === CLOSE_ARRAY)) {
          // The end of a value without brackets.
          keep(chunk.subarray(from, i));
          from = i + 1;
          yield take();
        }
      }
    }
    if (started && from < chunk.length) keep(chunk.subarray(from));
  }
  if (started) yield take();
}
