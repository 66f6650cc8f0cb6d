import { HONORIFICS, TITLES } from '../pipeline/lexicon/titles.ts';
import type { NameType } from '../pipeline/names/model/labels.ts';
import type { MarkedName, NamedArticle } from './named-article.ts';

/** The share of a name's marks that must agree for the others to be taken for slips. */
const AGREED = 0.6;

/**
 * Puts right what a program marked: titles are no part of names, a name is of the type that most articles give it, the surname of a person
 * named in full is that person's, and a name marked in one place is marked in all of the article.
 */
export function repaired(articles: readonly NamedArticle[]): NamedArticle[] {
  const bare = articles.map((article) => ({ ...article, names: article.names.flatMap((name) => withoutTitle(article.text, name) ?? []) }));
  const agreed = agreedTypes(bare);
  return bare.map((article) => {
    const { text } = article;
    const surnames = surnamesIn(article);
    const names = article.names.map((name) => {
      const form = text.slice(name.start, name.end);
      return { ...name, type: surnames.has(form) ? ('PERSON' as const) : (agreed.get(form) ?? name.type) };
    });
    return { ...article, names: everywhere(text, names, surnames) };
  });
}

/** The name without the titles before it; null where nothing else is marked. */
function withoutTitle(text: string, name: MarkedName): MarkedName | null {
  if (name.type !== 'PERSON') return name;
  let { start } = name;
  for (;;) {
    const [ahead, word] = /^(\S+)\s+(?=\S)/.exec(text.slice(start, name.end)) ?? [];
    if (ahead === undefined || !(HONORIFICS.has(word!.toLowerCase()) || TITLES.has(word!.toLowerCase()))) break;
    start += ahead.length;
  }
  const form = text.slice(start, name.end).toLowerCase();
  return TITLES.has(form) || HONORIFICS.has(form) ? null : { ...name, start };
}

function agreedTypes(articles: readonly NamedArticle[]): Map<string, NameType> {
  const counts = new Map<string, Map<NameType, number>>();
  for (const { text, names } of articles) {
    for (const { start, end, type } of names) {
      const form = text.slice(start, end);
      const count = counts.get(form) ?? new Map<NameType, number>();
      counts.set(form, count.set(type, (count.get(type) ?? 0) + 1));
    }
  }
  return new Map(
    [...counts].flatMap(([form, count]) => {
      const [[type, most]] = [...count].sort((a, b) => b[1] - a[1]) as [[NameType, number]];
      const all = [...count.values()].reduce((sum, some) => sum + some, 0);
      return most / all > AGREED ? [[form, type] as const] : [];
    }),
  );
}

/** Surnames of people whom the article names in full. */
function surnamesIn({ text, names }: NamedArticle): Set<string> {
  const surnames = names.flatMap(({ start, end, type }) => {
    const words = text.slice(start, end).split(/\s+/);
    return type === 'PERSON' && words.length > 1 && /^\p{Lu}\p{L}{3,}$/u.test(words.at(-1)!) ? [words.at(-1)!] : [];
  });
  return new Set(surnames);
}

/** The names, and the places where the article has them too but nothing is marked. */
function everywhere(text: string, names: readonly MarkedName[], surnames: ReadonlySet<string>): MarkedName[] {
  const taken = new Uint8Array(text.length);
  for (const { start, end } of names) taken.fill(1, start, end);
  const forms = new Map<string, NameType>([...surnames].map((surname) => [surname, 'PERSON']));
  for (const { start, end, type } of names) if (end - start > 3) forms.set(text.slice(start, end), type);
  const added: MarkedName[] = [];
  for (const [form, type] of [...forms].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))) {
    if (!/^\p{Lu}/u.test(form)) continue;
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      const end = start + form.length;
      const inside = /[\p{L}\p{N}]$/u.test(text.slice(0, start).slice(-1)) || /^[\p{L}\p{N}]/u.test(text.slice(end, end + 1));
      if (inside || taken[start] || taken[end - 1]) continue;
      added.push({ start, end, type });
      taken.fill(1, start, end);
    }
  }
  return [...names, ...added].sort((a, b) => a.start - b.start);
}
