import { isSite } from '../../words/sites.ts';
import type { Token } from '../../words/tokens.ts';
import type { NameRun } from './labels.ts';

/** The names, with each site that is written with a capital as an organization: "Shopping.com", which looks like a surname or a town. */
export function withSites(tokens: readonly Token[], names: readonly NameRun[]): readonly NameRun[] {
  const sites: NameRun[] = [];
  for (const [at, { text }] of tokens.entries())
    if (text.includes('.') && /\p{Lu}/u.test(text) && isSite(text)) sites.push({ type: 'ORGANIZATION', from: at, to: at + 1 });
  if (sites.length === 0) return names;
  const covered = new Set(sites.map(({ from }) => from));
  const isOne = ({ from, to }: NameRun) => to - from === 1 && covered.has(from);
  const others = names.filter((name) => !isOne(name));
  // "Shopping.com Europe" is the longer name.
  const held = new Set(others.flatMap(({ from, to }) => sites.flatMap((site) => (from <= site.from && site.from < to ? [site] : []))));
  return [...others, ...sites.filter((site) => !held.has(site))].sort((a, b) => a.from - b.from);
}
