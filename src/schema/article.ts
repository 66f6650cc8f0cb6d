import { idOf } from '../ids.ts';
import { type Query, readRows } from '../store/read/rows.ts';
import { canonicalUrl } from '../url.ts';
import { builder } from './builder.ts';
import { TimePrecisionType } from './enums.ts';
import { badInput } from './errors.ts';
import { OrganizationFilter, organizationConditions } from './filters/organization.ts';
import { PlaceFilter, placeConditions } from './filters/place.ts';
import { quoteWhere } from './filters/quote.ts';
import type { OrganizationConditions, PlaceConditions, SpeakerConditions } from './filters/refs.ts';
import { includesUnquoted, SpeakerFilter, speakerConditions } from './filters/speaker.ts';
import { articleListArgs, articleOrder, articleScope } from './lists/articles.ts';
import { listOf, related } from './lists/list.ts';
import { inReadingOrder } from './lists/orders.ts';
import { type PageArgs, pageArgs } from './lists/page.ts';
import { type QuoteListArgs, quoteArgs, quoteScope } from './lists/quotes.ts';
import {
  Article,
  ArticleConnection,
  MentionConnection,
  OrganizationConnection,
  PlaceConnection,
  QuoteConnection,
  SpeakerConnection,
} from './nouns.ts';
import { SpanType } from './span.ts';

const Dateline = builder.prismaObject('Article', {
  variant: 'Dateline',
  select: { datelineStart: true, datelineEnd: true, datelineText: true },
  description: 'Where and when a wire story was filed and by whom, as printed before its first sentence.',
  fields: (t) => ({
    text: t.string({ description: 'All of it as printed: `MOSCOW, December 30. /TASS/.`', resolve: ({ datelineText }) => datelineText! }),
    place: t.string({
      description: 'The place as readers know it: `Moscow` where `MOSCOW` is printed.',
      select: { datelinePlace: true },
      resolve: ({ datelinePlace }) => datelinePlace!,
    }),
    location: t.relation('location', {
      nullable: true,
      description: 'The place as a noun of the corpus, with the other articles that name it.',
    }),
    agency: t.exposeString('datelineAgency', { nullable: true, description: 'The news agency that filed it, where one is printed.' }),
    day: t.exposeString('datelineDay', { nullable: true, description: 'Day and month as printed, such as `December 30`.' }),
    span: t.field({
      type: SpanType,
      description: 'The characters that it takes up.',
      resolve: ({ datelineStart, datelineEnd, datelineText }) => ({ start: datelineStart!, end: datelineEnd!, text: datelineText! }),
    }),
  }),
});

builder.prismaObject('Extraction', {
  select: { articleId: true },
  description: 'The run of the extractor that found what an article holds.',
  fields: (t) => ({
    extractor: t.exposeString('extractor', { description: 'Name and version of the program that ran.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it ran, in UTC.' }),
    notes: t.exposeStringList('notes', { description: 'What it remarked on: odd dates and the like, a sentence each.' }),
  }),
});

/** The arguments of a list with a filter. */
interface Filtered<Conditions> extends PageArgs {
  readonly filter?: Conditions | null;
}

