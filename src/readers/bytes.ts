import { readFile, stat } from 'node:fs/promises';
import { MAX_TEXT } from '../document.ts';
import { QuotewireError } from '../errors.ts';

/** No text of the allowed length needs more bytes in UTF-8: three for each UTF-16 unit, and a byte order mark. */
const MAX_BYTES = MAX_TEXT * 3 + 3;

/**
 * The text of a UTF-8 file.
 * @throws QuotewireError where the file is missing, unreadable, empty, too large, binary or in another encoding; the message names
 * neither file nor folder, which the report of the load does.
 */
export async function readUtf8(file: string): Promise<string> {
  const bytes = await read(file);
  if (bytes.length === 0) throw new QuotewireError('FILE_EMPTY', 'The file is empty; remove it or write the article into it.');
  if (bytes.includes(0)) {
    throw new QuotewireError('FILE_BINARY', 'The file is no text in UTF-8 (it holds NUL bytes); save it as plain text in UTF-8.');
  }
  const text = decode(bytes);
  if (text.trim() === '')
    throw new QuotewireError('FILE_EMPTY', 'The file holds nothing but white space; remove it or write the article into it.');
  if (text.length > MAX_TEXT) throw tooLarge(bytes.length);
  return text;
}

async function read(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw tooLarge(size);
    return await readFile(file);
  } catch (cause) {
    throw cause instanceof QuotewireError ? cause : fileError(cause);
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new QuotewireError(
      'FILE_ENCODING',
      `The file is not in UTF-8 (byte ${firstBadByte(bytes)} starts no character); save it in UTF-8.`,
      {
        cause,
      },
    );
  }
}

/** The offset of the first byte that is not UTF-8: as long as what decodes and encodes again stays the same. */
function firstBadByte(bytes: Buffer): number {
  const lenient = Buffer.from(bytes.toString('utf8'), 'utf8');
  return bytes.findIndex((byte, at) => byte !== lenient[at]);
}

const tooLarge = (bytes: number) =>
  new QuotewireError(
    'FILE_TOO_LARGE',
    `The file has ${(bytes / 1e6).toFixed(1)} MB; an article has at most ${MAX_TEXT / 1e6} million characters. Split it into one file an article.`,
  );

/** What a failure of the file system means, and what to do. */
export function fileError(cause: unknown): QuotewireError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known: Record<string, [string, string]> = {
    ENOENT: ['FILE_MISSING', 'There is no such file or folder; correct the path.'],
    EACCES: ['FILE_UNREADABLE', 'This user may not read it; change its permissions or the user.'],
    EPERM: ['FILE_UNREADABLE', 'This user may not read it; change its permissions or the user.'],
    ELOOP: ['FILE_MISSING', 'The symbolic links lead in a circle; remove them.'],
    EISDIR: ['FILE_UNREADABLE', 'It is a folder where a file was expected.'],
  };
  const [stable, message] = known[code] ?? [
    'FILE_UNREADABLE',
    `It cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
  ];
  return new QuotewireError(stable, message, { cause });
}
