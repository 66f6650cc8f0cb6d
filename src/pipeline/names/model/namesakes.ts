import { isCapital } from '../../layout/capitals.ts';
import { PLACES } from '../../lexicon/places.ts';
import type { Token } from '../../words/tokens.ts';
import type { NameRun } from './labels.ts';

/**
 * The names, where a word alone that was taken for an organization or a place is the surname of a person whom the article names in full: "Sharp" of
 * Dean Sharp. Of 16 organizations so found in the wire stories of CoNLL-2003's training part 15 are people. Not behind an article ("a Daewoo statement") or a
 * preposition of place, or where a longer name of another sort has the word.
 */
export function withSurnames(tokens: readonly Token[], runs: readonly NameRun[]): readonly NameRun[] {
  const [surnames, others] = [new Set<string>(), new Set<string>()];
  for (const { type, from, to } of runs) {
    if (type === 'PERSON' && to - from > 1) surnames.add(tokens[to - 1]!.text);
    else if (type !== 'PERSON' && to - from > 1) for (let i = from; i < to; i++) others.add(tokens[i]!.text);
  }
  if (surnames.size === 0) return runs;
  const isPerson = ({ type, from, to }: NameRun) => {
    const { text } = tokens[from]!;
    if (to - from !== 1 || (type !== 'ORGANIZATION' && type !== 'PLACE') || !surnames.has(text) || others.has(text)) return false;
    const before = tokens[from - 1]?.lower ?? '';
    return !(
      /^(?:an?|the|this|its)$/.test(before) ||
      (type === 'PLACE' && (PLACES.has(text) || /^(?:in|at|from|near|to|of|for|into|around)$/.test(before)))
    );
  };
  return runs.map((run) => (isPerson(run) && isCapital(tokens[run.from]!.text) ? { ...run, type: 'PERSON' } : run));
}
