import { GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { builder } from './builder.ts';

builder.addScalarType('DateTime', GraphQLDateTime, {
  description: 'A moment in UTC as ISO 8601 has it: `2020-12-30T00:00:00.000Z`. An offset is understood; a day alone is not.',
});
builder.addScalarType('URL', GraphQLURL, { description: 'An absolute web address.' });
