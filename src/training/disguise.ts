import { agencies } from '../pipeline/lexicon/agencies.ts';
import type { WordLists } from './name-lists.ts';
import type { MarkedName, NamedArticle } from './named-article.ts';
import { pick, type Random, seeded } from './random.ts';

/** Shares of the articles whose first line is put in capitals, and that get a dateline; and of sentences in capitals. */
const SHOUTED_HEADLINES = 0.5;
const DATELINES = 0.3;
const SHOUTED_SENTENCES = 0.02;

/** The articles as wires print them: some headlines and sentences in capitals, some datelines before the text. The texts learned from have neither. */
export function disguised(articles: readonly NamedArticle[], lists: WordLists, seed: number): NamedArticle[] {
  const random = seeded(seed);
  const towns = lists.city.filter((town) => /^\p{Lu}[\p{L} '-]+$/u.test(town));
  const known = [...new Set(agencies.values())];
  return articles.map((article) => {
    const shouted = inCapitals(article, random);
    return random() < DATELINES ? dated(shouted, towns, known, random) : shouted;
  });
}

function inCapitals(article: NamedArticle, random: Random): NamedArticle {
  const headline = random() < SHOUTED_HEADLINES;
  const parts = article.text.split(/(?<=\n|[.!?] )/);
  const text = parts.map((part, i) => ((i === 0 ? headline : random() < SHOUTED_SENTENCES) ? part.toUpperCase() : part)).join('');
  // A letter such as ß is two in capitals.
  return text.length === article.text.length ? { ...article, text } : article;
}

const MONTHS =
  'January Jan February Feb. March April May June July August Aug September Sept. October Oct. November Nov December Dec'.split(' ');

function dated(article: NamedArticle, towns: readonly string[], known: readonly string[], random: Random): NamedArticle {
  const [town, agency] = [pick(towns, random).toUpperCase(), pick(known, random)];
  const day = 1 + Math.floor(random() * 30);
  const date = `${pick(MONTHS, random)} ${day}`;
  const [before, filed] = pick(
    [
      [`${town} 20${10 + (day % 20)}-0${1 + (day % 9)}-${10 + (day % 18)}\n`, false],
      [`${town}, ${date} (${agency}) - `, true],
      [`${town} (${agency}) — `, true],
      [`${town}, ${date}. /${agency}/. `, true],
      [`${town}, ${date} - `, false],
      [`${town} — `, false],
    ] as const,
    random,
  );
  const line = article.text.indexOf('\n') + 1;
  const at = line > 0 && line < 120 ? line : 0;
  const names: MarkedName[] = [{ start: at, end: at + town.length, type: 'PLACE' }];
  const agencyAt = before.indexOf(agency, town.length);
  if (filed) names.push({ start: at + agencyAt, end: at + agencyAt + agency.length, type: 'ORGANIZATION' });
  const moved = article.names.map((name) =>
    name.start >= at ? { ...name, start: name.start + before.length, end: name.end + before.length } : name,
  );
  return {
    ...article,
    text: article.text.slice(0, at) + before + article.text.slice(at),
    names: [...moved.filter(({ end }) => end <= at), ...names, ...moved.filter(({ start }) => start >= at)],
  };
}
