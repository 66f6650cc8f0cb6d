import type { Span } from '../../span.ts';

/** Words that somebody is reported to have said, and who that is. */
export interface Quote {
  /** Without the outer quotation marks; several spans where the quote is broken up. */
  readonly content: readonly Span[];
  readonly kind: 'DIRECT' | 'INDIRECT' | 'MIXED';
  readonly act: 'SPEECH' | 'ATTITUDE';
  /** NESTED: inside the words of another quote, quoted by its speaker. */
  readonly region: 'BODY' | 'HEADLINE' | 'NESTED';
  /** The content of the quote that holds a nested one, that very array; missing in others. */
  readonly within?: readonly Span[];
  readonly cue: readonly Span[];
  /** Who it was, as written beside the quote. */
  readonly source: readonly Span[];
  /** Whom it was told to. */
  readonly audience: readonly Span[];
  /** Index into the people; null for an organization or somebody unnamed. */
  readonly speaker: number | null;
  /** Index into the organizations. */
  readonly organization: number | null;
  readonly attribution: 'NAME' | 'SURNAME' | 'TITLE' | 'PRONOUN' | 'ELLIPSIS' | 'ORGANIZATION' | 'UNNAMED' | 'NONE';
  /** The mentions followed from the source to the name. */
  readonly chain: readonly Span[];
  /** From 0 to 1, two digits: how likely half of the words are right, or more, and the source too. */
  readonly confidence: number;
  /** How sure it is that speaker or organization is the right one, given words and source; null where nobody is named. */
  readonly speakerConfidence: number | null;
  /** What tells how sure the speaker is, for those who learn that; missing where rules decided. */
  readonly speakerSigns?: Int32Array;
  /** Who else it may be, most likely first. */
  readonly alternatives: readonly Alternative[];
  /** What the text calls a source that it never names: `a senior official`. */
  readonly sourceDescription: string | null;
}

/** Another person or organization that a quote may be by; one of the indices is set. */
export interface Alternative {
  /** As the article gives it in full. */
  readonly name: string;
  /** From 0 to 1, two digits. */
  readonly confidence: number;
  readonly speaker: number | null;
  readonly organization: number | null;
}
