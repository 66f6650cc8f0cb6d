import type { Input } from '../input.ts';
import type { Entry } from '../item.ts';
import type { ReadOptions } from '../options.ts';

/** What reads the records of a file of one format. */
export type Read = (input: Input, options: ReadOptions) => AsyncIterable<Entry>;
