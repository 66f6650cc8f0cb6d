import { type ModelFile, packIntegers } from '../model/file.ts';
import { writeLabeller, writeTable } from '../model/labeller-file.ts';
import { writeTrees } from '../model/trees.ts';
import { QUOTES_KIND, QUOTES_VERSION } from '../pipeline/quotes/model/model.ts';
import { foldsOf } from './quote-folds.ts';
import type { Training } from './training.ts';

/** Trains all that finds quotes. */
export async function trainQuotes(training: Training): Promise<ModelFile> {
  const { whole } = await foldsOf(training);
  const { cues, tagger, ranker, trees, merger, act } = await whole();
  return {
    header: { kind: QUOTES_KIND, version: QUOTES_VERSION, data: training.open ? ['samples/train'] : ['polnear-train', 'samples/train'] },
    blocks: new Map([
      ['cues', packIntegers([...cues].flat())],
      ...writeLabeller('tagger', tagger),
      ...writeTable('ranker', ranker.table),
      ['ranker.dense', packIntegers(ranker.dense)],
      writeTrees('trees', trees),
      ...writeTable('merger', merger),
      ...writeTable('act', act),
    ]),
  };
}
