import { createHash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Config } from '../config.ts';
import { isDatabaseAway } from '../db/away.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import { during } from '../db/work.ts';
import { extractorVersion } from '../pipeline/version.ts';
import { readVersion } from '../store/read/version.ts';
import { vary } from './compression.ts';
import type { Documents } from './documents.ts';
import { handlingOf } from './handling.ts';
import type { Plugin } from './plugin.ts';
import { ENDPOINT } from './protocol.ts';

/** What the answer to a question depends on beside the corpus. */
type Settings = Pick<Config, 'introspection' | 'limits' | 'access' | 'maxAge'>;

/**
 * Lets clients and proxies keep answers to queries by GET for as long as the corpus stays as it is: whoever asks again with the ETag gets
 * 304, for one statement that reads the version. It is read before the answer is made: an answer may be newer than its tag says, never older.
 */
export function useCaching(db: PrismaClient, schema: GraphQLSchema, settings: Settings, documents?: Documents): Plugin {
  const tags = new WeakMap<Request, string>();
  let build: string | null = null;
  const tagOf = async (request: Request) => {
    build ??= buildOf(schema, settings, documents);
    const version = await during(handlingOf(request), async () => readVersion(db));
    return `W/"${hash(build, version, request.headers.get('accept') ?? '', request.url)}"`;
  };
  const mark = ({ headers }: Response, request: Request, tag: string) => {
    const isPrivate = !settings.access.open || request.headers.has('authorization');
    headers.set('etag', tag);
    headers.set('cache-control', `${isPrivate ? 'private' : 'public'}, ${freshness(settings.maxAge)}`);
    for (const name of ['Accept', 'Authorization']) vary({ headers }, name);
  };
  return {
    async onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.method !== 'GET' || url.pathname !== ENDPOINT) return;
      // Whoever asks for the answer will be told what is wrong with the database.
      const tag = await tagOf(request).catch(nothingIfAway);
      if (tag === null) return;
      tags.set(request, tag);
      if (!namesTag(request.headers.get('if-none-match'), tag)) return;
      const unchanged = new fetchAPI.Response(null, { status: 304 });
      mark(unchanged, request, tag);
      endResponse(unchanged);
    },
    onResponse({ request, response }) {
      const tag = tags.get(request);
      if (tag && response.status === 200 && handlingOf(request).codes.length === 0) mark(response, request, tag);
    },
  };
}

const freshness = (maxAge: number) => (maxAge === 0 ? 'no-cache' : `max-age=${maxAge}`);

/** Of what this process is: another version or configuration gives other answers. */
const buildOf = (schema: GraphQLSchema, { introspection, limits }: Settings, documents: Documents = new Map()): string =>
  hash(
    printSchema(lexicographicSortSchema(schema)),
    JSON.stringify({ introspection, limits, documents: [...documents], extractorVersion }),
  );

const hash = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 22);

/** Whether the header names the tag; compared weakly, as the specification has it for this header. */
function namesTag(header: string | null, tag: string): boolean {
  const bare = (name: string) => name.trim().replace(/^W\//, '');
  return header?.split(',').some((name) => bare(name) === bare(tag)) ?? false;
}

function nothingIfAway(error: unknown): null {
  if (!isDatabaseAway(error) && !(error instanceof DOMException)) throw error;
  return null;
}
