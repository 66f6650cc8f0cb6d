import { QuotewireError } from './errors.ts';

const OLDEST = [20, 19] as const;

/**
 * Refuses to go on with a Node.js that is too old.
 * @throws QuotewireError naming both versions.
 */
export function checkNodeVersion(version: string): void {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new QuotewireError(
    'NODE_TOO_OLD',
    `Quotewire needs Node.js ${OLDEST.join('.')} or newer, and this is ${version}. Install a newer one from nodejs.org.`,
  );
}
