import type { Span } from '../../span.ts';

/** The line of metadata that some collections print before the text: ` date 2020-12-30 `. */
export interface Header extends Span {
  /** The day as YYYY-MM-DD; null where it is none of the calendar. */
  readonly date: string | null;
}

const HEADER = /^\s*date[ :]\s*(\d{4}-\d{2}-\d{2})(?=\s|$)/i;

/** Finds the header; without one the text says nothing of its date. */
export function readHeader({ text }: { text: string }): {
  header: Header | null;
  published: { date: string; precision: 'DAY' } | null;
  notes: string[];
} {
  const match = HEADER.exec(text);
  if (!match) return { header: null, published: null, notes: [] };
  const [whole, printed] = match as unknown as [string, string];
  const span = { start: whole.length - whole.trimStart().length, end: whole.length };
  if (!isDay(printed)) {
    return {
      header: { ...span, date: null },
      published: null,
      notes: [`The date ${printed} in the header is none of the calendar: the article is undated.`],
    };
  }
  return { header: { ...span, date: printed }, published: { date: printed, precision: 'DAY' }, notes: [] };
}

/** Whether the calendar has such a day: Date turns 30 February into 1 March. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
