import type { Metadata } from '../document.ts';
import type { Span } from '../span.ts';
import type { Attribution } from './attribution.ts';
import type { Identity, IdentityType } from './header.ts';

/** An article annotated by hand. Every span counts UTF-16 units of `text`, which is what a reader stores. */
export interface GoldArticle {
  readonly id: string;
  readonly style: string;
  readonly url: string | null;
  readonly text: string;
  readonly metadata: Metadata;
  readonly headline: Span | null;
  readonly byline: Span | null;
  readonly dateline: Span | null;
  /** In the order of their numbers. */
  readonly quotes: readonly GoldQuote[];
  /** In the order of reading. */
  readonly mentions: readonly GoldMention[];
  readonly roles: readonly GoldRole[];
  /** Words in quotation marks, marks excluded, that are no quote: scare quotes, titles of works, nicknames. */
  readonly nonQuotes: readonly Span[];
  readonly identities: ReadonlyMap<string, Identity>;
}

export interface GoldQuote {
  readonly number: number;
  /** Without the outer quotation marks; one span for each unbroken stretch and paragraph. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly audience: readonly Span[];
  /** Quotes inside the content, which stay part of it. */
  readonly nested: readonly Span[];
  readonly kind: 'DIRECT' | 'MIXED' | 'INDIRECT';
  readonly act: 'SPEECH' | 'ATTITUDE';
  readonly region: 'BODY' | 'HEADLINE';
  readonly attribution: Attribution;
  readonly speakerKey: string | null;
  readonly speakerName: string | null;
  readonly speakerType: IdentityType | null;
  /** Whether the text gives a source, no document, whom it never names. */
  readonly unnamed: boolean;
  /** The mentions that lead from the source to the fullest name, source first. */
  readonly chain: readonly Span[];
}

export interface GoldMention extends Span {
  readonly key: string;
  readonly type: IdentityType;
  /** The identity's name, wherever and however this mention puts it. */
  readonly name: string | null;
  /** Whether it is a name or acronym, not words such as `the mayor`. */
  readonly isName: boolean;
}

export interface GoldRole extends Span {
  readonly personKey: string;
  readonly organizationKey: string | null;
  readonly countryKey: string | null;
}
