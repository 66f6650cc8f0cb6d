import { addressFrom } from '../../url.ts';
import { textInHtml } from './html-text.ts';
import { readLinkedData } from './linked-data.ts';
import { type Fields, listOf, namesIn, textOf } from './values.ts';

/** What a page says of its article beside the text. */
export interface PageFacts {
  readonly url: string | null;
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly section: string | null;
  readonly keywords: readonly string[];
  readonly language: string | null;
  readonly published: string | null;
  /** The article's text, where the page gives it apart. */
  readonly body: string | null;
}

type Page = Pick<Document, 'querySelector' | 'querySelectorAll' | 'documentElement'>;

/**
 * Reads the facts of a page: JSON-LD (schema.org) before Open Graph before the older meta elements. Links are read as seen from `address`,
 * where it is known.
 */
export function readPageFacts(document: Page, address: string | null): PageFacts {
  const { articles, follow } = readLinkedData(document);
  const meta = (...names: readonly string[]): string | null => metas(document, names)[0] ?? null;
  const attribute = (selector: string, ...names: readonly string[]): string | null => {
    const element = document.querySelector(selector);
    return names.map((name) => element?.getAttribute(name)?.trim()).find(Boolean) ?? null;
  };
  const link = (selector: string) => attribute(selector, 'href');
  const base = addressFrom(link('base[href]'), address) ?? address;
  const seen = (urls: readonly (string | null)[]) => urls.flatMap((url) => addressFrom(url, base) ?? []);
  const own = seen([link('link[rel="canonical"]'), meta('og:url'), address]);
  const addressesOf = (article: Fields) => seen([textOf(article.url), idOf(article.mainEntityOfPage), textOf(article['@id'])]);
  const article = articles.find((one) => addressesOf(one).some((url) => own.includes(url))) ?? articles[0] ?? {};
  return {
    url: seen([link('link[rel="canonical"]'), textOf(article.url), idOf(article.mainEntityOfPage), meta('og:url')])[0] ?? null,
    headline: textInHtml(textOf(firstIn(article.headline))) ?? meta('og:title', 'twitter:title', 'dc.title'),
    authors: firstOf(
      namesOf(follow(article.author ?? article.creator)),
      metas(document, ['author', 'article:author_name', 'dc.creator', 'byl', 'parsely-author']).flatMap(asNames),
    ),
    publisher: textOf(firstIn(follow(article.publisher))) ?? meta('og:site_name', 'dc.publisher', 'application-name'),
    section: textOf(firstIn(article.articleSection)) ?? meta('article:section', 'section'),
    keywords: firstOf(
      listOf(article.keywords, /[,;]/),
      metas(document, ['article:tag']),
      listOf(meta('news_keywords', 'keywords'), /[,;]/),
    ),
    language: languageIn(firstIn(article.inLanguage)) ?? attribute('html', 'lang', 'xml:lang') ?? meta('og:locale', 'language'),
    published:
      textOf(firstIn(article.datePublished)) ??
      meta(...DATES) ??
      attribute('[itemprop="datePublished"]', 'datetime', 'content') ??
      attribute('time[datetime]', 'datetime'),
    body: textOf(article.articleBody) ?? updatesOf(article.liveBlogUpdate),
  };
}

/** The names under which pages give the day they came out, best first. */
const DATES = [
  'article:published_time',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
];

const metas = (document: Page, names: readonly string[]): string[] =>
  names.flatMap((name) =>
    [...document.querySelectorAll(`meta[property="${name}" i], meta[name="${name}" i]`)].flatMap(
      (meta) => meta.getAttribute('content')?.trim() || [],
    ),
  );

/** Some pages give one author with a list of names. */
const namesOf = (value: unknown): string[] =>
  [value ?? []]
    .flat()
    .flatMap((one) => (isFields(one) && Array.isArray(one.name) ? one.name : [one]))
    .flatMap((one) => asNames(textOf(one)));
const firstIn = (value: unknown): unknown => [value].flat()[0];
/** The tag of a language that is told of as a thing stands beside its name. */
const languageIn = (value: unknown): string | null => textOf(isFields(value) ? value.alternateName : value);
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
/** What a page that is written on gives one update after the other, each under its headline. */
const updatesOf = (updates: unknown): string | null =>
  textOf([updates ?? []].flat().flatMap((update) => (isFields(update) ? [update.headline, update.articleBody] : [])));
/** Some pages give the address of the author's page for the name. */
const asNames = (name: string | null): string[] => (name && !/^https?:/.test(name) ? namesIn(name) : []);
const firstOf = <T>(...lists: readonly (readonly T[])[]): readonly T[] => lists.find((list) => list.length > 0) ?? [];
/** An address, or what has one for its name in the graph. */
const idOf = (value: unknown): string | null => textOf(isFields(value) ? value['@id'] : value);
