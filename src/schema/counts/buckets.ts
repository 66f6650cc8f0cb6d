import { bucketWhere, type Counted } from '../../store/read/facets.ts';
import { during, narrowed, type Scope } from '../../store/read/scope.ts';
import { builder, type Context } from '../builder.ts';
import { badInput } from '../errors.ts';
import { countOf, facetOf } from '../lists/counting.ts';
import { MAX_PAGE } from '../lists/page.ts';

/** One value with the rows that have it. */
export interface Bucket extends Counted {
  /** The rows that it counts. */
  readonly scope: Scope;
}

/**
 * The most frequent values of a facet; all that a query asks for at once are counted in one statement.
 * @throws GraphQLError BAD_USER_INPUT for a number of values outside 0 to the cap.
 */
export async function bucketsOf(context: Context, scope: Scope, facet: string, first: number): Promise<Bucket[]> {
  if (first < 0 || first > MAX_PAGE) throw badInput('first', `${first} is not between 0 and ${MAX_PAGE}`);
  const counted = await facetOf(context, { scope, facet, first });
  return counted.map((bucket) => ({ ...bucket, scope: narrowed(scope, bucketWhere(scope.model, facet, bucket.value)) }));
}

/** What is known of the noun that a bucket is of. */
export const nounIn = ({ value, name }: Counted) => ({ id: value, ...(name !== null && { name }) });

/** How many values of a facet. */
export const firstArgs = (fallback: number) =>
  builder.args((t) => ({
    first: t.int({ required: true, defaultValue: fallback, description: `How many values, ${MAX_PAGE} at most.` }),
  }));

/** The period before the one that a list is filtered by. */
export const previousArgs = builder.args((t) => ({
  days: t.int({
    description:
      'How many days before `publishedAt.from`, 1 to 36500; where left out, as long as the period itself, for which `publishedAt.to` is needed.',
  }),
}));

const DAY = 86_400_000;

/**
 * How many rows a bucket has in the time right before the period that its list is filtered by.
 * @throws GraphQLError BAD_USER_INPUT where the list has no period that begins, or the days are none.
 */
export function previousOf({ scope }: Bucket, days: number | null | undefined, context: Context): Promise<number> {
  const { from, to } = scope.period ?? {};
  if (!from) throw badInput('days', 'there is nothing to be before; filter the list by publishedAt.from');
  if (days == null && !to) throw badInput('days', 'the period has no end; say how many days, or filter the list by publishedAt.to');
  if (days != null && (days < 1 || days > 36_500)) throw badInput('days', `${days} is not between 1 and 36500`);
  const length = days == null ? to!.getTime() - from.getTime() : days * DAY;
  return countOf(context, during(scope, new Date(Math.max(from.getTime() - length, EARLIEST)), from));
}

/** The first day that a date may have. */
const EARLIEST = Date.UTC(1000, 0, 1);
