import { defineConfig } from 'prisma/config';

// `generate` and `db seed` use no engine, yet the CLI fetches one from outside the npm registry before either. Naming any
// executable keeps it from that. Never for `migrate`, where a false engine reports "no drift" without having looked.
const [, , command, subcommand] = process.argv;
if (command === 'generate' || (command === 'db' && subcommand === 'seed')) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node src/start.mjs seed' },
  datasource: { url: process.env.DATABASE_DIRECT_URL ?? process.env.DATABASE_URL ?? 'postgresql://localhost:5432/quotewire' },
});
