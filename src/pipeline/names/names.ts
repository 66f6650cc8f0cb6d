import type { Span } from '../../span.ts';
import { capitalized } from '../layout/capitals.ts';
import { lineOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';
import { namedElsewhere } from './model/elsewhere.ts';
import { findByNameModel } from './model/find.ts';
import { byForm } from './model/forms.ts';
import { namesInHeadline } from './model/headline.ts';
import type { NameRun, NameType } from './model/labels.ts';
import { mended } from './model/mend.ts';
import type { NameModel } from './model/model.ts';
import { withSites } from './model/sites.ts';

/** The names that a model learned to find, in order; none of them overlaps another. */
export interface LearnedNames {
  readonly names: readonly NameRun[];
  /** Index into the names; −1 where no name covers a token. */
  readonly at: Int32Array;
  /** Names that the article has in capitals and otherwise too, by their form in capitals. */
  readonly usual: ReadonlyMap<string, string>;
}

/**
 * Names found by a model, which three stages join with what rules are certain of: organizations, places and people. Null without a model: rules do what
 * they can.
 */
export function findNames(
  document: { readonly text: string; readonly tokens: readonly Token[]; readonly headline: Span | null; readonly dateline: Span | null },
  model: NameModel | null,
): { learned: LearnedNames | null } {
  if (!model) return { learned: null };
  const { tokens, headline, dateline } = document;
  // What a dateline names is read by rules.
  const found = mended(tokens, withSites(tokens, findByNameModel(document, model)));
  const named = namedElsewhere(tokens, byForm(tokens, found));
  const names = namesInHeadline(tokens, named, headline).filter(
    ({ from }) => dateline === null || tokens[from]!.start >= dateline.end || tokens[from]!.start < dateline.start,
  );
  const at = new Int32Array(tokens.length).fill(-1);
  for (const [index, { from, to }] of names.entries()) at.fill(index, from, to);
  const forms = names.map((name) => lineOf(document, name)).filter((form) => /\p{Ll}/u.test(form));
  return { learned: { names, at, usual: new Map(forms.map((form) => [form.toUpperCase(), form])) } };
}

/** A name as the article usually writes it; of one that it has in capitals alone, such as `OSTLEY` in a headline, the words with a capital each. */
export function usualForm({ usual }: LearnedNames, form: string): string {
  if (!/^(?=.*\p{Lu}{4})\P{Ll}+$/u.test(form)) return form;
  return usual.get(form) ?? capitalized(form);
}

/** The names of one type. */
export const learnedOf = (learned: LearnedNames | null, type: NameType): readonly NameRun[] =>
  learned?.names.filter((name) => name.type === type) ?? [];

/** The names that touch some tokens. */
export function learnedWithin({ names, at }: LearnedNames, { from, to }: Run): NameRun[] {
  const found: NameRun[] = [];
  for (let i = from; i < to; i++) {
    const index = at[i]!;
    if (index >= 0 && found.at(-1) !== names[index]) found.push(names[index]!);
  }
  return found;
}
