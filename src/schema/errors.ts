import { type ASTNode, GraphQLError } from 'graphql';

/**
 * An argument that cannot be served: names the argument and says what is allowed, with the code BAD_USER_INPUT. `nodes` are where it stands in
 * the query; a resolver need not know.
 */
export const badInput = (argument: string, problem: string, about: object = {}, nodes?: readonly ASTNode[]): GraphQLError =>
  new BadInput(argument, problem, about, nodes);

class BadInput extends GraphQLError {
  readonly argument: string;
  readonly problem: string;
  readonly about: object;

  constructor(argument: string, problem: string, about: object, nodes?: readonly ASTNode[]) {
    super(`The argument ${argument} is not usable: ${problem}.`, { nodes, extensions: { code: 'BAD_USER_INPUT', argument, ...about } });
    this.argument = argument;
    this.problem = problem;
    this.about = about;
  }
}

/** Runs `action`: an argument that it finds not to be usable stands in another, and is named with it. */
export function within<Result>(argument: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw error instanceof BadInput ? badInput(`${argument}.${error.argument}`, error.problem, error.about, error.nodes) : error;
  }
}

/** A cursor of an order by counts, which have changed since: the list has to be begun again. Code STALE_CURSOR. */
export const staleCursor = (argument: string, order: string): GraphQLError =>
  new GraphQLError(
    `The argument ${argument} is not usable: the corpus has changed since, and with it the order ${order}; begin again without a cursor.`,
    { extensions: { code: 'STALE_CURSOR', argument } },
  );

/** Values in one list argument, at most. */
export const MAX_VALUES = 100;

/** The values of a list argument, refused where there are too many to look up. */
export function atMost<Value>(argument: string, values: readonly Value[]): Value[] {
  if (values.length > MAX_VALUES) throw badInput(argument, `it has ${values.length} values, and ${MAX_VALUES} are the most`);
  return [...values];
}
