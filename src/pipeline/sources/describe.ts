import type { FeatureWriter } from '../../model/sequence.ts';
import { Features, partAt, step, wordAt } from './features.ts';
import { addFound } from './found-features.ts';
import type { SourceGround } from './ground.ts';
import { addLayout } from './layout.ts';
import type { Mention } from './mentions.ts';
import { addCue, addOwnCue, addPosition } from './place-features.ts';
import type { Heads, Question } from './question.ts';
import { standOf, type View, viewOf } from './stand.ts';
import { addClause, addNeighbours, addWords } from './word-features.ts';

/** The salts of the models. */
const CANDIDATE = 1;
const NOBODY = 2;

/** Writes the features of each candidate of a question, and last those of nobody being named. */
export function describe(ground: SourceGround, heads: Heads, question: Question, writer: FeatureWriter): void {
  const view = viewOf(ground, heads, question);
  const features = new Features(writer);
  for (const mention of question.candidates) describeCandidate(features, view, mention);
  describeNobody(features, view);
}

function describeCandidate(features: Features, view: View, mention: Mention): void {
  features.begin(CANDIDATE);
  const stand = standOf(view, mention);
  addPosition(features, view, stand);
  addCue(features, view, stand);
  addOwnCue(features, view, stand);
  addNeighbours(features, view, stand);
  addWords(features, view, stand);
  addClause(features, view, stand);
  addLayout(features, view, stand);
  addFound(features, view, stand);
  features.end();
}

/** Nobody stands beside the quote. */
function describeNobody(features: Features, { ground, question, cueWord, cueSide, cueNear, marks, sourceLikeCount }: View): void {
  const { start, end, cue, candidates, rule } = question;
  features.begin(NOBODY);
  const text = (at: number) => ground.tokens[at]?.text ?? '';
  features.add(1);
  features.add(2, marks);
  features.add(3, step(end - start));
  features.add(4, cueSide);
  features.add(5, Math.min(candidates.length, 5));
  features.add(6, /[―—–-]/.test(text(end) + text(end + 1)) ? 1 : 0, text(start - 1) === ':' || text(start - 2) === ':' ? 1 : 0);
  features.add(7, cueWord);
  features.add(8, cueNear, cueSide);
  features.add(9, wordAt(ground, start - 1));
  features.add(10, wordAt(ground, end));
  features.add(11, cue ? partAt(ground, cue.from - 1) * 32 + partAt(ground, cue.from) : 0);
  features.add(12, rule ? rule.form : 0, Math.min(sourceLikeCount, 3));
  features.end();
}
