import { unpackSpans } from '../store/spans.ts';
import { builder } from './builder.ts';
import { AttributionType, QuoteActType, QuoteKindType, QuoteRegionType } from './enums.ts';
import { listOf } from './lists/list.ts';
import { quoteListArgs, quoteOrder, quoteScope } from './lists/quotes.ts';
import { Quote, QuoteConnection } from './nouns.ts';
import { SpanType } from './span.ts';

builder.prismaObjectFields(Quote, (t) => ({
  article: t.relation('article', { description: 'The article that reports it.' }),
  kind: t.expose('kind', { type: QuoteKindType, description: 'Whether its words are given as spoken, in part, or in other words.' }),
  act: t.expose('act', { type: QuoteActType, description: 'Whether it was said, or is a thought ascribed to somebody.' }),
  region: t.expose('region', {
    type: QuoteRegionType,
    description: 'Whether it stands in the running text, the headline, or inside another quote.',
  }),
  text: t.exposeString('text', {
    description: 'What was said, without the outer quotation marks; parts of a broken-up quote are joined by a space.',
  }),
  spans: t.field({
    type: [SpanType],
    description: 'Where its words stand, in reading order; several where the quote is broken up ("A," he said, "B.").',
    select: { spans: true, text: true },
    resolve: ({ spans, text }) => unpackSpans(spans, text),
  }),
  cue: t.field({
    type: [SpanType],
    description: 'The words that report it: `said`, `according to`. Empty where there are none.',
    select: { cueSpans: true, cueText: true },
    resolve: ({ cueSpans, cueText }) => unpackSpans(cueSpans, cueText),
  }),
  source: t.field({
    type: [SpanType],
    description:
      'Who it was as written beside it, one noun phrase: `he`, `the Foreign Minister`, `Ana Bell, a doctor at Halden`. Empty where nobody is.',
    select: { sourceSpans: true, sourceText: true },
    resolve: ({ sourceSpans, sourceText }) => unpackSpans(sourceSpans, sourceText),
  }),
  audience: t.field({
    type: [SpanType],
    description: 'Whom it was told to, where the text says so: `reporters`.',
    select: { audienceSpans: true, audienceText: true },
    resolve: ({ audienceSpans, audienceText }) => unpackSpans(audienceSpans, audienceText),
  }),
  speaker: t.relation('speaker', {
    nullable: true,
    description: 'The person whose words they are; null for an organization or somebody unnamed.',
  }),
  organization: t.relation('organization', {
    nullable: true,
    description: 'The organization whose words they are, where it is no person.',
  }),
  saidBy: t.string({
    nullable: true,
    description: "Whose words they are, in words: the speaker's or organization's name, else the source as written, else null.",
    select: { sourceText: true, speaker: { select: { name: true } }, organization: { select: { name: true } } },
    resolve: ({ speaker, organization, sourceText }) => speaker?.name ?? organization?.name ?? (sourceText || null),
  }),
  attribution: t.expose('attribution', { type: AttributionType, description: 'By what it was decided whose words they are.' }),
  confidence: t.exposeFloat('confidence', { description: 'How sure the extractor is of words and source together, from 0 to 1.' }),
  speakerConfidence: t.exposeFloat('speakerConfidence', {
    nullable: true,
    description: 'How sure it is that speaker or organization is the right one, given words and source; null where nobody is named.',
  }),
  within: t.relation('within', {
    nullable: true,
    description:
      'The quote in whose words it stands ("My father used to say: \'Never love a boat.\'"), where its region is NESTED; else null.',
  }),
  nested: t.relation('nested', {
    query: { orderBy: [{ start: 'asc' }, { id: 'asc' }] },
    description: 'The quotes inside its words, in reading order, each with a clause beside it that says who said it; mostly none.',
  }),
  sourceDescription: t.exposeString('sourceDescription', {
    nullable: true,
    description: 'What the article calls a source that it never names: `a senior official`; null for a source with a name.',
  }),
}));

builder.queryField('quotes', (t) =>
  t.field({
    type: QuoteConnection,
    args: quoteListArgs,
    description: 'Quotes of the whole corpus, from the newest articles first: speech in body text unless the filter asks for more.',
    resolve: (_root, args, context, info) => listOf({ scope: quoteScope(args), keyset: quoteOrder(args), args, context, info }),
  }),
);
