import { codeOf, QuotewireError } from '../../errors.ts';

/** What can keep the embedded server from being used, by cause. */
export type EmbeddedErrorCode =
  | 'BINARIES_MISSING'
  | 'BINARIES_UNUSABLE'
  | 'DATA_DIR_NOT_A_FOLDER'
  | 'DATA_DIR_NOT_WRITABLE'
  | 'DATA_DIR_NOT_YOURS'
  | 'DATA_DIR_UNREACHABLE'
  | 'DISK_FULL'
  | 'INIT_FAILED'
  | 'NO_OTHER_USER'
  | 'PASSWORD_LOST'
  | 'START_FAILED'
  | 'USER_WITHOUT_NAME'
  | 'VERSION_MISMATCH';

/** Why the embedded server can't be used: one sentence for a person, with what was wrong, where, and what to do. */
export class EmbeddedError extends QuotewireError {
  declare readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string) {
    super(code, message);
  }
}

/** The way out that always works. */
export const USE_DATABASE_URL = 'set DATABASE_URL to a PostgreSQL server that runs elsewhere';

/** Says of an error of the file system what it means for the folder; other errors pass through as they are. */
export function explain(error: unknown, folder: string): unknown {
  if (error instanceof EmbeddedError) return error;
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return notWritable(folder);
    case 'EEXIST':
    case 'ENOTDIR':
      return notAFolder(folder);
    case 'ENAMETOOLONG':
      return new EmbeddedError(
        'DATA_DIR_NOT_WRITABLE',
        `The path ${folder} is too long for a database; choose a data folder with a shorter one.`,
      );
    default:
      return error;
  }
}

/** The error for a full disk, met by this process or by PostgreSQL. */
export const diskFull = (folder: string): EmbeddedError =>
  new EmbeddedError('DISK_FULL', `The disk that holds ${folder} is full; free about 100 MB there or choose another data folder.`);

/** The error for a folder that can't be made or written to. */
export const notWritable = (folder: string): EmbeddedError =>
  new EmbeddedError(
    'DATA_DIR_NOT_WRITABLE',
    `The database can't be kept in ${folder}, which this user may not write to; give access to it, choose another data folder, or ${USE_DATABASE_URL}.`,
  );

/** The error for a path that a file has taken. */
export const notAFolder = (folder: string): EmbeddedError =>
  new EmbeddedError(
    'DATA_DIR_NOT_A_FOLDER',
    `The database can't be kept in ${folder}, because that path or one above it is a file; move the file away or choose another data folder.`,
  );
