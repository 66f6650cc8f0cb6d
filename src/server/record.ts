import { type GraphQLError, getOperationAST } from 'graphql';
import { handlingOf } from './handling.ts';
import type { Plugin } from './plugin.ts';

/** Writes down what is asked and which errors the answer holds, for the log and the metrics. */
export function useRecord(): Plugin {
  return {
    onExecute({ args }) {
      const operation = getOperationAST(args.document, args.operationName);
      handlingOf(args.contextValue.request).operation = operation?.name?.value ?? null;
    },
    onResultProcess({ request, result }) {
      if (!('errors' in result)) return;
      const codes = (result.errors as readonly GraphQLError[] | undefined)?.map(({ extensions }) => String(extensions?.code ?? 'UNKNOWN'));
      handlingOf(request).codes = [...new Set(codes)];
    },
  };
}
