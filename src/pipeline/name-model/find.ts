import { bestOf, type Chain } from '../../model/labeller.ts';
import { lengthOf, type Sequence } from '../../model/sequence.ts';
import { addRows, type Table } from '../../model/table.ts';
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

/** Adds to scores what features weigh. */
export function addScores(table: Table, sequence: Sequence, scores: Int32Array): void {
  const { features, offsets } = sequence;
  for (let i = 0; i < lengthOf(sequence); i++) addRows(table, features, offsets[i]!, offsets[i + 1]!, scores, i * table.width);
}

/** The names of an article, in order. Both looks are scored at once, since finding a feature's weights takes most of the time. */
export function findByNameModel(article: NameText, { knowledge, table, first, second }: NameModel): NameRun[] {
  const view = nameViewOf(article, knowledge);
  const scores = new Int32Array(view.n * table.width);
  addScores(table, nameFeatures(view), scores);
  const once = label(first, view, scores, table.width, 0);
  addScores(table, votedFeatures(view, votesOf(view, once)), scores);
  return namesOf(label(second, view, scores, table.width, LABELS));
}
