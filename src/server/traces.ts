import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { handlingOf } from './handling.ts';
import type { Plugin } from './plugin.ts';

/** What traces requests, and how to end it. */
export interface Traces {
  readonly plugin: Plugin;
  /** Sends what is not sent yet. */
  close(): Promise<void>;
}

/** Milliseconds in which a collector must have taken what it is sent, also where it is sent again: as long does a server that ends wait for one that is away. */
const PATIENCE = 2_000;

/** Opens traces to the OpenTelemetry collector at `endpoint`. */
export function openTraces(endpoint: string): Traces {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: PATIENCE });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'quotewire' }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  // What a collector that is away can't take is lost, and the server goes on.
  const close = () => provider.shutdown().catch(() => {});
  return { plugin: useTraces(provider.getTracer('quotewire')), close };
}

/** A span for each request, under that of whoever asks (`traceparent`), and one for each of its SQL statements, without values. */
function useTraces(tracer: Tracer): Plugin {
  const contexts = new WeakMap<Request, Context>();
  return {
    onRequest({ request }) {
      const handling = handlingOf(request);
      const span = tracer.startSpan(`${request.method} ${handling.path}`, { kind: SpanKind.SERVER }, parentOf(request.headers));
      const context = trace.setSpan(ROOT_CONTEXT, span);
      contexts.set(request, context);
      handling.watchers.push((text, milliseconds, rows) => {
        const statement = tracer.startSpan(
          text.trim().split(/\s/, 1)[0] ?? '',
          {
            kind: SpanKind.CLIENT,
            startTime: Date.now() - milliseconds,
            attributes: { 'db.system.name': 'postgresql', 'db.query.text': text, 'db.response.returned_rows': rows },
          },
          context,
        );
        statement.end();
      });
    },
    onResponse({ request, response }) {
      const span = trace.getSpan(contexts.get(request) ?? ROOT_CONTEXT);
      if (!span) return;
      const { id, operation, cost, codes } = handlingOf(request);
      if (operation !== null) span.updateName(`query ${operation}`);
      span.setAttributes({
        'quotewire.request_id': id,
        'http.request.method': request.method,
        'http.response.status_code': response.status,
        ...(operation !== null && { 'graphql.operation.name': operation }),
        ...(cost !== null && { 'quotewire.cost': cost }),
        ...(codes.length > 0 && { 'quotewire.error_codes': [...codes] }),
      });
      if (response.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** W3C's traceparent: version, trace, span, flags. */
const TRACEPARENT = /^00-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})$/;

function parentOf(headers: Headers): Context {
  const found = TRACEPARENT.exec(headers.get('traceparent') ?? '')?.groups;
  if (!found) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(found.flags!, 16) & TraceFlags.SAMPLED;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId: found.traceId!, spanId: found.spanId!, traceFlags, isRemote: true });
}
