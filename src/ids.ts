import { createHash } from 'node:crypto';

/** SHA-256 of a text's UTF-8 bytes. */
export const sha256 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(text, 'utf8').digest());

/** The first 128 bits of a SHA-256, in the form of a UUID. */
export function uuidOf(hash: Uint8Array): string {
  const hex = Buffer.from(hash).toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** No id is lower, and none is this. */
export const LOWEST_ID = '00000000-0000-0000-0000-000000000000';

/** An id that follows from what it names: the same parts give the same id on every machine. */
export const idOf = (...parts: readonly (string | number)[]): string => uuidOf(sha256(JSON.stringify(parts)));
