import { constants } from 'node:buffer';
import { GraphQLError } from 'graphql';
import { isDatabaseAway, isTooLong } from '../db/away.ts';
import { currentHandling } from './handling.ts';
import type { Plugin } from './plugin.ts';
import { limitExceeded, refusal } from './refusal.ts';

/**
 * What a client gets to see of an error: what was written for it as it is; a database that is away or too slow by its code; of anything
 * else nothing but that it happened, under an id by which the log tells the rest.
 */
export function maskError(error: unknown): GraphQLError {
  if (isForClients(error)) return error;
  const handling = currentHandling();
  const at = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
  const { message, extensions } = explanation(error, handling?.id);
  if (extensions.unexpected) handling?.unexpected.push(error);
  return new GraphQLError(message, { ...at, extensions });
}

const TOO_LONG =
  'The database took too long for this; ask for less at once: filter by publishedAt, or by a speaker, organization or publisher, ' +
  'or leave out what counts all that matches (totalCount, facets, timeline, network).';

function explanation(error: unknown, requestId: string | undefined): GraphQLError {
  if (isTooLong(error)) {
    return refusal('TIMEOUT', TOO_LONG, { status: 504, about: { limit: 'statementTimeout' } });
  }
  if (isDatabaseAway(error)) {
    return refusal('UNAVAILABLE', 'The database cannot be reached just now; try again in a moment.', {
      status: 503,
      headers: { 'retry-after': '1' },
    });
  }
  if (isTooLargeToWrite(error)) {
    return limitExceeded(
      'answer',
      'The answer is too large to be written; ask for fewer items at once, and for the text of each once.',
      constants.MAX_STRING_LENGTH,
      null,
    );
  }
  return new GraphQLError('Unexpected error.', {
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId, unexpected: true, http: { status: 500 } },
  });
}

/** How V8 says that a text would have more characters than any may have, as the answer with a hundred of the longest articles. */
const isTooLargeToWrite = (error: unknown): boolean => error instanceof RangeError && error.message === 'Invalid string length';

/**
 * Whether it was written for the client: thrown as a GraphQLError with a code, or GraphQL's own word about the request. GraphQL's word about
 * an answer that breaks the schema is for the log.
 */
function isForClients(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false;
  if (error.originalError != null) return isForClients(error.originalError);
  return error.extensions.code !== undefined || error.path === undefined || OF_REQUEST.test(error.message);
}

/** How GraphQL begins to speak of what the client has sent. */
const OF_REQUEST = /^(Argument|Variable) "/;

/** Gives a code to what GraphQL finds wrong with a request when it begins to execute it: variables, and kinds of operation there are not. */
export function useErrorCodes(): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone: ({ result }: { result: object }) => {
        if ('errors' in result) for (const error of result.errors as GraphQLError[]) addCode(error);
      },
    }),
    onSubscribe({ args, setResultAndStopExecution }) {
      if (args.schema.getSubscriptionType()) return;
      const error = new GraphQLError('Schema is not configured to execute subscription operation.');
      addCode(error);
      setResultAndStopExecution({ errors: [error] });
    },
  };
}

function addCode({ extensions, path, message }: GraphQLError): void {
  if (extensions.code !== undefined) return;
  extensions.code = message.startsWith('Schema is not configured') ? 'OPERATION_RESOLUTION_FAILURE' : 'BAD_USER_INPUT';
  if (!path) extensions.http = { status: 400, spec: true };
}
