import type { Run } from '../../words/runs.ts';
import type { Token } from '../../words/tokens.ts';

/** What may be named. Other names (works, events, peoples) are learned, so that they are taken for nothing else, and left out. */
export type NameType = 'PERSON' | 'ORGANIZATION' | 'PLACE' | 'OTHER';
export const NAME_TYPES: readonly NameType[] = ['PERSON', 'ORGANIZATION', 'PLACE', 'OTHER'];

/** The labels of tokens: 0 for no name, then each type where a name begins, then each where it goes on. */
export const LABELS = 1 + 2 * NAME_TYPES.length;
const NO_NAME = 0;
export const beginOf = (type: NameType): number => 1 + NAME_TYPES.indexOf(type);
export const onOf = (type: NameType): number => beginOf(type) + NAME_TYPES.length;

const goesOn = (label: number) => label > NAME_TYPES.length;

/** Whether a label may follow another, or begin a sentence (−1). */
export const allows = (from: number, to: number): boolean => !goesOn(to) || from === to || from === to - NAME_TYPES.length;

/** A name. */
export interface NameRun extends Run {
  readonly type: NameType;
}

/** The names that labels stand for. */
export function namesOf(labels: ArrayLike<number>): NameRun[] {
  const names: NameRun[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === NO_NAME || goesOn(label)) continue;
    let to = i + 1;
    while (to < labels.length && labels[to] === label + NAME_TYPES.length) to++;
    names.push({ from: i, to, type: NAME_TYPES[label - 1]! });
    i = to - 1;
  }
  return names;
}

/** The words of a name in small letters, by which one is the same as another. */
export const wordsOf = (tokens: readonly Token[], { from, to }: Run): string =>
  tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ');
