import { bestOf, type Chain } from '../../model/labeller.ts';
import { weigh } from '../../model/scorer.ts';
import { nameFeatures, votedFeatures } from './features.ts';
import { LABELS, type NameRun, namesOf } from './labels.ts';
import type { NameModel } from './model.ts';
import { eachStretch, type NameText, type NameView, nameViewOf } from './view.ts';
import { votesOf } from './votes.ts';

/** The best labels for scores, stretch by stretch: token i's label l at i × `width` + `column` + l. */
export function label(chain: Chain, view: NameView, scores: Int32Array, width: number, column: number): Uint8Array {
  const labels = new Uint8Array(view.n);
  eachStretch(view, (from, to) => bestOf(chain, { scores, width, column }, from, to, labels));
  return labels;
}

/** The names of an article, in order. Both looks are scored at once, since finding a feature's weights takes most of the time. */
export function findByNameModel(article: NameText, { knowledge, table, first, second }: NameModel): NameRun[] {
  const view = nameViewOf(article, knowledge);
  const scores = new Int32Array(view.n * table.width);
  weigh(table, scores, (writer) => nameFeatures(view, writer));
  const once = label(first, view, scores, table.width, 0);
  const votes = votesOf(view, once);
  weigh(table, scores, (writer) => votedFeatures(view, votes, writer));
  return namesOf(label(second, view, scores, table.width, LABELS));
}
