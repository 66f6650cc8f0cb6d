import { type Config, unknownSettings } from '../config.ts';
import { type Finding, ok, warn } from './check.ts';

/** What of a valid configuration one may not have meant. */
export function examineConfiguration(config: Config, unknown: readonly string[] = unknownSettings()): Finding[] {
  const mode = config.production ? 'production' : 'development (NODE_ENV is not production)';
  const odd = oddities(config).filter(([holds]) => holds);
  const unread = unknown.map((name) => `${name} is no setting and has no effect: correct its name, see npm start -- --help.`);
  return [
    ok('configuration', `valid, for ${mode}`),
    ...[...odd.map(([, text]) => text), ...unread].map((text) => warn('configuration', text)),
  ];
}

const isLocal = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** What may be odd, whether it is so, and what to do then. */
function oddities({ production, host, graphiql, introspection, access, directUrl, databaseUrl, limits }: Config) {
  const open = !isLocal(host);
  return [
    [open && !production, `HOST is ${host}, where others can reach it, and NODE_ENV is not production: set NODE_ENV=production.`],
    [production && (graphiql || introspection), 'GraphiQL or introspection is switched on in production: leave both settings out.'],
    [
      open && production && access.proxies === 0,
      'QUOTEWIRE_TRUST_PROXY is 0: behind a proxy all clients would count as one; set how many proxies are in front, or leave it where there is none.',
    ],
    [directUrl !== null && databaseUrl === null, 'DATABASE_DIRECT_URL is set without DATABASE_URL and has no effect: set both.'],
    [
      !access.open && access.tokens.length === 0,
      'QUOTEWIRE_READING is token and there is none: nobody can read; make one with npm run token -- reader.',
    ],
    [
      limits.statementTimeout >= limits.requestTimeout,
      'QUOTEWIRE_STATEMENT_TIMEOUT is not below QUOTEWIRE_REQUEST_TIMEOUT: slow statements end with the request; lower it.',
    ],
    [
      limits.poolSize * 4 < limits.concurrency,
      'QUOTEWIRE_POOL_SIZE is far below QUOTEWIRE_CONCURRENCY: requests will wait for connections; raise it.',
    ],
  ] as const;
}
