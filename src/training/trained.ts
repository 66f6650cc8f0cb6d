import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { QuotewireError } from '../errors.ts';
import { type ModelFile, readModelFile } from '../model/file.ts';
import { NAMES_KIND, NAMES_VERSION, type NameModel, readNameModel } from '../pipeline/names/model/model.ts';
import { readWordClasses, WORD_CLASSES_KIND, WORD_CLASSES_VERSION, type WordClasses } from '../pipeline/words/word-classes.ts';

/**
 * The word classes among the models trained before.
 * @throws QuotewireError where there are none.
 */
export const classesIn = (models: string): WordClasses => readWordClasses(blocksIn(models, WORD_CLASSES_KIND, WORD_CLASSES_VERSION));

/**
 * The model of names among the models trained before.
 * @throws QuotewireError where there is none.
 */
export const namesIn = (models: string): NameModel => readNameModel(blocksIn(models, NAMES_KIND, NAMES_VERSION), classesIn(models));

function blocksIn(models: string, kind: string, version: number): ModelFile['blocks'] {
  const file = join(models, `${kind}.bin.gz`);
  if (!existsSync(file)) throw new QuotewireError('BAD_USAGE', `No ${file}: train ${kind} first.`);
  return readModelFile(gunzipSync(readFileSync(file)), kind, version).blocks;
}
