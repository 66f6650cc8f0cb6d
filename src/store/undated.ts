/** What stands for the date of an article without one: sorted by date, newest first, it comes last. No dated one has it. */
export const UNDATED = new Date('0001-01-01T00:00:00.000Z');
