import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { TABS } from '../schema/tabs.ts';
import { vary } from './compression.ts';
import type { Plugin } from './plugin.ts';
import { ENDPOINT } from './protocol.ts';

interface Page {
  readonly html: string;
  /** The same, compressed. */
  readonly gzipped: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** Shows browsers GraphiQL: one page with all it needs inside, so that it works without a network and runs no script but its own. */
export function useGraphiQL(): Plugin {
  // Made when first asked for: 9 MB.
  let page: Promise<Page> | null = null;
  return {
    async onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.method !== 'GET' || url.pathname !== ENDPOINT || !request.headers.get('accept')?.includes('text/html')) return;
      page ??= render();
      const { html, gzipped, headers } = await page;
      const known = request.headers.get('if-none-match') === headers.etag;
      const zipped = !known && !!request.headers.get('accept-encoding')?.includes('gzip');
      const response = new fetchAPI.Response(known ? null : zipped ? (gzipped as BodyInit) : html, {
        status: known ? 304 : 200,
        headers: { ...headers, ...(zipped && { 'content-encoding': 'gzip' }) },
      });
      vary(response, 'Accept-Encoding');
      vary(response, 'Accept');
      endResponse(response);
    },
  };
}

/** GraphiQL shifts a tab that is pressed, from under the mouse; its first click would then open nothing. */
const STEADY = '.graphiql-tab { transform: none !important }';

/**
 * A page that is loaded again goes on with the tab that was open. GraphiQL looks for the tab with the query that it begins with, here none, and
 * opens an empty one where it finds none; in these two it looks for that query.
 */
const RESUMING = `<script>
try {
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
  for (const name of ['query', 'variables']) localStorage.setItem('graphiql:' + name, tabs[activeTabIndex][name] ?? '');
} catch {
  // Nothing is stored yet, or nothing may be.
}
</script>`;

async function render(): Promise<Page> {
  // Not before a browser comes: reading it costs a tenth of a start.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({ title: 'Quotewire', defaultTabs: TABS.map((query) => ({ query })) })
    .replace('</style>', `${STEADY}</style>`)
    .replace('<div id="root">', `${RESUMING}\n      <div id="root">`);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    etag: `"${createHash('sha256').update(html).digest('base64url')}"`,
    'content-security-policy': policyOf(html),
  };
  return { html, gzipped: await promisify(gzip)(html), headers };
}

/** Lets the page run the scripts that it holds and ask this server, and nothing else. Its editor writes style sheets as it goes. */
function policyOf(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => `'sha256-${sha256(match[1]!)}'`);
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    'worker-src blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
