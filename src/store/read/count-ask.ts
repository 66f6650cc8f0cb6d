import type { FacetAsk } from './facets.ts';
import type { Scope } from './scope.ts';
import type { TimelineAsk } from './timeline.ts';

/** What is to be counted about the rows of a scope: how many they are, the most frequent values of a facet, or how many there are over time. */
export type CountAsk = { readonly scope: Scope; readonly all: true } | FacetAsk | TimelineAsk;
