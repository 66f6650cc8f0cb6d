import { vary } from './compression.ts';
import type { Plugin } from './plugin.ts';

/** Seconds that a browser may remember what it was told: two hours, the most that Chromium keeps. */
const REMEMBERED = 7_200;

/** What of an answer pages elsewhere may read beside its body. */
const EXPOSED = 'ETag, Retry-After, X-Request-Id';

/** Lets pages of these origins, and no others, read answers; without cookies, which there are none of. */
export function useCors(origins: readonly string[]): Plugin {
  const allowed = (request: Request) => {
    const origin = request.headers.get('origin');
    return origin !== null && origins.includes(origin) ? origin : null;
  };
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== 'OPTIONS' || !request.headers.has('access-control-request-method')) return;
      const headers = {
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'Authorization, Content-Type, If-None-Match',
        'access-control-max-age': String(REMEMBERED),
      };
      endResponse(new fetchAPI.Response(null, { status: 204, headers: allowed(request) ? headers : {} }));
    },
    onResponse({ request, response }) {
      if (origins.length === 0) return;
      vary(response, 'Origin');
      const origin = allowed(request);
      if (!origin) return;
      response.headers.set('access-control-allow-origin', origin);
      response.headers.set('access-control-expose-headers', EXPOSED);
      response.headers.set('cross-origin-resource-policy', 'cross-origin');
    },
  };
}
