import { isSite } from '../../words/sites.ts';
import type { Token } from '../../words/tokens.ts';
import type { NameRun } from './labels.ts';

/** The names, with each site that is written with a capital as an organization: "Shopping.com", which looks like a surname or a town. */
export function withSites(tokens: readonly Token[], names: readonly NameRun[]): readonly NameRun[] {
  const sites: NameRun[] = [];
  for (const [at, { text }] of tokens.entries())
    if (text.includes('.') && /\p{Lu}/u.test(text) && isSite(text)) sites.push({ type: 'ORGANIZATION', from: at, to: at + 1 });
  if (sites.length === 0) return names;
  const alone = new Set(sites.map(({ from }) => from));
  const others = names.filter(({ from, to }) => to - from > 1 || !alone.has(from));
  // "Shopping.com Europe" is the longer name.
  const taken = new Uint8Array(tokens.length);
  for (const { from, to } of others) taken.fill(1, from, to);
  return [...others, ...sites.filter(({ from }) => !taken[from])].sort((a, b) => a.from - b.from);
}
