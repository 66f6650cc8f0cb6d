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
