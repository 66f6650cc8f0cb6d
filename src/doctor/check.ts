/** What an examination found: all well, something to think about, or something that keeps it from working. */
export type State = 'ok' | 'warn' | 'fail';

/** One thing that was looked at. */
export interface Finding {
  readonly state: State;
  /** What was looked at, in a word or two. */
  readonly subject: string;
  /** What was found, and, unless all is well, what to do. */
  readonly text: string;
}

export const ok = (subject: string, text: string): Finding => ({ state: 'ok', subject, text });
export const warn = (subject: string, text: string): Finding => ({ state: 'warn', subject, text });
export const fail = (subject: string, text: string): Finding => ({ state: 'fail', subject, text });

/** What `look` finds; what it throws is a finding, too: our own errors say what to do. */
export async function examined(subject: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    return [fail(subject, error instanceof Error ? error.message : String(error))];
  }
}
