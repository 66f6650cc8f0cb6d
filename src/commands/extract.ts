import { availableParallelism } from 'node:os';
import { type Extracted, isSpeech } from '../extraction/extracted.ts';
import { pretty } from '../extraction/pretty.ts';
import { isOneText, type Reading, textsAt } from '../extraction/texts.ts';
import { STDIN } from '../readers/input.ts';
import { inParallel } from '../workers/parallel.ts';
import { createAnnotators } from '../workers/pool.ts';

/** Flags of `extract`. */
export interface ExtractOptions {
  /** Only what was said, in the running text: as the API lists quotes unasked. */
  readonly speech?: boolean;
  /** For people to read instead of JSON lines. */
  readonly pretty?: boolean;
  /** Threads; by default one for each core, and none beside this one for a single text. */
  readonly workers?: number;
}

/** Prints what is found in each text, in order, as soon as it is found; sets exit code 1 when one could not be read. */
export async function extract(paths: readonly string[], options: ExtractOptions): Promise<void> {
  const { stdout } = process;
  const colours = stdout.isTTY && stdout.hasColors();
  // A reader that has seen enough, such as head, closes the pipe.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  const texts = textsAt(paths.length > 0 ? paths : [STDIN]);
  for await (const { id, text, found, error } of extractAll(texts, options.workers ?? (isOneText(paths) ? 1 : availableParallelism()))) {
    if (error) {
      console.error(`Failed: ${id}: ${error.message}`);
      process.exitCode = 1;
      continue;
    }
    const shown = options.speech ? { ...found, quotes: found.quotes.filter(isSpeech) } : found;
    const output = options.pretty ? pretty(id, text, shown, colours) : JSON.stringify({ id, ...shown });
    if (!stdout.write(`${output}\n`)) await new Promise((resolve) => stdout.once('drain', resolve));
  }
}

type Outcome =
  | { readonly id: string; readonly text: string; readonly found: Extracted; readonly error?: undefined }
  | { readonly id: string; readonly text?: undefined; readonly found?: undefined; readonly error: Error };

/** Texts on their way for each worker, so that none waits for the slowest. */
const AHEAD = 4;

/** What is found in each text, in order: by this thread where there is one worker, else by so many others. */
async function* extractAll(texts: AsyncIterable<Reading>, workers: number): AsyncGenerator<Outcome> {
  if (workers === 1) {
    const find = await finder();
    for await (const reading of texts) yield reading.error ? reading : attempted(reading, find);
    return;
  }
  const annotators = createAnnotators({ size: workers });
  const work = async (reading: Reading): Promise<Outcome> => {
    if (reading.error) return reading;
    try {
      return { ...reading, found: await annotators.run('extract', reading.text) };
    } catch (error) {
      return { id: reading.id, error: error as Error };
    }
  };
  try {
    yield* inParallel(texts, work, { limit: AHEAD * workers });
  } finally {
    await annotators.close();
  }
}

function attempted(reading: { readonly id: string; readonly text: string }, find: (text: string) => Extracted): Outcome {
  try {
    return { ...reading, found: find(reading.text) };
  } catch (error) {
    return { id: reading.id, error: error as Error };
  }
}

/** What finds, in this thread: imported where it is wanted, since with more threads each has its own. */
async function finder(): Promise<(text: string) => Extracted> {
  const [{ toExtracted }, { readModels }, { annotate }] = await Promise.all([
    import('../extraction/extracted.ts'),
    import('../models.ts'),
    import('../pipeline/index.ts'),
  ]);
  const models = readModels();
  return (text) => toExtracted(annotate({ text }, models));
}
