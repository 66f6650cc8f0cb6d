import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  resolve: {
    // As Node resolves it for our dependencies: two copies of graphql-js don't know each other's errors.
    alias: { graphql: createRequire(import.meta.url).resolve('graphql') },
  },
  test: {
    env: { QUOTEWIRE_TEST_FULL: mode === 'full' ? 'yes' : '' },
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/global-setup.ts',
    // Vitest leaves a core to itself; most of our tests wait for a process or for PostgreSQL.
    maxWorkers: 2,
    // Files share what they import, which takes a quarter of the time otherwise. What a test changes outside itself it puts back.
    isolate: false,
    // For what hangs, and long enough for a machine that does other work: what takes 15 s alone took over 60 beside four others.
    testTimeout: mode === 'full' ? 600_000 : 180_000,
    hookTimeout: 180_000,
  },
}));
