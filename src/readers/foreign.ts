import { readError } from './errors.ts';

/** Files that are given by mistake: how they begin, byte by byte as Latin-1, what they are, and what to do. */
const KINDS: readonly (readonly [begins: RegExp, kind: string, remedy: string])[] = [
  [/^%PDF-/, 'a PDF', 'save its text, such as with pdftotext'],
  [/^PK(?:\x03\x04|\x05\x06)/, 'a ZIP archive, or a document packed as one (docx, odt, epub)', 'unpack it, or save the document as text'],
  [/^\x1F\x8B/, 'packed with gzip twice', 'unpack it once'],
  [/^\{\\rtf/, 'a document in RTF', 'save it as text'],
  [/^\xD0\xCF\x11\xE0/, 'a document of Microsoft Office', 'save it as text'],
  [
    /^(?:BZh\d|\xFD7zXZ|\x28\xB5\x2F\xFD|\x04\x22\x4D\x18|7z\xBC\xAF|Rar!\x1A)/,
    'packed, and not with gzip',
    'unpack it, or pack it with gzip',
  ],
  [/^[\s\S]{257}ustar/, 'a tar archive', 'unpack it and load the folder'],
  [/^(?:\x89PNG|\xFF\xD8\xFF|GIF8[79]a|RIFF[\s\S]{4}WEBP)/, 'a picture', 'leave it out'],
  [/^From \S+ .*\d\d:\d\d:\d\d .*\d{4}\r?\n[\w-]+: /, 'a mailbox', 'save each message as a text file of its own, without its header'],
  [/^From: \W{0,2}Saved by /, 'a web page in one file (MHTML)', 'open it in a browser and save it as HTML'],
  [
    /^(?:[A-Z][\w-]*: .*\r?\n(?:[ \t].*\r?\n)*)*(?:(?:MIME-Version|Message-ID|Return-Path): |Received: (?:from|by) )/i,
    'an e-mail',
    'save its text without the header',
  ],
  [/^filedesc:\/\//, 'an ARC archive', 'convert it to WARC, such as with warcio recompress'],
  [/^(?:PAR1|SQLite format 3|Obj\x01)/, 'a database or a table in binary', 'write it as CSV or JSON Lines'],
];

/** Bytes that are looked at: the mark of tar stands behind 257 of them, a header of e-mail may be long. */
const LOOKED_AT = 8_192;

/** @throws QuotewireError that names it, where a file is of a kind that holds no article as text. */
export function refuseForeign(head: Buffer): void {
  const start = head.toString('latin1', 0, LOOKED_AT);
  const [, kind, remedy] = KINDS.find(([begins]) => begins.test(start)) ?? [];
  if (kind) throw readError('FORMAT_FOREIGN', `It is ${kind}, which is not read; ${remedy}.`);
}
