import type { ModelFile } from '../model/file.ts';
import { NO_WEIGHTS } from '../model/no-weights.ts';
import { annotate } from '../pipeline/index.ts';
import type { Confidence } from '../pipeline/resolution/confidence.ts';
import { SPEAKERS_KIND, SPEAKERS_VERSION, type SpeakerModel, writeSpeakerModel } from '../pipeline/resolution/speaker-model.ts';
import { type Judged, trainConfidence } from './confidence.ts';
import { FOLDS, foldsOf } from './quote-folds.ts';
import { lessonsOf, SOURCE_OPTIONS, trainSources } from './sources.ts';
import { SPEAKER_OPTIONS, trainWho, whoLessons } from './speakers.ts';
import { namesIn } from './trained.ts';
import type { Training } from './training.ts';

/** Learns which words are the source of a quote, how far they reach, and whom they mean: of quotes as they are found, not as they are marked. */
async function learnSpeakers(training: Training): Promise<SpeakerModel> {
  const { articles, modelFor } = await foldsOf(training);
  const names = namesIn(training.models);
  const read = articles.map(({ article }, i) => ({ article, found: annotate(article, { names, quotes: modelFor(i), speakers: null }) }));
  training.progress(`read ${articles.length} articles`);
  const lessons = read.map(({ article, found }) => ({
    sources: lessonsOf({ needs: found, quotes: article.quotes }),
    who: article.gold ? whoLessons(found, article) : [],
  }));
  const learn = (uses: (i: number) => boolean) => {
    const used = lessons.filter((_, i) => uses(i));
    return {
      sources: trainSources(
        used.map(({ sources }) => sources),
        { ...SOURCE_OPTIONS, seed: training.seed },
      ),
      who: trainWho(
        used.map(({ who }) => who),
        { ...SPEAKER_OPTIONS, seed: training.seed },
      ),
    };
  };
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const speakers = { ...learn((i) => i % FOLDS !== fold), confidence: UNSURE };
    for (const [i, { article }] of articles.entries())
      if (i % FOLDS === fold) judged.push({ article, found: annotate(article, { names, quotes: modelFor(i), speakers }) });
    training.progress(`learned sources of part ${fold + 1} of ${FOLDS}`);
  }
  return { ...learn(() => true), confidence: trainConfidence(judged, training.seed) };
}

/** Before it has been learned how sure to be. */
const UNSURE: Confidence = { quotes: NO_WEIGHTS, speakers: NO_WEIGHTS };

/** The file of the trained model. */
export async function trainSpeakers(training: Training): Promise<ModelFile> {
  return {
    header: {
      kind: SPEAKERS_KIND,
      version: SPEAKERS_VERSION,
      data: training.open ? ['samples/train'] : ['polnear-train', 'samples/train'],
    },
    blocks: writeSpeakerModel(await learnSpeakers(training)),
  };
}
