import { createHash, randomBytes } from 'node:crypto';
import { QuotewireError } from '../errors.ts';
import { ROLES } from '../settings.ts';

/** Prints a new token of the role, which is shown this once, and what the server needs to know it by. */
export function token(role: string): void {
  if (!ROLES.some((known) => known === role)) {
    throw new QuotewireError('ROLE_UNKNOWN', `There is no role ${role}; the roles are ${ROLES.join(', ')}.`);
  }
  const made = randomBytes(32).toString('base64url');
  console.log(`Token, for the client's header (shown this once):\n  Authorization: Bearer ${made}`);
  console.log(`For the server, beside those that are there, separated by commas:\n  QUOTEWIRE_TOKENS=${role}:${sha256(made)}`);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
