import type { Article, Quote } from '../db/generated/client.ts';

/** What a citation tells of an article. */
export type Cited = Pick<Article, 'headline' | 'publisher' | 'datelineAgency' | 'publishedAt' | 'publishedPrecision' | 'url'>;

/** What a citation tells of a quote, and of who said it. */
export interface CitedQuote extends Pick<Quote, 'kind' | 'text'> {
  readonly article: Cited;
  /** The speaker's or organization's name, else the source as written. */
  readonly saidBy: string | null;
  /** What the article calls the speaker. */
  readonly title: string | null;
}

/** `“Headline”, Publisher, 30 December 2020, https://…`: what is known of it, in that order; a wire story's agency where no publisher is known. */
export function citeArticle({ headline, publisher, datelineAgency, publishedAt, publishedPrecision, url }: Cited): string {
  const title = headline ? `“${headline}”` : 'Untitled article';
  const date = publishedAt && dateOf(publishedAt, publishedPrecision);
  return [title, publisher ?? datelineAgency, date, url].filter(Boolean).join(', ');
}

/** `Sergey Lavrov, Russian Foreign Minister: “…” (“Headline”, Publisher, 30 December 2020)`; other than direct words without marks of our own. */
export function citeQuote({ kind, text, saidBy, title, article }: CitedQuote): string {
  const who = saidBy ? [saidBy, title].filter(Boolean).join(', ') : 'Unattributed';
  return `${who}: ${kind === 'DIRECT' ? `“${text}”` : text} (${citeArticle(article)})`;
}

const FORMATS = {
  YEAR: { year: 'numeric' },
  MONTH: { year: 'numeric', month: 'long' },
  DAY: { year: 'numeric', month: 'long', day: 'numeric' },
} as const;

/** The day in UTC, or as much of it as is known. */
function dateOf(at: Date, precision: Cited['publishedPrecision']): string {
  const format = precision === 'YEAR' || precision === 'MONTH' ? FORMATS[precision] : FORMATS.DAY;
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(at);
}
