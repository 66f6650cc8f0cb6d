import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index.ts';

/** The schema in GraphQL's own language, sorted: what is committed as schema.graphql. */
export const printed = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
