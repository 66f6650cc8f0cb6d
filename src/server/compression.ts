import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from './plugin.ts';

/** Bytes below which compressing costs more than it saves. */
const WORTHWHILE = 1_000;

/** Answers without a body, by their status. */
const BODILESS: ReadonlySet<number> = new Set([204, 304]);

type Encoding = 'br' | 'gzip';

const compress: Readonly<Record<Encoding, (body: string) => Promise<Uint8Array>>> = {
  // Level 4: as fast as gzip's default, and smaller.
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body) => promisify(gzip)(body),
};

/** Sends answers compressed to clients that take it. */
export function useCompression(): Plugin {
  return {
    async onResponse({ request, response, setResponse, fetchAPI }) {
      // Asking a response for its body makes a stream of it.
      if (BODILESS.has(response.status) || response.headers.has('content-encoding')) return;
      vary(response, 'Accept-Encoding');
      const encoding = encodingOf(request.headers.get('accept-encoding'));
      if (!encoding) return;
      const body = await response.text();
      const headers = Object.fromEntries(response.headers);
      if (body.length < WORTHWHILE) return setResponse(new fetchAPI.Response(body || null, { status: response.status, headers }));
      const compressed = await compress[encoding](body);
      headers['content-encoding'] = encoding;
      headers['content-length'] = String(compressed.byteLength);
      setResponse(new fetchAPI.Response(compressed as BodyInit, { status: response.status, headers }));
    },
  };
}

/** Adds the name of a request's header to those that an answer depends on. */
export function vary({ headers }: Pick<Response, 'headers'>, name: string): void {
  const names = headers.get('vary')?.split(/\s*,\s*/) ?? [];
  if (!names.includes(name)) headers.set('vary', [...names, name].join(', '));
}

/** The best of our encodings that the header accepts. */
export function encodingOf(accepted: string | null): Encoding | null {
  const refused = /;\s*q=0(\.0*)?$/;
  const names = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim());
  const taken = names.filter((part) => !refused.test(part)).map((part) => part.split(';')[0]!.trim());
  return (['br', 'gzip'] as const).find((encoding) => taken.includes(encoding)) ?? null;
}
