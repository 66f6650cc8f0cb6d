import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serverAudits } from 'graphql-http';
import { afterAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/server.ts';
import { MODES } from '../support/configured.ts';
import { testDatabase } from '../support/database.ts';

const { client } = await testDatabase();

describe.each(MODES)('graphql-http’s audits of GraphQL over HTTP, %s', (_, config) => {
  const server = createServer(createApp(client, config)).listen(0, '127.0.0.1');
  afterAll(() => void server.close());
  const audits = serverAudits({ url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });

  test('are 61', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s: %s', async (_id, _name, audit) => {
    const result = await audit();
    expect('reason' in result ? result.reason : result.status).toBe('ok');
  });
});
