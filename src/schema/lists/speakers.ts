import { builder } from '../builder.ts';
import { COUNTS, LIKENESS, SEARCH } from '../filters/plain.ts';
import type { SpeakerConditions } from '../filters/refs.ts';
import { SpeakerFilter } from '../filters/speaker.ts';
import { orderOf, type SearchArgs } from './list.ts';
import { byLastQuoted, byLikeness, byName, most } from './orders.ts';
import { pageArgs } from './page.ts';

const ORDERS = {
  NAME: byName,
  MOST_QUOTED: most('MOST_QUOTED', 'quoteCount'),
  LAST_QUOTED: byLastQuoted,
  RELEVANCE: byLikeness('quoteCount'),
};

const SpeakerOrder = builder.enumType('SpeakerOrder', {
  description: 'The order of a list of people; ties by id.',
  values: {
    NAME: { value: 'NAME', description: 'By name, given names first, letter case and accents aside.' },
    MOST_QUOTED: { value: 'MOST_QUOTED', description: `Those with the most quotes in current articles first. ${COUNTS}` },
    LAST_QUOTED: { value: 'LAST_QUOTED', description: `Those whom the latest articles quote first. ${COUNTS}` },
    RELEVANCE: { value: 'RELEVANCE', description: `${LIKENESS} ${COUNTS}` },
  } as const,
});

/** The arguments of every list of people that has an order of its own. */
export const speakerListArgs = builder.args((t) => ({
  ...pageArgs,
  search: t.string({ description: `${SEARCH} Looks in names and aliases; \`suggest\` forgives typing errors.` }),
  filter: t.field({ type: SpeakerFilter, description: 'Only these; everybody who is quoted where left out.' }),
  orderBy: t.field({ type: SpeakerOrder, required: true, defaultValue: 'NAME', description: 'Who comes first; by name where left out.' }),
}));

interface SpeakerListArgs extends SearchArgs {
  readonly filter?: SpeakerConditions | null;
  readonly orderBy: keyof typeof ORDERS;
}

/** The order that a list of people is asked for in. */
export const speakerOrder = ({ orderBy, search }: SpeakerListArgs) => orderOf(ORDERS, orderBy, search);
