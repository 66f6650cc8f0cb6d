import { GraphQLError } from 'graphql';
import { handlingOf } from './handling.ts';

/** Why a request is not answered, by cause: `extensions.code` of its error. */
export type RefusalCode =
  | 'BAD_REQUEST'
  | 'FORBIDDEN'
  | 'LIMIT_EXCEEDED'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_ACCEPTABLE'
  | 'NOT_FOUND'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'OVERLOADED'
  | 'PERSISTED_QUERY_ID_REQUIRED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  | 'RATE_LIMITED'
  | 'REQUEST_TIMEOUT'
  | 'TIMEOUT'
  | 'UNAUTHENTICATED'
  | 'UNAVAILABLE'
  | 'UNSUPPORTED_MEDIA_TYPE';

interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** What a program needs to know beside the code. */
  readonly about?: Readonly<Record<string, unknown>>;
  /** An error of the GraphQL document: clients that accept only application/json get 200, as the specification has it. */
  readonly ofDocument?: boolean;
}

/** An error that says why a request is not answered; Yoga takes the status from it. */
export function refusal(code: RefusalCode, message: string, { status, headers, about, ofDocument = false }: Refusal): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...about, http: { status, headers, spec: ofDocument } } });
}

/** The error for a request that asks for more than a limit allows; `about` names the limit and how far it was passed. */
export function limitExceeded(limit: string, message: string, max: number, found: number | null, status = 400): GraphQLError {
  const about = { limit, max, ...(found !== null && { found }) };
  return refusal('LIMIT_EXCEEDED', message, { status, about, ofDocument: status === 400 });
}

/** The whole answer to a request that never gets as far as GraphQL, in the form of GraphQL's errors. */
export function refuse(request: Request, error: GraphQLError, ResponseOf: typeof Response): Response {
  handlingOf(request).codes = [String(error.extensions.code)];
  const { http, ...extensions } = error.extensions as { http?: { status?: number; headers?: Record<string, string> } };
  const type = request.headers.get('accept')?.includes('application/graphql-response+json') ? 'graphql-response+json' : 'json';
  return new ResponseOf(JSON.stringify({ errors: [{ message: error.message, extensions }] }), {
    status: http?.status ?? 400,
    headers: { 'content-type': `application/${type}; charset=utf-8`, ...http?.headers },
  });
}

/** Characters of what a client sent that an error quotes. */
const QUOTED = 100;

/** A client's own words, as an error quotes them: an answer must not be as large as the request. */
export const short = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text);
