import type { TypedDocumentString } from './generated/graphql.ts';

/** What went wrong with a question: `code` as docs/api.md lists them. */
export class QuotewireError extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Asks the server at `endpoint`, such as http://127.0.0.1:4000/graphql, and returns data of just the shape that the query asks for.
 * @throws QuotewireError with the server's own sentence and code; what `fetch` throws where no server answers.
 */
export async function request<Result, Variables>(
  endpoint: string,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Result;
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  if (errors?.[0] || !data)
    throw new QuotewireError(errors?.[0]?.message ?? response.statusText, errors?.[0]?.extensions?.code ?? 'UNKNOWN');
  return data;
}
