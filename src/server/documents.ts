import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type GraphQLSchema, parse, validate } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { codeOf, QuotewireError } from '../errors.ts';
import type { Plugin } from './plugin.ts';
import { refusal } from './refusal.ts';

/** Queries by id. */
export type Documents = ReadonlyMap<string, string>;

/**
 * Reads a file of trusted documents: a JSON object of ids and queries, as GraphQL Code Generator's and Relay's compilers write it.
 * @throws QuotewireError naming the file, and the document that the schema does not know how to answer.
 */
export async function readDocuments(file: string, schema: GraphQLSchema): Promise<Documents> {
  const wrong = (problem: string) => new QuotewireError('DOCUMENTS_INVALID', `The trusted documents in ${file} ${problem}.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const isMissing = codeOf(cause) === 'ENOENT';
    throw wrong(`can't be read: ${isMissing ? 'there is no such file' : (cause as Error).message}`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw wrong('are no JSON object of ids and queries');
  for (const [id, query] of Object.entries(parsed)) {
    if (typeof query !== 'string') throw wrong(`have no query for ${id}`);
    const problem = problemOf(query, schema);
    if (problem !== null) throw wrong(`do not fit the schema: ${id}: ${problem}`);
  }
  return new Map(Object.entries(parsed as Record<string, string>));
}

function problemOf(query: string, schema: GraphQLSchema): string | null {
  try {
    return validate(schema, parse(query))[0]?.message ?? null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Answers these documents and no others: by `documentId`, by `extensions.persistedQuery.sha256Hash` as Apollo's clients send it, or as a
 * text that is one of them.
 */
export function useTrustedDocuments(documents: Documents): Plugin {
  const hashes = new Map([...documents.values()].map((text) => [sha256(text), text]));
  return {
    onParams({ params, setParams }) {
      const id = idOf(params);
      if (id === null) {
        if (params.query == null || !hashes.has(sha256(params.query))) throw untrusted();
        return;
      }
      const query = documents.get(id) ?? hashes.get(id.replace(/^sha256:/, ''));
      if (query === undefined) throw unknown(id);
      const { documentId: _, ...rest } = params as GraphQLParams & { documentId?: unknown };
      setParams({ ...rest, query });
    },
  };
}

function idOf(params: GraphQLParams & { documentId?: unknown }): string | null {
  if (typeof params.documentId === 'string') return params.documentId;
  const hash = (params.extensions?.persistedQuery as { sha256Hash?: unknown } | undefined)?.sha256Hash;
  return typeof hash === 'string' ? hash : null;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const untrusted = () =>
  refusal('PERSISTED_QUERY_ID_REQUIRED', 'This server answers known documents alone; send the documentId of one.', { status: 403 });

const unknown = (id: string) => refusal('PERSISTED_QUERY_NOT_FOUND', `There is no document ${id.slice(0, 100)} here.`, { status: 404 });
