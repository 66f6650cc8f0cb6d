import { type Chain, viterbi } from '../../../model/labeller.ts';
import { perObject } from '../../../model/per-object.ts';
import { weigh, weighed } from '../../../model/scorer.ts';
import type { Table } from '../../../model/table.ts';
import { addToScores, emptyRows, WordSums } from '../../../model/word-sums.ts';
import { WORDS_KEPT } from '../../words/word-memo.ts';
import { aloneFeatures, beside, HERE, joinedFeatures, PLACES, votedFeatures } from './features.ts';
import { LABELS, type NameRun, namesOf } from './labels.ts';
import type { NameModel } from './model.ts';
import { eachStretch, type NameText, type NameView, nameViewOf } from './view.ts';
import { votesOf } from './votes.ts';
import type { NameWord } from './word.ts';

/** The best labels for scores, stretch by stretch: token i's label l at i × `width` + `column` + l. */
export function label(chain: Chain, view: NameView, scores: Int32Array, width: number, column: number): Uint8Array {
  const labels = new Uint8Array(view.n);
  eachStretch(view, (from, to) => viterbi(chain, { scores, width, column }, from, to, labels));
  return labels;
}

/** What each table gives to words alone. */
const sumsFor = perObject((table: Table) => new WordSums<NameWord>(table, PLACES, WORDS_KEPT, aloneFeatures));

/** What the first look's features weigh for each token: those of single words from what is known of these, the others looked up. */
export function nameScores(view: NameView, table: Table): Int32Array {
  const scores = weighed(table, view.n, (writer) => joinedFeatures(view, writer));
  const alone = sumsFor(table);
  const rows = emptyRows(table, view.n);
  for (let k = 0; k < view.n; k++) {
    let start = -1;
    for (let place = 0; place < PLACES; place++) {
      const i = k + HERE - place;
      if (beside(view, k, i) < 0 || !view.live[i]) continue;
      if (start < 0) start = alone.startOf(view.words[k]!);
      alone.addTo(rows, i, start, place);
    }
    if (!view.live[k]) continue;
    for (let place = 0; place < PLACES; place++)
      if (beside(view, k, k + place - HERE) < 0) alone.addTo(rows, k, alone.startOf(null), place);
  }
  addToScores(table, rows, scores);
  return scores;
}

/** The names of an article, in order. Both looks are scored at once, since finding a feature's weights takes most of the time. */
export function findByNameModel(article: NameText, { knowledge, table, first, second }: NameModel): NameRun[] {
  const view = nameViewOf(article, knowledge);
  const scores = nameScores(view, table);
  const once = label(first, view, scores, table.width, 0);
  const votes = votesOf(view, once);
  weigh(table, scores, (writer) => votedFeatures(view, votes, writer));
  return namesOf(label(second, view, scores, table.width, LABELS));
}
