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
  | 'authorKeys'
  | 'keywordKeys'
  | 'sortAt'
  | 'supersededById';

/** The rows that one article's text gives rise to, whatever its origins. What a noun is called follows from its mentions. */
export interface ArticleRows {
  readonly article: Omit<Article, Shown>;
  readonly extraction: Omit<Extraction, 'extractor' | 'at'>;
  /** Without what the database makes of the words. */
  readonly quotes: readonly Omit<Quote, OfArticle | 'length'>[];
  /** An empty list of quotes is stored as none, which takes nothing. */
  readonly mentions: readonly (Omit<Mention, OfArticle | 'quoteIds'> & { readonly quoteIds: readonly string[] | null })[];
  readonly roles: readonly Omit<Role, OfArticle>[];
  readonly speakers: readonly Pick<Speaker, 'id' | 'isFullName'>[];
  readonly organizations: readonly Pick<Organization, 'id'>[];
  readonly places: readonly Pick<Place, 'id'>[];
}
