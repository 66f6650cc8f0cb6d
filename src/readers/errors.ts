import { MAX_TEXT } from '../document.ts';
import { QuotewireError } from '../errors.ts';
import { MAX_RECORD } from './item.ts';

/** Why a file or one of its records yields no document; the report of the load names the place. */
export const readError = (code: string, message: string, cause?: unknown): QuotewireError => new QuotewireError(code, message, { cause });

export const emptyFile = () => readError('FILE_EMPTY', 'The file is empty; remove it or write the article into it.');

export const emptyStdin = () =>
  readError('FILE_EMPTY', 'Nothing came on the standard input; see what became of the command before the pipe.');

export const tooLarge = (bytes: number) =>
  readError(
    'FILE_TOO_LARGE',
    `It has ${bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`} or more; an article has at most ${MAX_TEXT / 1e6} million characters. Split it into one file an article.`,
  );

export const noRecords = () => readError('FILE_EMPTY', 'It holds no record; remove it or write articles into it.');

export const notInUtf8 = () => readError('RECORD_ENCODING', 'It holds bytes that are not in UTF-8, as the rest is; mend it or remove it.');

/** The code of what is no failure: a record that by its nature holds no words, such as a picture or a mere link. */
export const NOTHING_TO_READ = 'RECORD_WORDLESS';

export const nothingToRead = (message: string) => readError(NOTHING_TO_READ, message);

export const recordTooLarge = () =>
  readError('RECORD_TOO_LARGE', `It has more than ${MAX_RECORD / 1e6} MB, more than any article needs; split it.`);

/** An item that its publisher took back or holds back, by what its status says. @throws QuotewireError where it says so. */
export function refuseWithdrawn(status: string | null | undefined, id: string | null): void {
  const [said] = /(?:cancell?ed|withheld)$/i.exec(status?.trim() ?? '') ?? [];
  if (!said) return;
  const earlier = id ? ` What was loaded of it goes with npm run remove -- --origin ${oneLine(id)}` : '';
  throw readError('RECORD_WITHDRAWN', `Its publisher says that it is ${said.toLowerCase()}; it is not loaded.${earlier}`);
}

/** What to say of a code of Node.js. */
const KNOWN: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOENT: ['FILE_MISSING', 'There is no such file or folder; correct the path.'],
  ENAMETOOLONG: ['FILE_MISSING', 'The path is longer than a path may be; correct it.'],
  EACCES: ['FILE_UNREADABLE', 'This user may not read it; change its permissions or the user.'],
  EPERM: ['FILE_UNREADABLE', 'This user may not read it; change its permissions or the user.'],
  ELOOP: ['FILE_MISSING', 'The symbolic links lead in a circle; remove them.'],
  EISDIR: ['FILE_UNREADABLE', 'It is a folder where a file was expected.'],
  Z_BUF_ERROR: ['GZIP_TRUNCATED', 'The compressed file ends too early, its end is missing; fetch it again.'],
  Z_DATA_ERROR: ['GZIP_BROKEN', 'The compressed file is damaged from here on; fetch it again.'],
};

/** What a failure of the file system, of decompression or of a reader means, and what to do. */
export function fileError(cause: unknown): QuotewireError {
  if (cause instanceof QuotewireError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = cause instanceof Error ? cause.message : String(cause);
  const [stable, message] = KNOWN[code] ?? ['FILE_UNREADABLE', `It cannot be read: ${oneLine(reason)}.`];
  return readError(stable, message, cause);
}

/** Words of a stranger on one line, shortened: a file's name may hold line ends, a library's message whole documents. */
export const oneLine = (words: string, longest = 300): string => {
  const line = words.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, (character) => JSON.stringify(character).slice(1, -1));
  return line.length > longest ? `${line.slice(0, longest / 2)}…${line.slice(-longest / 2)}` : line;
};
