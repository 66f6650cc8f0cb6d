import { QuotesOfDocument, type QuotesOfQuery, type QuotesOfQueryVariables } from './generated/graphql.ts';
import { request } from './request.ts';

/** A quote with the excerpts in which a search found its words. */
export type FoundQuote = QuotesOfQuery['quotes']['edges'][number];

/**
 * All quotes that the variables ask for, a page at a time, each asked for when it is wanted: for a list that grows as one scrolls.
 * Cursors stay good while articles are added: nothing comes twice, and nothing is left out.
 */
export async function* pagesOfQuotes(
  endpoint: string,
  variables: Omit<QuotesOfQueryVariables, 'after'>,
): AsyncGenerator<readonly FoundQuote[], void> {
  let after: string | null = null;
  do {
    const { quotes }: QuotesOfQuery = await request(endpoint, QuotesOfDocument, { ...variables, after });
    yield quotes.edges;
    after = quotes.pageInfo.hasNextPage ? quotes.pageInfo.endCursor : null;
  } while (after !== null);
}
