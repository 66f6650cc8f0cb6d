import type { Votes } from './features.ts';
import { NAME_TYPES, type NameRun, namesOf } from './labels.ts';
import type { NameView } from './view.ts';

/** Where in a name a word stands: alone, first, last or between. */
const [ALONE, FIRST, LAST, BETWEEN] = [0, 1, 2, 3];
const PLACES = 4;

/** Counts, for each word of an article, what it was found to be: the same word is mostly the same name. */
export function votesOf(view: NameView, labels: ArrayLike<number>): Votes {
  const counts = new Map<number, Int32Array>();
  for (const name of namesOf(labels)) {
    for (let i = name.from; i < name.to; i++) {
      const count = counts.get(view.word[i]!) ?? new Int32Array(NAME_TYPES.length * PLACES);
      count[NAME_TYPES.indexOf(name.type) * PLACES + placeIn(name, i)]!++;
      counts.set(view.word[i]!, count);
    }
  }
  const [most, types] = [new Int32Array(view.n), new Int32Array(view.n)];
  for (let i = 0; i < view.n; i++) {
    const count = counts.get(view.word[i]!);
    if (!count) continue;
    let top = 0;
    for (let k = 0; k < count.length; k++) {
      if (count[k]! > count[top]!) top = k;
      if (count[k]! > 0) types[i]! |= 1 << Math.floor(k / PLACES);
    }
    most[i] = top + 1;
  }
  return { most, types };
}

const placeIn = ({ from, to }: NameRun, i: number) => (to - from === 1 ? ALONE : i === from ? FIRST : i === to - 1 ? LAST : BETWEEN);
