import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelFile } from '../model/file.ts';
import { projectRoot } from '../paths.ts';
import { annotate } from '../pipeline/index.ts';
import { SPEAKERS_KIND, SPEAKERS_VERSION, type SpeakerModel, writeSpeakerModel } from '../pipeline/speaker-model.ts';
import { type MarkedArticle, readMarked, readSamples } from './marked.ts';
import { SOURCE_OPTIONS, trainSources } from './sources.ts';
import { SPEAKER_OPTIONS, trainWho, whoLessons } from './speakers.ts';

/** The marked articles that speakers are learned from: PolNeAR's train split, where it may be used, and the project's own samples. */
export function speakerData({ data, open }: { readonly data: string; readonly open: boolean }): MarkedArticle[] {
  const polnear = join(data, 'eval/polnear-train.jsonl.gz');
  return [...(open || !existsSync(polnear) ? [] : readMarked(polnear)), ...readSamples(join(projectRoot, 'samples/train'))];
}

/** Learns which words are the source of a quote, how far they reach, and whom they mean. */
export function learnSpeakers(articles: readonly MarkedArticle[], seed: number, progress: (line: string) => void): SpeakerModel {
  const read = articles.map((article) => ({ article, found: annotate(article) }));
  progress(`read ${articles.length} articles`);
  const sources = trainSources(
    read.map(({ article, found }) => ({ needs: found, quotes: article.quotes })),
    { ...SOURCE_OPTIONS, seed },
  );
  progress('learned sources');
  const lessons = read.flatMap(({ article, found }) => (article.gold ? [whoLessons(found, article)] : []));
  return { sources, who: trainWho(lessons, { ...SPEAKER_OPTIONS, seed }) };
}

/** The file of the trained model. */
export function trainSpeakers(training: {
  readonly data: string;
  readonly open: boolean;
  readonly seed: number;
  readonly progress: (line: string) => void;
}): ModelFile {
  const articles = speakerData(training);
  return {
    header: {
      kind: SPEAKERS_KIND,
      version: SPEAKERS_VERSION,
      data: training.open ? ['samples/train'] : ['polnear-train', 'samples/train'],
    },
    blocks: writeSpeakerModel(learnSpeakers(articles, training.seed, training.progress)),
  };
}
