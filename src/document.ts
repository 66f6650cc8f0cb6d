/** One text as a reader found it, with what its place of origin says of it: what goes in. */
export interface Document {
  /** Stored text: what `toStoredText` returns. */
  readonly text: string;
  readonly origin: OriginKey;
  readonly metadata: Metadata;
}

/** Where a document was read. Of the same place there is one origin, whatever text it holds over time. */
export interface OriginKey {
  readonly kind: 'ID' | 'URL' | 'FILE';
  /** The identifier, the canonical URL or the file's real path. */
  readonly key: string;
  /** What readers of the API may see of it: for a file its name without the folders. */
  readonly name: string;
  readonly url: string | null;
}

/** What the place of origin says beside the text; null or empty where it says nothing. */
export interface Metadata {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly section: string | null;
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly language: string | null;
  readonly collection: string;
  readonly published: Published | null;
  /** What the reader left out, guessed or made of it: one sentence each. */
  readonly notes: readonly string[];
}

/** A time as precise as it was given: a day stands for its first millisecond in UTC. */
export interface Published {
  readonly at: Date;
  readonly precision: 'YEAR' | 'MONTH' | 'DAY' | 'MINUTE' | 'SECOND';
}

/** The largest text that is stored, in UTF-16 units. */
export const MAX_TEXT = 5_000_000;

/**
 * The text as it is stored and as every span counts it: byte order mark off, CRLF and CR as LF, NUL and lone surrogates (which
 * PostgreSQL cannot hold) as U+FFFD; nothing trimmed.
 */
export function toStoredText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .toWellFormed();
}
