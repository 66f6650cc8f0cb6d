/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which speakers, organizations or places: any of the ids or names that are given, or whether there is any at all. All where nothing is given, or null. */
export type NamedFilter = {
  /** Global ids; 100 at most. */
  id?: Array<string | number> | null | undefined;
  /** True for any at all, false for none. */
  isSet?: boolean | null | undefined;
  /** Names, acronyms or aliases, with letter case, accents and punctuation aside; 100 at most. */
  name?: Array<string> | null | undefined;
};

/** How much of what was said is given in the very words. */
export type QuoteKind =
  /** All of its words stand in quotation marks. */
  | 'DIRECT'
  /** Reported in the words of the article; none of them stands in quotation marks. */
  | 'INDIRECT'
  /** Some of its words stand in quotation marks. */
  | 'MIXED';

/** The order of a list of quotes; ties by article or by where in it they begin, then by id. */
export type QuoteOrder =
  /** Those that the extractor is surest of first. */
  | 'CONFIDENCE'
  /** Those with the most characters first. */
  | 'LONGEST'
  /** From the latest article first, from undated ones last. */
  | 'NEWEST'
  /** The exact reverse of NEWEST: from undated articles first, then the earliest. */
  | 'OLDEST'
  /** With `search`: what fits it best first, among the newest 1000 matches; the others by date. */
  | 'RELEVANCE'
  /** Those with the fewest characters first. */
  | 'SHORTEST';

/** What a stretch of an article is; plain text is none of these, and where they overlap it is several. */
export type SegmentKind =
  /** Words that report a quote: `said`, `according to`. */
  | 'CUE'
  /** A name of a person, an organization or a place. */
  | 'MENTION'
  /** Words of a quote, without its outer quotation marks. */
  | 'QUOTE'
  /** Who said it, as written beside a quote: `he`, `the Foreign Minister`. */
  | 'SOURCE';

export type QuoteCardFragment = { id: string, text: string, kind: QuoteKind, saidBy: string | null, sourceDescription: string | null, confidence: number, citation: string, deepLink: string | null, article: { id: string, headline: string | null, publishedAt: string | null, publisher: string | null } };

export type QuotesOfQueryVariables = Exact<{
  by?: NamedFilter | null | undefined;
  about?: string | null | undefined;
  order?: QuoteOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type QuotesOfQuery = { quotes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ highlights: Array<{ text: string, matches: Array<{ start: number, end: number }> }>, node: { id: string, text: string, kind: QuoteKind, saidBy: string | null, sourceDescription: string | null, confidence: number, citation: string, deepLink: string | null, article: { id: string, headline: string | null, publishedAt: string | null, publisher: string | null } } }> } };

export type ArticleToReadQueryVariables = Exact<{
  id: string | number;
}>;


export type ArticleToReadQuery = { article: { headline: string | null, citation: string, segments: Array<{ text: string, kinds: Array<SegmentKind>, quotes: Array<{ id: string, saidBy: string | null, kind: QuoteKind }>, cueOf: Array<{ id: string }>, sourceOf: Array<{ id: string }>, mentions: Array<{ named:
          | { id: string, name: string }
          | { id: string, name: string }
          | { id: string, name: string }
         }> }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const QuoteCardFragmentDoc = new TypedDocumentString(`
    fragment QuoteCard on Quote {
  id
  text
  kind
  saidBy
  sourceDescription
  confidence
  citation
  deepLink
  article {
    id
    headline
    publishedAt
    publisher
  }
}
    `, {"fragmentName":"QuoteCard"}) as unknown as TypedDocumentString<QuoteCardFragment, unknown>;
export const QuotesOfDocument = new TypedDocumentString(`
    query QuotesOf($by: NamedFilter, $about: String, $order: QuoteOrder! = NEWEST, $first: Int! = 20, $after: String) {
  quotes(
    search: $about
    filter: {speaker: $by}
    orderBy: $order
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      highlights {
        text
        matches {
          start
          end
        }
      }
      node {
        ...QuoteCard
      }
    }
  }
}
    fragment QuoteCard on Quote {
  id
  text
  kind
  saidBy
  sourceDescription
  confidence
  citation
  deepLink
  article {
    id
    headline
    publishedAt
    publisher
  }
}`) as unknown as TypedDocumentString<QuotesOfQuery, QuotesOfQueryVariables>;
export const ArticleToReadDocument = new TypedDocumentString(`
    query ArticleToRead($id: ID!) {
  article(id: $id) {
    headline
    citation
    segments {
      text
      kinds
      quotes {
        id
        saidBy
        kind
      }
      cueOf {
        id
      }
      sourceOf {
        id
      }
      mentions {
        named {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ArticleToReadQuery, ArticleToReadQueryVariables>;