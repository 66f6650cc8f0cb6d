import type { CountAsk } from '../../store/read/count-ask.ts';
import { type CountAnswer, readCounts } from '../../store/read/counts.ts';
import { bucketsIn, type Counted, type FacetAsk } from '../../store/read/facets.ts';
import type { Scope } from '../../store/read/scope.ts';
import { type Point, pointsIn, type TimelineAsk } from '../../store/read/timeline.ts';
import { batched } from '../batched.ts';
import type { Context } from '../builder.ts';

/** All that a request wants counted at once, of one list or of fifty, is counted in one statement. */
const answerTo = batched<CountAsk, CountAnswer>(readCounts);

/** How many rows a scope has. */
export const countOf = async (context: Context, scope: Scope): Promise<number> =>
  (await answerTo(context, { scope, all: true })).rows[0]!.count;

/** The most frequent values of a facet. */
export const facetOf = async (context: Context, ask: FacetAsk): Promise<Counted[]> => bucketsIn((await answerTo(context, ask)).rows);

/** The points of a timeline. */
export const timelineOf = async (context: Context, ask: TimelineAsk): Promise<Point[]> => pointsIn((await answerTo(context, ask)).rows);
