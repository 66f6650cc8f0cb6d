import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openTraces } from '../../src/server/traces.ts';
import { createApp } from '../../src/server.ts';
import { testDatabase } from '../support/database.ts';

const { client } = await testDatabase();

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
}

/** A collector that keeps what it is sent. */
async function collector() {
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    expect(request.url).toBe('/v1/traces');
    for (const { scopeSpans } of body.resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans);
    response.setHeader('content-type', 'application/json').end('{}');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return { spans, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const attributeOf = (span: Span, key: string) => Object.values(span.attributes.find((attribute) => attribute.key === key)?.value ?? {})[0];

test('a collector gets a span for each request, under the caller’s, and one for each statement below it, without values', async () => {
  const { spans, endpoint } = await collector();
  const traces = openTraces(endpoint);
  const app = createApp(client, undefined, { tracing: traces.plugin });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const query = 'query Found { articles(search: "mycondition") { totalCount } }';
  await app.fetch(`http://localhost/graphql?query=${encodeURIComponent(query)}`, { headers: { traceparent } });
  await app.fetch('http://localhost/nowhere', { headers: { traceparent: 'nonsense' } });
  await traces.close();

  const request = spans.find(({ name }) => name === 'query Found')!;
  expect(request).toMatchObject({ traceId: '0af7651916cd43dd8448eb211c80319c', parentSpanId: 'b7ad6b7169203331' });
  expect(attributeOf(request, 'graphql.operation.name')).toBe('Found');
  expect(attributeOf(request, 'http.response.status_code')).toBe(200);
  const statements = spans.filter(({ parentSpanId }) => parentSpanId === request.spanId);
  expect(statements.length).toBeGreaterThan(0);
  for (const statement of statements) expect(attributeOf(statement, 'db.query.text')).toMatch(/SELECT/);
  expect(JSON.stringify(spans)).not.toContain('mycondition');

  const other = spans.find(({ name }) => name === 'GET /nowhere')!;
  expect(other.traceId).not.toBe(request.traceId);
  expect(other.parentSpanId ?? '').toBe('');
});

test('a collector that is away costs nothing but its traces', async () => {
  const traces = openTraces('http://127.0.0.1:1');
  const app = createApp(client, undefined, { tracing: traces.plugin });
  const response = await app.fetch('http://localhost/graphql?query=%7B__typename%7D');
  expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  const before = performance.now();
  await traces.close();
  expect(performance.now() - before).toBeLessThan(5_000);
});
