import type { OriginKey, Published } from '../document.ts';
import type { QuotewireError } from '../errors.ts';

/** Bytes of one record at most: a text of the allowed length with every character written as \\uXXXX, and its metadata. */
export const MAX_RECORD = 32_000_000;

/** One article as a reader finds it in a file, before limits and flags: only the text is sure to be there. */
export interface Item {
  readonly text: string;
  readonly id?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly headline?: string | null | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly publisher?: string | null | undefined;
  readonly section?: string | null | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly language?: string | null | undefined;
  /** As printed, or as read already. */
  readonly published?: string | number | Published | null | undefined;
  /** The place it has already, in an export of our own. */
  readonly origin?: OriginKey | undefined;
  readonly collection?: string | null | undefined;
  /** What the reader left out, guessed or made of it: one sentence each. */
  readonly notes?: readonly string[] | undefined;
}

/** What a reader yields for each record of a file: an article or why there is none, and where it stands: `line 17`; null for the whole file. */
export type Entry =
  | { readonly at: string | null; readonly item: Item; readonly error?: undefined }
  | { readonly at: string | null; readonly item?: undefined; readonly error: QuotewireError };

/** The record that `make` makes, or the error that it throws. */
export function entryOf(at: string | null, make: () => Item): Entry {
  try {
    return { at, item: make() };
  } catch (error) {
    return { at, error: error as QuotewireError };
  }
}

/** The item with more notes, before its own. */
export const withNotes = (item: Item, notes: readonly string[]): Item =>
  notes.length > 0 ? { ...item, notes: [...notes, ...(item.notes ?? [])] } : item;
