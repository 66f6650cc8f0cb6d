import type { ObjectRef } from '@pothos/core';
import { MAX_RANKED } from '../../store/read/pages.ts';
import type { Scope, Searched } from '../../store/read/scope.ts';
import { pairs } from '../../store/spans.ts';
import { builder, type Types } from '../builder.ts';
import { type Found, HighlightType, highlightsOf } from '../highlights.ts';
import { type Page, readPage } from './page.ts';

/** Where the nodes of a connection stand in a selection, as Pothos follows it to load what they need with the list. */
export const NODES: [{ name: string }[], ...{ name: string }[][]] = [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]];

/** The same paths as names alone. */
export const NODE_PATHS = NODES.map((path) => path.map(({ name }) => name));

/** The fields of a connection for which its nodes must be read. */
export const OF_NODES = ['edges', 'nodes'];

/** The fields of a connection for which its rows must be read. */
export const OF_ROWS = [...OF_NODES, 'pageInfo'];

/** What a list is made of: a node with its sort keys, or what leads to one. */
export type Row = Readonly<Record<string, unknown>>;

interface Edge<Node> {
  readonly cursor: () => string;
  readonly node: Node;
  /** The search that found it, where the list is of what a search found. */
  readonly found?: Found | undefined;
  /** How often a noun comes up in what the list is of. */
  readonly count: number;
}

/** The columns that tell how often a noun comes up: in current articles, or as a mention in one. */
export const COUNT_COLUMNS = {
  Speaker: { quoteCount: true },
  Organization: { articleCount: true },
  speaker: { quoteCount: true },
  organization: { spans: true },
} as Readonly<Record<string, Readonly<Record<string, true>>>>;

const countIn = ({ quoteCount, articleCount, spans }: Row): number =>
  typeof spans === 'string' ? pairs(spans).length : Number(quoteCount ?? articleCount ?? 0);

/** One page of a list, in the form that Relay's specification gives it. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: ReturnType<typeof readPage>['pageInfo'];
  /** Counts on demand: a full count is the dearest part of a list. */
  readonly totalCount: () => number | Promise<number>;
  /** How many matches of a search were ranked, where that is the order. */
  readonly rankedFrom?: number | null;
  /** What the whole list is of, for what is to be counted about it; null where nothing can be. */
  readonly scope: Scope | null;
}

/** The connection of a page: `rows` are what was read for it, in the version that the corpus had then. */
export function connectionOf({
  page,
  scope,
  rows,
  version = null,
  totalCount,
  nodeOf = (row) => row,
}: {
  page: Page;
  scope: Scope | null;
  rows: readonly Row[];
  version?: string | null;
  totalCount: () => number | Promise<number>;
  nodeOf?: (row: Row) => unknown;
}): Connection<never> {
  const { edges, pageInfo } = readPage(page, rows, version);
  const search = scope?.search ?? null;
  const foundIn = (row: Row): Found | undefined =>
    search === null ? undefined : { model: scope!.model as Searched, search, id: row.id as string };
  return {
    edges: edges.map(({ cursor, row }) => ({ cursor, node: nodeOf(row) as never, found: foundIn(row), count: countIn(row) })),
    pageInfo,
    totalCount,
    scope,
  };
}

/**
 * The types `…Connection` and `…Edge` of a noun, named `plural` in their descriptions; for nouns that can be `searched` with what
 * there is to know of a search.
 */
export function connectionType<Node>(
  name: string,
  node: ObjectRef<Types, Node>,
  plural: string,
  { searched = false, counted }: { searched?: boolean; counted?: { name: string; description: string } } = {},
): ObjectRef<Types, Connection<Node>> {
  const edge = builder.objectRef<Edge<Node>>(`${name}Edge`).implement({
    description: `One of a page of ${plural}, with its place in the list.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'Its place in the list, to give as `after` or `before`.',
        resolve: ({ cursor }) => cursor(),
      }),
      node: t.field({ type: node, description: 'The item itself.', resolve: (edge) => edge.node as never }),
      ...(searched && {
        highlights: t.field({
          type: [HighlightType],
          description:
            'Excerpts of the text around the words that a search found there, in reading order; empty where nothing was searched for, and where the headline alone has what was.',
          resolve: ({ found }, _args, context, info) => (found ? highlightsOf(found, context, info) : []),
        }),
      }),
      ...(counted && { [counted.name]: t.exposeInt('count', { description: counted.description }) }),
    }),
  });
  return builder.objectRef<Connection<Node>>(`${name}Connection`).implement({
    description: `A page of ${plural}, and what is to be known of the whole list.`,
    fields: (t) => ({
      edges: t.field({ type: [edge], description: 'The items of this page, each with its cursor.', resolve: ({ edges }) => [...edges] }),
      nodes: t.field({
        type: [node],
        description: 'The items of this page, where their cursors are of no interest.',
        resolve: ({ edges }) => edges.map((edge) => edge.node) as never,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Whether and from where the list goes on.',
        resolve: ({ pageInfo }) => pageInfo,
      }),
      totalCount: t.int({
        description: 'How many items the whole list has, over all pages; counted only when asked for.',
        resolve: ({ totalCount }) => totalCount(),
      }),
      ...(searched && {
        rankedFrom: t.int({
          nullable: true,
          description: `With RELEVANCE: how many matches were ranked, the newest ${MAX_RANKED} at most; older ones follow by date. Else null.`,
          resolve: ({ rankedFrom }) => rankedFrom ?? null,
        }),
      }),
    }),
  });
}
