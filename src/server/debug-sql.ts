import { AsyncLocalStorage } from 'node:async_hooks';
import { defaultFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, isObjectType, responsePathAsArray } from 'graphql';
import { type Handling, handlingOf } from './handling.ts';
import type { Log } from './log.ts';
import type { Plugin } from './plugin.ts';

/** A field's place in the answer, without positions in lists: articles.nodes.quotes. */
const field = new AsyncLocalStorage<string>();

/** Prints each SQL statement under the field that caused it, when the answer is there. For developers: it slows everything. */
export function useDebugSql(schema: GraphQLSchema, log: Log): Plugin {
  watchFields(schema);
  return {
    onRequest({ request }) {
      const handling = handlingOf(request);
      handling.watchers.push((text, milliseconds, rows) => {
        const at = field.getStore() ?? '(no field)';
        handling.sql.push({ field: at, text: text.replace(/\s+/g, ' ').trim(), milliseconds, rows });
      });
    },
    onResponse({ request }) {
      const { id, sql } = handlingOf(request);
      if (sql.length === 0) return;
      const fields = [...new Set(sql.map((statement) => statement.field))];
      const lines = fields.flatMap((name) => [name, ...sql.filter((statement) => statement.field === name).map(lineOf)]);
      log.info({ id }, `SQL\n${lines.join('\n')}`);
    },
  };
}

const lineOf = ({ text, milliseconds, rows }: Handling['sql'][number]) => `  ${milliseconds.toFixed(1)} ms, ${rows} rows: ${text}`;

const watched = new WeakSet<GraphQLSchema>();

/** Has every field tell where it stands. */
function watchFields(schema: GraphQLSchema): void {
  if (watched.has(schema)) return;
  watched.add(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const definition of Object.values(type.getFields())) {
      // Some are functions that wait in their parent until they are asked for.
      const resolve = definition.resolve ?? defaultFieldResolver;
      definition.resolve = (source, args, context, info) => field.run(nameOf(info), () => begun(resolve(source, args, context, info)));
    }
  }
}

/** Prisma asks nothing before somebody waits for it. */
const begun = (value: unknown) => (isThenable(value) ? value.then((found) => found) : value);

const isThenable = (value: unknown): value is PromiseLike<unknown> => typeof (value as PromiseLike<unknown> | null)?.then === 'function';

const nameOf = ({ path }: GraphQLResolveInfo) =>
  responsePathAsArray(path)
    .filter((key) => typeof key === 'string')
    .join('.');
