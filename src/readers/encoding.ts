import { isAscii, isUtf8 } from 'node:buffer';
import { detect } from 'chardet';
import iconv from 'iconv-lite';
import { readError } from './errors.ts';

/** A name that iconv knows, and whether it was guessed from the frequency of bytes rather than said or certain. */
export interface Encoding {
  readonly label: string;
  readonly guessed: boolean;
  /** What the text says it is in, where its beginning fits that as well: what comes later shows which of the two it is. */
  readonly declared?: string | null;
}

const LESS_THAN = 0x3c;
const UTF8: Encoding = { label: 'utf-8', guessed: false };
/** Where an XML declaration or an HTML meta element says the encoding. */
const DECLARED = /^\s*<\?xml[^>]{0,200}\sencoding=["']([\w-]+)["']|<meta[^>]{0,200}charset=["']?([\w-]+)/i;

/**
 * The encoding of text that begins with `bytes`: by its byte order mark, as UTF-8 where it is valid as that, by what it declares, by the
 * zeros that UTF-16 has in every other place, at last by the frequency of its bytes. `whole` says that nothing follows, `inRecords` that
 * each record is looked at again, and broken places cost those alone that hold them.
 * @throws QuotewireError where it is no text, or UTF-8 with broken places.
 */
export function encodingOf(bytes: Buffer, whole: boolean, inRecords = false): Encoding {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return UTF8;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { label: 'utf-32le', guessed: false };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { label: 'utf-32be', guessed: false };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', guessed: false };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', guessed: false };
  if (bytes.includes(0)) return wide(bytes);
  const looked = whole ? bytes : withoutCutCharacter(bytes);
  const declared = declaredIn(bytes);
  // In a record of JSON a page may declare what the file is not in.
  if (isUtf8(looked)) return bytes[0] === LESS_THAN && isAscii(looked) ? { ...UTF8, declared } : UTF8;
  if (declared) return { label: declared, guessed: false };
  const broken = brokenPlaces(looked);
  if (broken.valid > broken.invalid) {
    if (inRecords) return UTF8;
    throw readError('FILE_ENCODING', `It is UTF-8 with broken characters, the first at byte ${broken.first}; mend it or fetch it again.`);
  }
  if (isBinary(looked)) throw readError('FILE_BINARY', 'It is no text (it holds control characters); save it as plain text.');
  return { label: guess(looked), guessed: true };
}

/** The encoding that a text says it is in; null where that is none, or one that its bytes show by themselves. */
function declaredIn(bytes: Buffer): string | null {
  const [, inXml, inHtml] = DECLARED.exec(bytes.toString('latin1', 0, 2_000)) ?? [];
  const label = inXml ?? inHtml;
  return label && isKnown(label) && !/^utf-?(8|16)/i.test(label) ? label : null;
}

/** The text of a whole file. */
export function decode(bytes: Buffer, { label }: Encoding): string {
  // For the first text of its own iconv loads the tables of all encodings there are.
  return label === 'utf-8' ? bytes.toString('utf8').replace(/^\uFEFF/, '') : iconv.decode(bytes, webName(label));
}

/** The same stream in UTF-8, without a byte order mark. */
export async function* toUtf8(chunks: AsyncIterable<Buffer>, { label, declared }: Encoding): AsyncGenerator<Buffer> {
  // Node's own TextDecoder takes windows-1252 for ISO-8859-1, quotation marks and all.
  const decoderOf = (label: string) => (label === 'utf-8' ? null : iconv.getDecoder(webName(label)));
  let decoder = decoderOf(label);
  let undecided = declared;
  let first = true;
  for await (const chunk of chunks) {
    const looked = undecided ? withoutCutCharacter(chunk) : null;
    if (undecided && looked && !isAscii(looked)) {
      if (!isUtf8(looked)) decoder = decoderOf(undecided);
      undecided = null;
    }
    const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    yield decoder ? Buffer.from(decoder.write(chunk)) : marked ? chunk.subarray(3) : chunk;
    first = false;
  }
  const rest = decoder?.end();
  if (rest) yield Buffer.from(rest);
}

/** What stands in a text for bytes that are none in UTF-8: no text holds it. */
export const BROKEN = '\uFFFE';

/** A stream in UTF-8 as text. */
export async function* decodeUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const textOf = (bytes: Buffer) => (isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('utf8').replaceAll('\uFFFD', BROKEN));
  let cut: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = cut.length > 0 ? Buffer.concat([cut, chunk]) : chunk;
    const whole = withoutCutCharacter(bytes);
    cut = bytes.subarray(whole.length);
    yield textOf(whole);
  }
  yield textOf(cut);
}

/** Whether there is an encoding of this name. */
export const isKnown = (label: string): boolean => iconv.encodingExists(label);

/** What says ISO-8859-1 or ASCII is windows-1252, as every browser takes it: the same, with quotation marks. */
const webName = (label: string) => (/^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(label) ? 'windows-1252' : label);

const CONTROLS = /[\0-\x08\x0E-\x1F\uFFFD]/;

/** UTF-16 without its mark, told by where the zeros of its ASCII characters stand; anything else with a NUL is no text. */
function wide(bytes: Buffer): Encoding {
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const half = bytes.length / 2;
  const label =
    zeros[1]! > half * 0.4 && zeros[0]! < half * 0.05 ? 'utf-16le' : zeros[0]! > half * 0.4 && zeros[1]! < half * 0.05 ? 'utf-16be' : null;
  if (label && !CONTROLS.test(iconv.decode(bytes, label))) return { label, guessed: true };
  throw readError('FILE_BINARY', 'It is no text (it holds NUL bytes); save it as plain text.');
}

/** Bytes that no encoding has for letters: more than one in a hundred. */
function isBinary(bytes: Buffer): boolean {
  let controls = 0;
  for (const byte of bytes) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++;
  return controls > bytes.length / 100;
}

/** The bytes up to the last whole character of UTF-8. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) break;
  }
  return bytes;
}

/** How many characters beyond ASCII are valid UTF-8 and how many are not: in another encoding hardly any is. */
function brokenPlaces(bytes: Buffer): { valid: number; invalid: number; first: number } {
  const text = bytes.toString('utf8');
  let [valid, invalid] = [0, 0];
  for (const [character] of text.matchAll(/[^\0-\x7F]/gu)) {
    if (character === '\uFFFD') invalid++;
    else valid++;
  }
  const again = Buffer.from(text, 'utf8');
  return { valid, invalid, first: bytes.findIndex((byte, at) => byte !== again[at]) };
}

/** Bytes that C1 control characters have in ISO-8859 and letters or quotation marks in the code pages of Windows. */
const C1 = /[\x80-\x9F]/;

function guess(bytes: Buffer): string {
  const label = detect(bytes.subarray(0, 100_000)) ?? 'windows-1252';
  // Text that says ISO-8859-1 and holds such bytes is windows-1252, as browsers take it.
  if (!isKnown(label) || /^(ascii|iso-8859-1|utf)/i.test(label)) return 'windows-1252';
  if (/^iso-8859/i.test(label) && C1.test(bytes.toString('latin1'))) return 'windows-1252';
  return label.toLowerCase();
}
