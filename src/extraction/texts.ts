import { z } from 'zod';
import type { QuotewireError } from '../errors.ts';
import { fileError } from '../readers/errors.ts';
import { MAX_BYTES } from '../readers/formats/text.ts';
import { headText, type Input, openInput, readText, STDIN } from '../readers/input.ts';
import { linesOf, parseLine } from './json-lines.ts';

/** A text to extract from, exactly as it was given; or where there is none, and why. */
export type Reading =
  | { readonly id: string; readonly text: string; readonly error?: undefined }
  | { readonly id: string; readonly text?: undefined; readonly error: QuotewireError };

const article = z.object({
  id: z.union([z.string(), z.number()], { error: 'a string or a number is wanted' }).transform(String),
  text: z.string({ error: 'a string is wanted' }),
});

/** Endings of files that hold one JSON object a line. */
const LINES = /\.(?:jsonl|ndjson)(?:\.gz)?$/i;

/** Whether these are one file with one text in it: another thread would take longer to start than this one takes for it. */
export const isOneText = (paths: readonly string[]): boolean => paths.length === 1 && paths[0] !== STDIN && !LINES.test(paths[0]!);

/**
 * The texts at `paths`, in order: a file is one text with its path as id, a file of JSON lines `{id, text}` one text a line. `-` is the
 * standard input: JSON lines where it begins with a brace, else one text. What cannot be read is passed on as its error.
 */
export async function* textsAt(paths: readonly string[]): AsyncGenerator<Reading> {
  for (const path of paths) {
    let input: Input | undefined;
    try {
      input = await openInput(path);
      if (LINES.test(path) || (path === STDIN && headText(input)?.trimStart().startsWith('{'))) yield* textsIn(path, input);
      else yield { id: path, text: (await readText(input, MAX_BYTES)).text };
    } catch (error) {
      yield { id: path, error: fileError(error) };
    } finally {
      input?.close();
    }
  }
}

/** The texts of JSON lines; a bad line costs itself alone. */
async function* textsIn(path: string, input: Input): AsyncGenerator<Reading> {
  for await (const line of linesOf(input)) {
    try {
      yield parseLine(line, (value) => article.parse(value));
    } catch (error) {
      yield { id: `${path}, line ${line.number}`, error: fileError(error) };
    }
  }
}
