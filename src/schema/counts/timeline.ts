import { selectedFieldNames } from '@pothos/selection-mapper';
import type { GraphQLResolveInfo } from 'graphql';
import type { Scope } from '../../store/read/scope.ts';
import {
  type ARTICLE_SPLITS,
  areTimeZones,
  MAX_GROUPS,
  MAX_POINTS,
  type Point,
  type QUOTE_SPLITS,
  scopeOfPoint,
  type TIME_UNITS,
  type TimelineAsk,
} from '../../store/read/timeline.ts';
import { batched } from '../batched.ts';
import { builder, type Context } from '../builder.ts';
import { badInput } from '../errors.ts';
import { articleOrder } from '../lists/articles.ts';
import { timelineOf } from '../lists/counting.ts';
import { pageArgs } from '../lists/page.ts';
import { quoteOrder } from '../lists/quotes.ts';
import { listScoped } from '../lists/scoped.ts';
import { ArticleConnection, QuoteConnection } from '../nouns.ts';

const DESCRIPTIONS: Record<(typeof TIME_UNITS)[number], string> = {
  DAY: 'From midnight to midnight.',
  WEEK: 'From Monday to Sunday.',
  MONTH: 'A month of the calendar.',
  YEAR: 'A year of the calendar.',
};

/** An enum of the keys of `described`. */
const enumOf = <Value extends string>(name: string, description: string, described: Record<Value, string>) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(Object.entries<string>(described).map(([value, description]) => [value, { value, description }])) as Record<
      Value,
      { value: Value; description: string }
    >,
  });

const TimeUnit = enumOf('TimeUnit', 'How long each point of a timeline is.', DESCRIPTIONS);

const QuoteSplit = enumOf<keyof typeof QUOTE_SPLITS>('QuoteSplit', 'What a timeline of quotes is split by.', {
  SPEAKER: 'By the name of whose words they are.',
  KIND: 'By how much of the very words is given.',
  PUBLISHER: 'By who published their articles.',
  NAMED: 'By whether it is known whose words they are: NAMED or UNNAMED.',
});

const ArticleSplit = enumOf<keyof typeof ARTICLE_SPLITS>('ArticleSplit', 'What a timeline of articles is split by.', {
  PUBLISHER: 'By who published them.',
  COLLECTION: 'By the part of the corpus that they were loaded into.',
});

/** A point with the rows that it counts. */
interface ScopedPoint extends Point {
  readonly scope: Scope;
}

const TimelinePoint = builder.interfaceRef<ScopedPoint>('TimelinePoint').implement({
  description: 'A stretch of time with how many items of a list fall into it.',
  fields: (t) => ({
    from: t.expose('from', {
      type: 'DateTime',
      description: 'Its first moment; given to a filter as `publishedAt.from` it selects these.',
    }),
    to: t.expose('to', { type: 'DateTime', description: 'The first moment behind it, good for `publishedAt.to`.' }),
    count: t.exposeInt('count', { description: 'How many items fall into it; 0 for a gap.' }),
    group: t.exposeString('group', {
      nullable: true,
      description: 'What it is split by; null where it is not, and for all other groups together.',
    }),
  }),
});

const QuoteTimelinePoint = builder.objectRef<ScopedPoint>('QuoteTimelinePoint').implement({
  description: 'A stretch of time with how many quotes of a list fall into it.',
  interfaces: [TimelinePoint],
  fields: (t) => ({
    quotes: t.field({
      type: QuoteConnection,
      args: pageArgs,
      description: 'The quotes that are counted here, from the newest articles first.',
      resolve: ({ scope }, args, context, info) => listScoped({ scope, keyset: quoteOrder({}), args, context, info }),
    }),
  }),
});

const ArticleTimelinePoint = builder.objectRef<ScopedPoint>('ArticleTimelinePoint').implement({
  description: 'A stretch of time with how many articles of a list fall into it.',
  interfaces: [TimelinePoint],
  fields: (t) => ({
    articles: t.field({
      type: ArticleConnection,
      args: pageArgs,
      description: 'The articles that are counted here, the newest first.',
      resolve: ({ scope }, args, context, info) => listScoped({ scope, keyset: articleOrder({}), args, context, info }),
    }),
  }),
});

