import type { Attribution, QuoteAct, QuoteKind, QuoteRegion } from '../db/generated/client.ts';
import { builder } from './builder.ts';
import type { DateRange, FloatRange, IntRange, NamedFilter, Nestable, TextFilter } from './filters.ts';

// The filters by name alone: each may hold others of its own type, and articles and quotes are filtered by one another.

type Optional<Ref extends { $inferInput: unknown }> = Ref['$inferInput'] | null | undefined;

export interface ArticleConditions extends Nestable<ArticleConditions> {
  readonly publishedAt?: Optional<typeof DateRange>;
  readonly publisher?: Optional<typeof TextFilter>;
  readonly agency?: Optional<typeof TextFilter>;
  readonly section?: Optional<typeof TextFilter>;
  readonly language?: Optional<typeof TextFilter>;
  readonly collection?: Optional<typeof TextFilter>;
  readonly datelinePlace?: Optional<typeof NamedFilter>;
  readonly speaker?: Optional<typeof NamedFilter>;
  readonly organization?: Optional<typeof NamedFilter>;
  readonly place?: Optional<typeof NamedFilter>;
  readonly quotes?: QuoteConditions | null;
  readonly wordCount?: Optional<typeof IntRange>;
  readonly includeSuperseded?: boolean | null;
}

export interface QuoteConditions extends Nestable<QuoteConditions> {
  readonly kind?: readonly QuoteKind[] | null;
  readonly act?: readonly QuoteAct[] | null;
  readonly region?: readonly QuoteRegion[] | null;
  readonly attribution?: readonly Attribution[] | null;
  readonly speaker?: Optional<typeof NamedFilter>;
  readonly organization?: Optional<typeof NamedFilter>;
  readonly cue?: Optional<typeof TextFilter>;
  readonly isNamed?: boolean | null;
  readonly confidence?: Optional<typeof FloatRange>;
  readonly publishedAt?: Optional<typeof DateRange>;
  readonly article?: ArticleConditions | null;
}

export const ArticleFilter = builder.inputRef<ArticleConditions>('ArticleFilter');
export const QuoteFilter = builder.inputRef<QuoteConditions>('QuoteFilter');
