import { readError, recordTooLarge } from '../readers/errors.ts';
import { parseJson } from '../readers/formats/json.ts';
import { type Input, openInput, streamText } from '../readers/input.ts';
import { MAX_RECORD } from '../readers/item.ts';
import { splitLines } from '../readers/lines.ts';

/** A line that holds something other than white space. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null where it is too long to be read. */
  readonly text: string | null;
}

/**
 * The lines of a file, packed with gzip or not, one after the other.
 * @throws Error of the file system where it cannot be read.
 */
export async function* linesOfFile(path: string): AsyncGenerator<Line> {
  const input = await openInput(path);
  try {
    yield* linesOf(input);
  } finally {
    input.close();
  }
}

/** The lines of an open file. */
export async function* linesOf(input: Input): AsyncGenerator<Line> {
  for await (const { number, bytes } of splitLines(streamText(input).chunks, MAX_RECORD)) {
    const text = bytes?.toString('utf8') ?? null;
    if (text?.trim() !== '') yield { number, text };
  }
}

/**
 * What a line of JSON holds.
 * @throws QuotewireError where it is none, or not what `parse` wants.
 */
export function parseLine<Value>({ text }: Line, parse: (value: unknown) => Value): Value {
  if (text === null) throw recordTooLarge();
  const value = parseJson(text);
  try {
    return parse(value);
  } catch (cause) {
    const issue = (cause as { issues?: { path: PropertyKey[]; message: string }[] }).issues?.[0];
    throw readError('RECORD_FIELDS', issue ? `${issue.path.join('.') || 'The line'}: ${issue.message}.` : String(cause), cause);
  }
}
