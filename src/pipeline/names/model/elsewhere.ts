import type { Token } from '../../words/tokens.ts';
import type { NameRun } from './labels.ts';

/**
 * The names, and every other place that has one of them letter by letter and no name yet: a body that the text names is one in a heading too. Of names of
 * two words or more that people or organizations bear; one word may be another.
 */
export function namedElsewhere(tokens: readonly Token[], names: readonly NameRun[]): readonly NameRun[] {
  const forms = new Map<string, Map<string, NameRun>>();
  for (const name of names) {
    if (name.to - name.from < 2 || !/^\p{L}/u.test(tokens[name.from]!.text) || (name.type !== 'PERSON' && name.type !== 'ORGANIZATION'))
      continue;
    const first = tokens[name.from]!.text;
    const same = forms.get(first) ?? new Map<string, NameRun>();
    same.set(formOf(tokens, name), name);
    forms.set(first, same);
  }
  if (forms.size === 0) return names;
  const found: NameRun[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; at++) {
    const name = names[next];
    if (name && at >= name.from) {
      found.push(name);
      at = name.to - 1;
      next++;
      continue;
    }
    const same = forms.get(tokens[at]!.text);
    const run = same && longestAt(tokens, at, name?.from ?? tokens.length, same);
    if (!run) continue;
    found.push(run);
    at = run.to - 1;
  }
  return found;
}

/** The longest of some names that stands at a token and ends by another. */
function longestAt(tokens: readonly Token[], from: number, limit: number, forms: ReadonlyMap<string, NameRun>): NameRun | null {
  let found: NameRun | null = null;
  for (const [form, { type, from: begins, to: ends }] of forms) {
    const to = from + ends - begins;
    if (to <= limit && (!found || to > found.to) && formOf(tokens, { type, from, to }) === form) found = { type, from, to };
  }
  return found;
}

const formOf = (tokens: readonly Token[], { from, to }: NameRun): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
