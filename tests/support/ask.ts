import type { App } from '../../src/server.ts';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for is known to the test
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Record<string, unknown>;
  }[];
}

/** Sends a query to the server over HTTP, without a port, and returns its whole answer. */
export async function ask(app: App, query: string, variables: object = {}): Promise<Answer> {
  const response = await app.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}
