import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, getOperationAST, Kind, parse } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import type { Limits } from '../config.ts';
import { MAX_PAGE } from '../schema/lists/page.ts';
import { handlingOf } from './handling.ts';
import { type Measure, measure } from './measure.ts';
import type { Plugin } from './plugin.ts';
import { limitExceeded } from './refusal.ts';

type QueryLimits = Pick<Limits, 'depth' | 'cost' | 'aliases' | 'tokens' | 'pageSize'>;

/** Refuses queries that ask for more than the limits allow, before any of it runs. */
export function useLimits(limits: QueryLimits): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parseWithin(limits.tokens, () => parse(source, { ...options, maxTokens: limits.tokens })));
    },
    onExecute({ args, setResultAndStopExecution }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (!operation) return;
      const found = measure(args.schema, operation, fragmentsOf(args.document), args.variableValues ?? {});
      Object.assign(handlingOf(args.contextValue.request), { cost: found.cost });
      const error = passed(found, limits);
      const extensions = asksForCost(args.contextValue.params) ? { cost: { ...found, max: limits.cost } } : null;
      if (error) return setResultAndStopExecution({ errors: [error], ...(extensions && { extensions }) });
      if (!extensions) return;
      return {
        onExecuteDone({ result, setResult }: { result: object; setResult: (result: object) => void }) {
          setResult({ ...result, extensions });
        },
      };
    },
  };
}

/** Whether the request says `"extensions": { "cost": true }`: its answer says what it measures then. */
const asksForCost = (params: GraphQLParams): boolean => params.extensions?.cost === true;

/** The first limit that is passed, as an error that names it. */
function passed({ depth, aliases, cost, page }: Measure, limits: QueryLimits): GraphQLError | null {
  if (depth > limits.depth) {
    return limitExceeded('depth', `The query is ${depth} levels deep; ${limits.depth} are the most.`, limits.depth, depth);
  }
  if (aliases > limits.aliases) {
    return limitExceeded('aliases', `The query has ${aliases} aliases; ${limits.aliases} are the most.`, limits.aliases, aliases);
  }
  // The schema itself refuses what is larger than its own largest page, with the argument.
  if (page > limits.pageSize && page <= MAX_PAGE) {
    return limitExceeded('pageSize', `A page of ${page} is asked for; ${limits.pageSize} is the most.`, limits.pageSize, page);
  }
  if (cost > limits.cost) {
    const advice = 'ask for smaller pages, or for fewer lists within lists';
    return limitExceeded('cost', `The query may return about ${cost} objects; ${limits.cost} are the most: ${advice}.`, limits.cost, cost);
  }
  return null;
}

function parseWithin(tokens: number, action: () => DocumentNode): DocumentNode {
  try {
    return action();
  } catch (error) {
    if (error instanceof GraphQLError && /tokens?\. Parsing aborted/.test(error.message)) {
      throw limitExceeded('tokens', `The query has more than ${tokens} words and signs.`, tokens, null);
    }
    throw error;
  }
}

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));
