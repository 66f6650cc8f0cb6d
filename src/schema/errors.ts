import { GraphQLError } from 'graphql';

/** An argument that cannot be served: names the argument and says what is allowed, with the code BAD_USER_INPUT. */
export const badInput = (argument: string, problem: string, about: object = {}): GraphQLError =>
  new GraphQLError(`The argument ${argument} is not usable: ${problem}.`, { extensions: { code: 'BAD_USER_INPUT', argument, ...about } });

/** Values in one list argument, at most. */
export const MAX_VALUES = 100;

/** The values of a list argument, refused where there are too many to look up. */
export function atMost<Value>(argument: string, values: readonly Value[]): Value[] {
  if (values.length > MAX_VALUES) throw badInput(argument, `it has ${values.length} values, and ${MAX_VALUES} are the most`);
  return [...values];
}
