/**
 * What `graphql-codegen` makes of the queries beside this file: a typed document of each. In a project of yours, with
 * `@graphql-codegen/cli` and `@graphql-codegen/client-preset` installed, `npx graphql-codegen --config codegen.ts` does it;
 * `schema` may then be the address of a server.
 */
export default {
  schema: '../../src/schema/schema.graphql',
  documents: ['quotes.graphql', 'article.graphql'],
  generates: {
    'generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        importExtension: '.ts',
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { DateTime: 'string', URL: 'string' },
      },
    },
  },
} as const;
