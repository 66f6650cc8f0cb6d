import { resolve } from 'node:path';
import { readError } from './errors.ts';
import { headText, type Input, STDIN, streamText } from './input.ts';
import { splitLines } from './lines.ts';
import { FORMATS, type Format } from './options.ts';

/** Where a document stands that could not be loaded: the file, its format where that was told, and the place in it; null is the whole file. */
export interface Place {
  readonly file: string;
  readonly format: Format | null;
  readonly at: string | null;
  /** Where a copy lies of what standard input gave; null where there is none, or `file` is a file. */
  readonly kept: string | null;
}

/** Marks a line of a list of rejects. */
const MARK = 'rejected';

/** How a list of rejects begins. */
export const REJECTS_START = `{"quotewire":"${MARK}"`;

/** One line of a list of rejects: given to a reader, it reads that document again. */
export const rejectLine = ({ file, format, at, kept }: Place, reason: string): string => {
  const place = file === STDIN ? { file, kept: kept && resolve(kept) } : { file: resolve(file) };
  return `${JSON.stringify({ quotewire: MARK, ...place, format, at, reason })}\n`;
};

/** Whether a file is a list of rejects. */
export const isRejects = (input: Input): boolean => headText(input)?.startsWith(REJECTS_START) ?? false;

/** What is to be read of a file again. */
export interface Again {
  readonly file: string;
  readonly format: Format | null;
  /** The places in it; null is the whole file. */
  readonly places: ReadonlySet<string> | null;
  readonly kept: string | null;
}

/** Bytes of a line: a path, a place and a reason. */
const LONGEST = 100_000;

/** The files that a list of rejects names, each once, with the places in them. */
export async function readRejects(input: Input): Promise<Again[]> {
  const files = new Map<string, { format: Format | null; places: Set<string> | null; kept: string | null }>();
  for await (const { number, bytes } of splitLines(streamText(input).chunks, LONGEST)) {
    const { file, format, at, kept } = placeOf(bytes, number);
    const known = files.get(file);
    if (at === null) files.set(file, { format, places: null, kept });
    else if (!known) files.set(file, { format, places: new Set([at]), kept });
    else known.places?.add(at);
  }
  return [...files].map(([file, again]) => ({ file, ...again }));
}

function placeOf(bytes: Buffer | null, number: number): Place {
  try {
    const { quotewire, file, format, at, kept = null } = JSON.parse(bytes!.toString('utf8'));
    if (quotewire === MARK && typeof file === 'string' && [at, kept].every((text) => text === null || typeof text === 'string')) {
      return { file, format: FORMATS.find((name) => name === format) ?? null, at, kept };
    }
  } catch {
    // Said below.
  }
  throw readError('REJECTS_BROKEN', `Line ${number} is none that --rejects writes; feed the file again as it was written.`);
}
