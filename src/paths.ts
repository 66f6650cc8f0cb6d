import { fileURLToPath } from 'node:url';

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The folder that holds package.json. */
export const projectRoot = inProject('.');
/** The Prisma schema: the nouns of the corpus. */
export const schemaFile = inProject('prisma/schema.prisma');
/** Where each migration has a folder with its migration.sql. */
export const migrationsDir = inProject('prisma/migrations');
/** The documents that a first start loads. */
export const seedsDir = inProject('seeds');
/** The API as GraphQL prints it, committed. */
export const schemaPrint = inProject('src/schema/schema.graphql');
/** The API as it was last released, which a test holds later changes to. */
export const releasedSchema = inProject('src/schema/released.graphql');
/** Trained weights, one file a model. */
export const modelsDir = inProject('models');
/** How well extraction does, for programs; `npm run report:extraction` writes it. */
export const extractionReport = inProject('reports/extraction.json');
