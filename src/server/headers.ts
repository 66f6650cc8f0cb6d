import { handlingOf } from './handling.ts';
import type { Plugin } from './plugin.ts';

/** What OWASP asks of an API's answers: no sniffing, no framing, no referrer, nothing to load. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Puts security headers and the request's id on each answer. A plugin that has set one of them already knows why. */
export function useSecurityHeaders(): Plugin {
  return {
    onResponse({ request, response }) {
      for (const [name, value] of Object.entries(HEADERS)) if (!response.headers.has(name)) response.headers.set(name, value);
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
      response.headers.set('x-request-id', handlingOf(request).id);
    },
  };
}
