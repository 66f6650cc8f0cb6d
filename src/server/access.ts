import { createHash, timingSafeEqual } from 'node:crypto';
import type { Access, Token } from '../config.ts';
import { handlingOf } from './handling.ts';
import type { Plugin } from './plugin.ts';
import { refusal, refuse } from './refusal.ts';

/** Knows clients by their bearer token. */
export function useTokens(tokens: readonly Token[]): Plugin {
  return {
    onRequest({ request }) {
      const given = bearerOf(request.headers.get('authorization'));
      if (given === null) return;
      const token = find(tokens, given);
      const handling = handlingOf(request);
      handling.role = token?.role ?? null;
      handling.token = token?.sha256 ?? null;
    },
  };
}

/**
 * Refuses those who may not read. A token that is wrong is refused even where reading is open: whoever sends one means to be known.
 */
export function useAccess({ open }: Pick<Access, 'open'>): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      // A browser asks about a request before it sends the token with it.
      if (request.method === 'OPTIONS' || handlingOf(request).token !== null) return;
      const isGiven = request.headers.has('authorization');
      if (isGiven) endResponse(refuse(request, unknown('This token is not known here.'), fetchAPI.Response));
      else if (!open) endResponse(refuse(request, unknown('Reading needs a token: Authorization: Bearer …'), fetchAPI.Response));
    },
  };
}

const unknown = (message: string) =>
  refusal('UNAUTHENTICATED', message, { status: 401, headers: { 'www-authenticate': 'Bearer realm="quotewire"' } });

/** The token that the header carries; an empty one where it carries something else; null without a header. */
function bearerOf(header: string | null): string | null {
  return header === null ? null : (/^Bearer +([\w.~+/-]+=*) *$/i.exec(header)?.[1] ?? '');
}

/** Compares with each, in the same time whether it is right or wrong. */
function find(tokens: readonly Token[], given: string): Token | null {
  const hash = createHash('sha256').update(given).digest();
  const equal = tokens.filter(({ sha256 }) => timingSafeEqual(Buffer.from(sha256, 'hex'), hash));
  return equal[0] ?? null;
}