/** Points of a timeline whose quotes or articles can be listed, at most, as the days of a year: each list is one more to be read. */
const MAX_LISTED = 400;

async function points(context: Context, info: GraphQLResolveInfo, ask: TimelineAsk): Promise<ScopedPoint[]> {
  if (!(await isTimeZone(context, ask.timeZone)))
    throw badInput('timeZone', `"${ask.timeZone.slice(0, 60)}" is no time zone as the IANA names them, such as Europe/Paris`);
  const found = await timelineOf(context, ask);
  if (new Set(found.map(({ from }) => from.getTime())).size > MAX_POINTS) {
    throw badInput('by', `the timeline has more than ${MAX_POINTS} points; choose a longer unit or filter by publishedAt`);
  }
  const listed = ['quotes', 'articles'].find((name) => selectedFieldNames(context, info).has(name));
  if (listed && found.length > MAX_LISTED) {
    throw badInput(
      'by',
      `the timeline has ${found.length} points, and ${listed} can be asked for of ${MAX_LISTED} at most; choose a longer unit or filter by publishedAt`,
    );
  }
  const groups = [...new Set(found.flatMap(({ group }) => (group === null ? [] : [group])))];
  return found.map((point) => ({ ...point, scope: scopeOfPoint(ask, point, groups) }));
}

/** Whether it is the name of a time zone; an offset such as +03:00 is none, which PostgreSQL would read the other way round. */
async function isTimeZone(context: Context, name: string): Promise<boolean> {
  if (zones.has(name)) return true;
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  if (!(await isKnownToDatabase(context, name))) return false;
  if (zones.size >= MAX_ZONES) zones.clear();
  zones.add(name);
  return true;
}

/** PostgreSQL has not all that Node takes: PST is an abbreviation to it, AET and US/Pacific-New are nothing, and the system's own list may be shorter. */
const isKnownToDatabase = batched<string, boolean>(areTimeZones);

/** Names that are known to be right: finding out takes a statement. Letter case may vary, so that there are many. */
const zones = new Set(['UTC']);
const MAX_ZONES = 1_000;

const timelineArgs = builder.args((t) => ({
  by: t.field({ type: TimeUnit, required: true, defaultValue: 'MONTH', description: 'How long each point is.' }),
  timeZone: t.string({
    required: true,
    defaultValue: 'UTC',
    description: 'Where days begin, as the IANA names it: `Europe/Paris`.',
  }),
}));

const DESCRIPTION = `How many there are over time: from the first date to the last, or over all of the period that the list is filtered by, gaps as points of 0; undated ones are left out. ${MAX_POINTS} points at most, and ${MAX_LISTED} where what is in them is listed.`;
const SPLIT = `By what to split it: points for each of the ${MAX_GROUPS} largest groups, by name, and for all others together. Not at all where left out.`;

builder.objectField(QuoteConnection, 'timeline', (t) =>
  t.field({
    type: [QuoteTimelinePoint],
    extensions: { items: MAX_LISTED },
    args: { ...timelineArgs, split: t.arg({ type: QuoteSplit, description: SPLIT }) },
    description: DESCRIPTION,
    resolve: ({ scope }, { split, ...args }, context, info) => points(context, info, { scope: scope!, split: split ?? null, ...args }),
  }),
);

builder.objectField(ArticleConnection, 'timeline', (t) =>
  t.field({
    type: [ArticleTimelinePoint],
    extensions: { items: MAX_LISTED },
    args: { ...timelineArgs, split: t.arg({ type: ArticleSplit, description: SPLIT }) },
    description: DESCRIPTION,
    resolve: ({ scope }, { split, ...args }, context, info) => points(context, info, { scope: scope!, split: split ?? null, ...args }),
  }),
);
