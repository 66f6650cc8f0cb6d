import type { ModelFile } from '../model/file.ts';
import { trainNames } from './names.ts';
import { trainQuotes } from './quotes.ts';
import { trainSpeakers } from './speaker-model.ts';
import type { Training } from './training.ts';
import { trainWordClasses, wordVectors } from './word-classes.ts';

export type Trainer = (training: Training) => ModelFile | Promise<ModelFile>;
export type TrainerName = keyof typeof TRAINERS;

/** Makes each model, in an order in which each has those that it builds on. */
export const TRAINERS = {
  words: ({ seed, progress }: Training) => trainWordClasses(wordVectors(), seed, progress),
  names: trainNames,
  quotes: trainQuotes,
  speakers: trainSpeakers,
} as const satisfies Record<string, Trainer>;
