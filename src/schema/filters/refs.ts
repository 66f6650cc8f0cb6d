import type { Attribution, OrganizationKind, QuoteAct, QuoteKind, QuoteRegion } from '../../db/generated/client.ts';
import { builder } from '../builder.ts';
import type { LabelFilter } from './label.ts';
import type { NamedFilter } from './named.ts';
import type { DateRange, FloatRange, IntRange, Nestable, TextFilter } from './plain.ts';

// The filters by name alone: each may hold others of its own type, and articles and quotes are filtered by one another.

type Optional<Ref extends { $inferInput: unknown }> = Ref['$inferInput'] | null | undefined;

export interface ArticleConditions extends Nestable<ArticleConditions> {
  readonly publishedAt?: Optional<typeof DateRange>;
  readonly publisher?: Optional<typeof TextFilter>;
  readonly agency?: Optional<typeof TextFilter>;
  readonly section?: Optional<typeof TextFilter>;
  readonly author?: Optional<typeof LabelFilter>;
  readonly keyword?: Optional<typeof LabelFilter>;
  readonly language?: Optional<typeof TextFilter>;
  readonly collection?: Optional<typeof TextFilter>;
  readonly datelinePlace?: Optional<typeof NamedFilter>;
  readonly speaker?: Optional<typeof NamedFilter>;
  readonly organization?: Optional<typeof NamedFilter>;
  readonly place?: Optional<typeof NamedFilter>;
  readonly quotes?: QuoteConditions | null;
  readonly wordCount?: Optional<typeof IntRange>;
  readonly quoteCount?: Optional<typeof IntRange>;
  readonly isDated?: boolean | null;
  readonly includeSuperseded?: boolean | null;
}

export interface QuoteConditions extends Nestable<QuoteConditions> {
  readonly kind?: readonly QuoteKind[] | null;
  readonly act?: readonly QuoteAct[] | null;
  readonly region?: readonly QuoteRegion[] | null;
  readonly attribution?: readonly Attribution[] | null;
  readonly speaker?: Optional<typeof NamedFilter>;
  readonly organization?: Optional<typeof NamedFilter>;
  readonly role?: Optional<typeof TextFilter>;
  readonly affiliation?: Optional<typeof NamedFilter>;
  readonly mentions?: Optional<typeof NamedFilter>;
  readonly cue?: Optional<typeof TextFilter>;
  readonly isNamed?: boolean | null;
  readonly confidence?: Optional<typeof FloatRange>;
  readonly length?: Optional<typeof IntRange>;
  readonly publishedAt?: Optional<typeof DateRange>;
  readonly article?: ArticleConditions | null;
}

export interface SpeakerConditions extends Nestable<SpeakerConditions> {
  readonly named?: Optional<typeof NamedFilter>;
  readonly name?: Optional<typeof TextFilter>;
  readonly role?: Optional<typeof TextFilter>;
  readonly organization?: Optional<typeof NamedFilter>;
  readonly quotes?: QuoteConditions | null;
  readonly articles?: ArticleConditions | null;
  readonly quoteCount?: Optional<typeof IntRange>;
  readonly isFullName?: boolean | null;
  readonly includeUnquoted?: boolean | null;
}

export interface OrganizationConditions extends Nestable<OrganizationConditions> {
  readonly named?: Optional<typeof NamedFilter>;
  readonly name?: Optional<typeof TextFilter>;
  readonly kind?: readonly OrganizationKind[] | null;
  readonly quotes?: QuoteConditions | null;
  readonly articles?: ArticleConditions | null;
  readonly articleCount?: Optional<typeof IntRange>;
}

export interface PlaceConditions extends Nestable<PlaceConditions> {
  readonly named?: Optional<typeof NamedFilter>;
  readonly name?: Optional<typeof TextFilter>;
  readonly articles?: ArticleConditions | null;
  readonly articleCount?: Optional<typeof IntRange>;
}

export const ArticleFilter = builder.inputRef<ArticleConditions>('ArticleFilter');
export const QuoteFilter = builder.inputRef<QuoteConditions>('QuoteFilter');
export const SpeakerFilter = builder.inputRef<SpeakerConditions>('SpeakerFilter');
export const OrganizationFilter = builder.inputRef<OrganizationConditions>('OrganizationFilter');
export const PlaceFilter = builder.inputRef<PlaceConditions>('PlaceFilter');
