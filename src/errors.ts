/**
 * An error that a person can mend: its message says what was wrong, where, and what to do, and holds no secret.
 * Commands print it without a stack and exit with 1. `code` is stable, for scripts.
 */
export class QuotewireError extends Error {
  override readonly name = 'QuotewireError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The code of a system error or of PostgreSQL (`ENOENT`, `57P03`), or undefined. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** What a person is told where a file or an output takes no more; null where something else failed. */
export function explainNoSpace(error: unknown): string | null {
  const code = codeOf(error);
  return code !== undefined && NO_SPACE.has(code)
    ? `There is no space left for what is to be written (${code}); free some, or write it elsewhere, and run the same again.`
    : null;
}

/** The disk is full, a quota is used up, a file is as large as it may be. */
const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
