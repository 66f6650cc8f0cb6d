/** What can be exported. */
export const KINDS = ['articles', 'quotes', 'speakers', 'organizations', 'mentions'] as const;
export type Kind = (typeof KINDS)[number];

/** Which articles, or what is in them. */
export interface ExportFilter {
  readonly collection?: string | null;
  readonly publisher?: string | null;
  /** Those that have it in their byline, or among their publisher's tags; letter case, accents and punctuation aside. */
  readonly author?: string | null;
  readonly keyword?: string | null;
  readonly section?: string | null;
  /** Its tag; what is in a variety of it, `en-GB` of `en`, is in it as well. */
  readonly language?: string | null;
  /** Names, acronyms and aliases as well; letter case, accents and punctuation aside. Of quotes it is their words, else such articles quote the one and name the other. */
  readonly speaker?: string | null;
  readonly organization?: string | null;
  /** Published at or after. */
  readonly from?: Date | null;
  /** Published before. */
  readonly to?: Date | null;
}

/** Whether its period ends before it begins, so that nothing could be in it. */
export const isReversed = ({ from, to }: ExportFilter): boolean => from != null && to != null && from > to;

/** How it can be written. */
export const EXPORT_FORMATS = ['jsonl', 'csv', 'jsonld'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
