import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ModelFile, readModelFile } from './model/file.ts';
import { modelsDir } from './paths.ts';
import type { Models } from './pipeline/index.ts';
import { NAMES_KIND, NAMES_VERSION, readNameModel } from './pipeline/names/model/model.ts';
import { QUOTES_KIND, QUOTES_VERSION, readQuoteModel } from './pipeline/quotes/model/model.ts';
import { readSpeakerModel, SPEAKERS_KIND, SPEAKERS_VERSION } from './pipeline/resolution/speaker-model.ts';
import { readWordClasses, WORD_CLASSES_KIND, WORD_CLASSES_VERSION } from './pipeline/words/word-classes.ts';

const loaded = new Map<string, Models>();

/** The weights in models/ or another folder, read once a process; what is missing is done by rules. */
export function readModels(folder = modelsDir): Models {
  const known = loaded.get(folder);
  if (known) return known;
  const read = <Model>(kind: string, version: number, from: (blocks: ModelFile['blocks']) => Model) =>
    readFrom(folder, kind, version, from);
  const classes = read(WORD_CLASSES_KIND, WORD_CLASSES_VERSION, readWordClasses);
  const models: Models = {
    names: classes && read(NAMES_KIND, NAMES_VERSION, (blocks) => readNameModel(blocks, classes)),
    quotes: classes && read(QUOTES_KIND, QUOTES_VERSION, (blocks) => readQuoteModel(blocks, classes)),
    speakers: read(SPEAKERS_KIND, SPEAKERS_VERSION, readSpeakerModel),
  };
  loaded.set(folder, models);
  return models;
}

/** One model of the folder; null where it has no file. */
function readFrom<Model>(folder: string, kind: string, version: number, from: (blocks: ModelFile['blocks']) => Model): Model | null {
  const file = join(folder, `${kind}.bin.gz`);
  return existsSync(file) ? from(readModelFile(gunzipSync(readFileSync(file)), kind, version).blocks) : null;
}
