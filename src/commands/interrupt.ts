/** Exit code of a command that SIGINT ended, as shells give it. */
export const INTERRUPTED = 130;

/** Aborted by the first Ctrl-C or SIGTERM, which says so; the second one ends the process at once. */
export function interrupt(said = 'Stopping when what is under way is stored; Ctrl-C again stops at once.'): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      console.error(said);
      controller.abort();
    });
  }
  return controller.signal;
}
