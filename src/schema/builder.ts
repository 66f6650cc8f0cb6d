import SchemaBuilder, { brandWithType } from '@pothos/core';
import PrismaPlugin, { queryFromInfo } from '@pothos/plugin-prisma';
import RelayPlugin, { resolveNodes } from '@pothos/plugin-relay';
import type { GraphQLResolveInfo } from 'graphql';
import type { PrismaClient } from '../db/generated/client.ts';
import type PrismaTypes from '../db/pothos-types.ts';
import { getDatamodel } from '../db/pothos-types.ts';
import { readRows } from '../store/read/rows.ts';
import { atMost, badInput, MAX_VALUES } from './errors.ts';
import { readerOf } from './reader.ts';

/** What every resolver gets: the database, and nothing that a test could not make in one line. */
export interface Context {
  readonly db: PrismaClient;
}

interface Choices {
  PrismaTypes: PrismaTypes;
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    URL: { Input: URL; Output: URL | string };
  };
}

/** The types of this schema, as Pothos's references carry them. */
export type Types = PothosSchemaTypes.ExtendDefaultTypes<Choices>;

export const builder = new SchemaBuilder<Choices>({
  plugins: [RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  prisma: { client: ({ db }) => readerOf(db), dmmf: getDatamodel(), exposeDescriptions: true, onUnusedQuery: 'error' },
  relay: {
    encodeGlobalID: (type, id) => encodeGlobalId(type, String(id)),
    decodeGlobalID: (id) => decodeGlobalId('id', id),
    nodeTypeOptions: { description: 'Anything that has a global id, by which `node` finds it again.' },
    nodeQueryOptions: {
      description: 'What a global id names; null where nothing of that id is stored.',
      args: { id: { description: 'A global id, as the field `id` of any answer gives it.' } },
      resolve: (_root, { id }, context, info) => nodeOf(id as NodeId, context, info),
    },
    nodesQueryOptions: false,
    idFieldOptions: { description: 'Global id: the same for the same content on every machine, and good for `node`.' },
    pageInfoTypeOptions: { description: 'Where a page lies in its list.' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on after this page; paging backward, whether `before` was given.' },
    hasPreviousPageFieldOptions: { description: 'Whether the list has items before this page; paging forward, whether `after` was given.' },
    startCursorFieldOptions: { description: 'The first item on the page, to give as `before`; null on an empty page.' },
    endCursorFieldOptions: { description: 'The last item on the page, to give as `after`; null on an empty page.' },
  },
});

/** Reads one node. */
async function nodeOf({ typename, id }: NodeId, context: Context, info: GraphQLResolveInfo) {
  const [row] = await readRows(context.db, typename, { ...queryFromInfo({ context, info, typeName: typename }), where: { id } });
  if (row) brandWithType(row, typename as never);
  return row as object | undefined;
}

/** The global id of a node. */
export function encodeGlobalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

const NODES = ['Article', 'Quote', 'Speaker', 'Organization', 'Place'] as const;

/** What a global id names. */
interface NodeId {
  readonly typename: (typeof NODES)[number];
  readonly id: string;
}

/** A node's type and its UUID; anything else names nothing and never reaches the database. */
const GLOBAL_ID = new RegExp(`^(?<typename>${NODES.join('|')}):(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`);

/**
 * What a global id names, given for an argument.
 * @throws GraphQLError BAD_USER_INPUT where it is none.
 */
export function decodeGlobalId(argument: string, globalId: string): { typename: string; id: string } {
  const { typename, id } = GLOBAL_ID.exec(Buffer.from(globalId, 'base64url').toString())?.groups ?? {};
  if (!typename || !id) throw badInput(argument, `"${globalId.slice(0, 100)}" is no global id; take ids from the field id of an answer`);
  return { typename, id };
}

// The plugin's own would name each id that is none as the argument of `node`.
builder.queryField('nodes', (t) =>
  t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description: `What up to ${MAX_VALUES} global ids name, in their order, with null where nothing of an id is stored.`,
    args: {
      ids: t.arg.idList({
        required: true,
        description: `Global ids, as the field \`id\` of any answer gives them; ${MAX_VALUES} at most.`,
      }),
    },
    resolve: async (_root, { ids }, context, info) =>
      resolveNodes(
        builder,
        context,
        info,
        atMost('ids', ids).map((id) => decodeGlobalId('ids', id)),
      ) as Promise<(object | null)[]>,
  }),
);
