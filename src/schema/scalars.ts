import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { builder } from './builder.ts';

/** A day alone stands for its first moment in UTC. */
const withTime = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value;

const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  parseValue: (value) => GraphQLDateTime.parseValue(withTime(value)),
  parseLiteral: (node, variables) => GraphQLDateTime.parseValue(withTime(valueFromASTUntyped(node, variables))),
});

builder.addScalarType('DateTime', DateTime, {
  description:
    'A moment in UTC as ISO 8601 has it: `2020-12-30T00:00:00.000Z`. What is given may have another offset, or be a day alone, `2020-12-30`, for its first moment in UTC.',
});
builder.addScalarType('URL', GraphQLURL, { description: 'An absolute web address.' });
