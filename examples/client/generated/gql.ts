/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "# What a list of quotes shows of each.\nfragment QuoteCard on Quote {\n  id\n  text\n  kind\n  saidBy\n  sourceDescription\n  confidence\n  citation\n  deepLink\n  article {\n    id\n    headline\n    publishedAt\n    publisher\n  }\n}\n\n# A page of quotes by somebody, or of all, on a subject or on any; `after` is the end cursor of the page before.\nquery QuotesOf($by: NamedFilter, $about: String, $order: QuoteOrder! = NEWEST, $first: Int! = 20, $after: String) {\n  quotes(search: $about, filter: { speaker: $by }, orderBy: $order, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      highlights {\n        text\n        matches {\n          start\n          end\n        }\n      }\n      node {\n        ...QuoteCard\n      }\n    }\n  }\n}\n": typeof types.QuoteCardFragmentDoc,
    "# An article to read, cut into pieces that tile its text.\nquery ArticleToRead($id: ID!) {\n  article(id: $id) {\n    headline\n    citation\n    segments {\n      text\n      kinds\n      quotes {\n        id\n        saidBy\n        kind\n      }\n      cueOf {\n        id\n      }\n      sourceOf {\n        id\n      }\n      mentions {\n        named {\n          id\n          name\n        }\n      }\n    }\n  }\n}\n": typeof types.ArticleToReadDocument,
};
const documents: Documents = {
    "# What a list of quotes shows of each.\nfragment QuoteCard on Quote {\n  id\n  text\n  kind\n  saidBy\n  sourceDescription\n  confidence\n  citation\n  deepLink\n  article {\n    id\n    headline\n    publishedAt\n    publisher\n  }\n}\n\n# A page of quotes by somebody, or of all, on a subject or on any; `after` is the end cursor of the page before.\nquery QuotesOf($by: NamedFilter, $about: String, $order: QuoteOrder! = NEWEST, $first: Int! = 20, $after: String) {\n  quotes(search: $about, filter: { speaker: $by }, orderBy: $order, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      highlights {\n        text\n        matches {\n          start\n          end\n        }\n      }\n      node {\n        ...QuoteCard\n      }\n    }\n  }\n}\n": types.QuoteCardFragmentDoc,
    "# An article to read, cut into pieces that tile its text.\nquery ArticleToRead($id: ID!) {\n  article(id: $id) {\n    headline\n    citation\n    segments {\n      text\n      kinds\n      quotes {\n        id\n        saidBy\n        kind\n      }\n      cueOf {\n        id\n      }\n      sourceOf {\n        id\n      }\n      mentions {\n        named {\n          id\n          name\n        }\n      }\n    }\n  }\n}\n": types.ArticleToReadDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "# What a list of quotes shows of each.\nfragment QuoteCard on Quote {\n  id\n  text\n  kind\n  saidBy\n  sourceDescription\n  confidence\n  citation\n  deepLink\n  article {\n    id\n    headline\n    publishedAt\n    publisher\n  }\n}\n\n# A page of quotes by somebody, or of all, on a subject or on any; `after` is the end cursor of the page before.\nquery QuotesOf($by: NamedFilter, $about: String, $order: QuoteOrder! = NEWEST, $first: Int! = 20, $after: String) {\n  quotes(search: $about, filter: { speaker: $by }, orderBy: $order, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      highlights {\n        text\n        matches {\n          start\n          end\n        }\n      }\n      node {\n        ...QuoteCard\n      }\n    }\n  }\n}\n"): typeof import('./graphql.ts').QuoteCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "# An article to read, cut into pieces that tile its text.\nquery ArticleToRead($id: ID!) {\n  article(id: $id) {\n    headline\n    citation\n    segments {\n      text\n      kinds\n      quotes {\n        id\n        saidBy\n        kind\n      }\n      cueOf {\n        id\n      }\n      sourceOf {\n        id\n      }\n      mentions {\n        named {\n          id\n          name\n        }\n      }\n    }\n  }\n}\n"): typeof import('./graphql.ts').ArticleToReadDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
