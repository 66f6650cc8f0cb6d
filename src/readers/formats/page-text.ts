import { decode, encodingOf, isKnown } from '../encoding.ts';
import { notesOf } from '../input.ts';

/** A page's bytes as text: in the encoding that its server named, else the one that its bytes show. */
export function textOfPage(bytes: Buffer, charset: string | null): { text: string; notes: string[] } {
  const encoding = charset && isKnown(charset) ? { label: charset, guessed: false } : encodingOf(bytes, true);
  return { text: decode(bytes, encoding), notes: notesOf(encoding) };
}