builder.prismaObjectFields(Article, (t) => ({
  headline: t.exposeString('headline', {
    nullable: true,
    description: 'The line above the text, where metadata or the text itself gives one.',
  }),
  authors: t.exposeStringList('authors', { description: 'Names in the byline, in its order.' }),
  publisher: t.exposeString('publisher', {
    nullable: true,
    description: 'Who published it, where that is known; never guessed from the agency.',
  }),
  url: t.expose('url', { type: 'URL', nullable: true, description: 'The address it was read from, where it has one.' }),
  origins: t.relation('origins', { query: { orderBy: { id: 'asc' } }, description: 'Every place that this very text was read from.' }),
  collection: t.exposeString('collection', {
    description: 'The part of the corpus it was loaded into; `main` unless a load named another.',
  }),
  language: t.exposeString('language', {
    nullable: true,
    description:
      'BCP 47 code such as `en`, from metadata, else told by the text; null where neither says. Nothing is extracted from a text that is not in English: see `extraction.notes`.',
  }),
  section: t.exposeString('section', { nullable: true, description: 'The part of the publication it stood in, such as `World`.' }),
  keywords: t.exposeStringList('keywords', { description: "The publisher's own tags for it." }),
  publishedAt: t.expose('publishedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it came out, in UTC; null where unknown.',
  }),
  publishedPrecision: t.expose('publishedPrecision', {
    type: TimePrecisionType,
    nullable: true,
    description: 'How exactly `publishedAt` was given; null where it is null.',
  }),
  dateline: t.variant(Dateline, {
    isNull: ({ datelineStart }) => datelineStart === null,
    description: 'Place, day and agency as printed before the first sentence; null where none is.',
  }),
  text: t.exposeString('text', { description: 'The whole text as stored, to which the offsets of every span refer.' }),
  body: t.field({
    type: SpanType,
    description: 'The running text: what comes after header, headline, byline and dateline.',
    select: { text: true, bodyStart: true, bodyEnd: true },
    resolve: ({ text, bodyStart, bodyEnd }) => ({ start: bodyStart, end: bodyEnd, text: text.slice(bodyStart, bodyEnd) }),
  }),
  wordCount: t.exposeInt('wordCount', { description: 'How many words the whole text has, numbers included.' }),
  quotes: t.field({
    type: QuoteConnection,
    args: { ...pageArgs, ...quoteArgs },
    description: 'What it reports people to have said, in the order of reading.',
    ...related<QuoteListArgs>({
      relation: 'quotes',
      node: 'Quote',
      keyset: () => inReadingOrder,
      where: ({ filter }) => quoteWhere(filter),
      scoped: {
        scope: (id, args) => quoteScope(args, { articleId: id }, quoteWhere),
        keyset: () => inReadingOrder,
      },
    }),
  }),
  speakers: t.field({
    type: SpeakerConnection,
    args: { ...pageArgs, filter: t.arg({ type: SpeakerFilter, description: 'Only these; everybody whom it quotes where left out.' }) },
    description: 'The people it quotes, in the order in which it first names them.',
    ...related<Filtered<SpeakerConditions>>({
      relation: 'mentions',
      via: 'speaker',
      node: 'Speaker',
      keyset: () => inReadingOrder,
      where: ({ filter }) => ({
        speakerId: { not: null },
        ...(!includesUnquoted(filter ?? {}) && { quoteCount: { gt: 0 } }),
        ...(filter && { speaker: { is: speakerConditions(filter) } }),
      }),
    }),
  }),
  organizations: t.field({
    type: OrganizationConnection,
    args: { ...pageArgs, filter: t.arg({ type: OrganizationFilter, description: 'Only these; all that it names where left out.' }) },
    description: 'The organizations it names, in the order in which it first names them.',
    ...related<Filtered<OrganizationConditions>>({
      relation: 'mentions',
      via: 'organization',
      node: 'Organization',
      keyset: () => inReadingOrder,
      where: ({ filter }) => ({ organizationId: { not: null }, ...(filter && { organization: { is: organizationConditions(filter) } }) }),
    }),
  }),
  places: t.field({
    type: PlaceConnection,
    args: { ...pageArgs, filter: t.arg({ type: PlaceFilter, description: 'Only these; all that it names where left out.' }) },
    description: 'The places it names, in the order in which it first names them.',
    ...related<Filtered<PlaceConditions>>({
      relation: 'mentions',
      via: 'place',
      node: 'Place',
      keyset: () => inReadingOrder,
      where: ({ filter }) => ({ placeId: { not: null }, ...(filter && { place: { is: placeConditions(filter) } }) }),
    }),
  }),
  mentions: t.field({
    type: MentionConnection,
    args: pageArgs,
    description: 'The people, organizations and places it names, in the order in which it first names them, each with every place.',
    ...related<PageArgs>({ relation: 'mentions', node: 'Mention', keyset: () => inReadingOrder, where: () => ({}) }),
  }),
  supersededBy: t.relation('supersededBy', {
    nullable: true,
    description: 'The text that took its place where it was read; null while it is current.',
  }),
  extraction: t.relation('extraction', { onNull: 'error', description: 'Which extractor read it, when, and what it remarked on.' }),
}));

builder.queryField('articles', (t) =>
  t.field({
    type: ArticleConnection,
    args: articleListArgs,
    description: 'Articles of the corpus, the newest first, those that another text has superseded left out.',
    resolve: (_root, args, context, info) => listOf({ scope: articleScope(args), keyset: articleOrder(args), args, context, info }),
  }),
);

/** The longest address that is looked up, as it is the longest that is stored. */
const LONGEST_URL = 2_000;

builder.queryField('article', (t) =>
  t.prismaField({
    type: Article,
    nullable: true,
    args: {
      id: t.arg.globalID({ description: 'A global id, as the field `id` of an article gives it.' }),
      url: t.arg({
        type: 'URL',
        description: `An address that it was read from, or that is its identifier there, its fragment and parameters for tracking (\`utm_source\`) aside; ${LONGEST_URL} characters at most.`,
      }),
    },
    description: 'One article, by its global id or by an address it was read from: give one of the two. Null where none is stored.',
    resolve: async (query, _root, { id, url }, { db }) => {
      const read = async (which: Query) => ((await readRows(db, 'Article', { ...query, ...which }))[0] ?? null) as never;
      if ((id == null) === (url == null)) throw badInput('id', 'give either id or url');
      if (id != null) {
        if (id.typename !== 'Article') throw badInput('id', `it names a ${id.typename}; give that of an article, or ask node`);
        return read({ where: { id: id.id } });
      }
      const { href } = url!;
      if (href.length > LONGEST_URL) throw badInput('url', `it has ${href.length} characters, and ${LONGEST_URL} are the most`);
      const stored = canonicalUrl(href) ?? href;
      // A record may name no other address than the identifier it has.
      const origin = { OR: [{ url: stored }, { id: idOf('ID', href) }] };
      return read({ where: { origins: { some: origin } }, orderBy: [{ sortAt: 'desc' }, { id: 'desc' }], take: 1 });
    },
  }),
);
