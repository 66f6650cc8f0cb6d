/**
 * Word that nobody waits for some work any longer. An AbortSignal says the same, but making one for each request and listening to it for
 * each statement costs up to some hundredths of a small request.
 */
export class Stop {
  /** Why, once it was said; null before. */
  reason: Error | null = null;
  readonly #listeners = new Set<() => void>();

  /** Says it; the first reason holds. */
  stop(reason: Error): void {
    if (this.reason !== null) return;
    this.reason = reason;
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }

  /** Has `listener` told when it is said from now on; returns how to take that back. */
  onStop(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @throws the reason, where it was said. */
  throwIfStopped(): void {
    if (this.reason !== null) throw this.reason;
  }
}
