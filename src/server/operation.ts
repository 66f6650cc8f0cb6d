import { type DocumentNode, getOperationAST, Kind } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import type { Plugin } from './plugin.ts';
import { refusal, short } from './refusal.ts';

/** Says which operations there are where a request names none of them, or none of several: Yoga says only that it cannot tell. */
export function useOperation(): Plugin {
  return {
    onParse({ context }) {
      const { operationName } = (context as { readonly params?: GraphQLParams }).params ?? {};
      return ({ result }) => {
        if (!isDocument(result) || getOperationAST(result, operationName)) return;
        throw refusal('OPERATION_RESOLUTION_FAILURE', problemOf(namesIn(result), operationName), { status: 400 });
      };
    },
  };
}

const isDocument = (result: unknown): result is DocumentNode => (result as DocumentNode | null)?.kind === Kind.DOCUMENT;

/** The operations of a document, null for one without a name. */
const namesIn = ({ definitions }: DocumentNode): (string | null)[] =>
  definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value ?? null] : []));

function problemOf(names: readonly (string | null)[], asked: string | null | undefined): string {
  if (names.length === 0) return 'The document has no operation, only fragments.';
  const there = short(names.map((name) => name ?? 'one without a name').join(', '));
  if (asked) return `The document has no operation named ${short(asked)}; it has ${there}.`;
  return `The document has ${names.length} operations: ${there}. Say in operationName which one to execute.`;
}
