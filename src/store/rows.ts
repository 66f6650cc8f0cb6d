import type { Article, Extraction, Mention, Organization, Place, Quote, Role, Speaker } from '../db/generated/client.ts';

/** What the store adds to an article's findings: they repeat its date, and whether it is current. */
type OfArticle = 'sortAt' | 'current';
/** What an article shows of its origins, and of its place among other articles. */
type Shown =
  | 'headline'
  | 'authors'
  | 'publisher'
  | 'url'
  | 'section'
  | 'keywords'
  | 'language'
  | 'collection'
  | 'publishedAt'
  | 'publishedPrecision'
  | 'sortAt'
  | 'supersededById';
type Counts = 'quoteCount' | 'articleCount';

/** The rows that one article's text gives rise to, whatever its origins. */
export interface ArticleRows {
  readonly article: Omit<Article, Shown>;
  readonly extraction: Omit<Extraction, 'extractor' | 'at'>;
  readonly quotes: readonly Omit<Quote, OfArticle>[];
  readonly mentions: readonly Omit<Mention, OfArticle>[];
  readonly roles: readonly Omit<Role, OfArticle>[];
  readonly speakers: readonly Omit<Speaker, Counts>[];
  readonly organizations: readonly Omit<Organization, Counts>[];
  readonly places: readonly Omit<Place, Counts>[];
}
