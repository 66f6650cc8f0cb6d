import type { GraphQLParams } from 'graphql-yoga';
import { isAnswerable } from './accept.ts';
import { handlingOf } from './handling.ts';
import type { Plugin } from './plugin.ts';
import { limitExceeded, refusal, refuse } from './refusal.ts';

/** Where GraphQL is asked. */
export const ENDPOINT = '/graphql';

/**
 * GraphQL over HTTP, strictly: POST of JSON, GET for queries, nothing else. No form and no content type that a page elsewhere could send
 * without asking the browser first is taken, so that no other site can act for a person.
 */
export function useProtocol(limits: { readonly url: number; readonly body: number }): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.url.length > limits.url) {
        const error = limitExceeded(
          'url',
          `The URL is longer than ${limits.url} characters; send long queries by POST.`,
          limits.url,
          null,
          414,
        );
        return endResponse(refuse(request, error, fetchAPI.Response));
      }
      if (url.pathname !== ENDPOINT) {
        const error = refusal('NOT_FOUND', `There is nothing here; GraphQL is asked at ${ENDPOINT}.`, { status: 404 });
        return endResponse(refuse(request, error, fetchAPI.Response));
      }
      if (!isAnswerable(request.headers.get('accept'))) {
        const error = refusal('NOT_ACCEPTABLE', 'Answers are JSON in UTF-8; the header accept does not allow it.', { status: 406 });
        return endResponse(refuse(request, error, fetchAPI.Response));
      }
      if (Number(request.headers.get('content-length')) > limits.body) {
        return endResponse(refuse(request, tooLarge(limits.body), fetchAPI.Response));
      }
    },
    onRequestParse({ request, setRequestParser }) {
      if (request.method === 'GET') setRequestParser(fromUrl);
      else if (request.method !== 'POST') {
        throw refusal('METHOD_NOT_ALLOWED', 'GraphQL is asked by GET or POST.', { status: 405, headers: { allow: 'GET, POST' } });
      } else if (!isJson(request.headers.get('content-type'))) {
        throw refusal('UNSUPPORTED_MEDIA_TYPE', 'Send the query as JSON in UTF-8, with the header content-type: application/json.', {
          status: 415,
          headers: { accept: 'application/json' },
        });
      } else if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? '')) {
        throw refusal('UNSUPPORTED_MEDIA_TYPE', 'Send the query without compressing it: there is no need of the header content-encoding.', {
          status: 415,
          headers: { 'accept-encoding': 'identity' },
        });
      } else setRequestParser((asked) => fromBody(asked, limits.body));
      return {
        onRequestParseDone() {
          handlingOf(request).arrived = true;
        },
      };
    },
  };
}

/** Wants a query, once whoever may supply it from elsewhere has had its turn. */
export function useQueryRequired(): Plugin {
  return {
    onParams({ params }) {
      if (params.query != null) return;
      throw namesDocument(params) ? notSupported() : badRequest('The request has no query.');
    },
  };
}

/** Whether a request names a document where its query should stand. */
const namesDocument = ({ documentId, extensions }: GraphQLParams & { documentId?: unknown }) =>
  documentId != null || extensions?.persistedQuery != null;

/** Clients that send a hash at first, such as Apollo's and urql's, go by this very message, and send the query then. */
const notSupported = () => refusal('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported', { status: 400, ofDocument: true });

/** Whether a content type is JSON in UTF-8. */
const isJson = (type: string | null) => /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i.test(type ?? '');

const tooLarge = (max: number) => limitExceeded('body', `The body of the request is larger than ${max} bytes.`, max, null, 413);

const badRequest = (message: string) => refusal('BAD_REQUEST', message, { status: 400 });

function fromUrl(request: Request): GraphQLParams {
  const parameters = new URL(request.url, 'http://localhost').searchParams;
  const json = (name: string) => {
    const value = parameters.get(name);
    if (!value) return undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`The parameter ${name} is no JSON.`);
    }
  };
  const documentId = parameters.get('documentId');
  return {
    ...(documentId !== null && { documentId }),
    query: parameters.get('query') ?? undefined,
    operationName: parameters.get('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  };
}

async function fromBody(request: Request, limit: number): Promise<GraphQLParams> {
  const text = await read(request, limit);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw badRequest('The body of the request is no JSON.');
  }
  if (Array.isArray(parsed)) throw refusal('BAD_REQUEST', 'One request asks one query: batches are not taken.', { status: 400 });
  if (typeof parsed !== 'object' || parsed === null) throw badRequest('The body of the request is no JSON object with a query.');
  const { operationName } = parsed as GraphQLParams;
  if (operationName != null && typeof operationName !== 'string') throw badRequest('The operationName is no string.');
  // Some clients send an empty name for none.
  return { ...(parsed as GraphQLParams), operationName: operationName || undefined };
}

async function read(request: Request, limit: number): Promise<string> {
  if (!request.body) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  // Not with `for await`: left early, it would close the connection, and the answer would reach nobody.
  const chunks = (request.body as unknown as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  try {
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      size += next.value.byteLength;
      if (size > limit) break;
      text += decoder.decode(next.value, { stream: true });
    }
    text += size > limit ? '' : decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw badRequest('The body of the request is no UTF-8.');
    throw badRequest('The body of the request did not arrive whole.');
  }
  if (size > limit) throw tooLarge(limit);
  return text;
}
