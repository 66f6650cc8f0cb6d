import { type Segment, segmentsOf } from '../presentation/segments.ts';
import type { Span } from '../span.ts';
import { pairs } from '../store/spans.ts';
import { builder } from './builder.ts';
import { MAX_PAGE } from './lists/page.ts';
import { Article, Mention, Quote } from './nouns.ts';

/** What a stretch of an article may be, each with its description. */
const KINDS = {
  QUOTE: 'Words of a quote, without its outer quotation marks.',
  CUE: 'Words that report a quote: `said`, `according to`.',
  SOURCE: 'Who said it, as written beside a quote: `he`, `the Foreign Minister`.',
  MENTION: 'A name of a person, an organization or a place.',
} as const;
type Kind = keyof typeof KINDS;

const SegmentKind = builder.enumType('SegmentKind', {
  description: 'What a stretch of an article is; plain text is none of these, and where they overlap it is several.',
  values: Object.fromEntries(Object.entries(KINDS).map(([kind, description]) => [kind, { value: kind, description }])) as Record<
    Kind,
    { value: Kind; description: string }
  >,
});

interface QuoteRow {
  readonly spans: string;
  readonly cueSpans: string;
  readonly sourceSpans: string;
}
interface MentionRow {
  readonly spans: string;
}
interface Mark {
  readonly kind: Kind;
  readonly span: Span;
  readonly row: object;
}

const marked = ({ marks }: Segment<Mark>, kind: Kind) => marks.filter((mark) => mark.kind === kind).map(({ row }) => row as never);

const SegmentType = builder.objectRef<Segment<Mark> & { readonly text: string }>('Segment').implement({
  description: 'A piece of an article on all of which the same is to be highlighted. The pieces of an article in their order are its text.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Offset of its first character in `Article.text`, in UTF-16 units.' }),
    end: t.exposeInt('end', { description: 'Offset behind its last character, where the next segment begins.' }),
    text: t.exposeString('text', { description: 'Its words and white space: text, to be escaped like any other.' }),
    kinds: t.field({
      type: [SegmentKind],
      description: 'What it is, each kind once; empty for plain text.',
      resolve: ({ marks }) => [...new Set(marks.map(({ kind }) => kind))],
    }),
    quotes: t.field({
      type: [Quote],
      description: 'The quotes whose words it is part of.',
      resolve: (segment) => marked(segment, 'QUOTE'),
    }),
    cueOf: t.field({ type: [Quote], description: 'The quotes that its words report.', resolve: (segment) => marked(segment, 'CUE') }),
    sourceOf: t.field({ type: [Quote], description: 'The quotes whose source it is.', resolve: (segment) => marked(segment, 'SOURCE') }),
    mentions: t.field({ type: [Mention], description: 'The mentions it is part of.', resolve: (segment) => marked(segment, 'MENTION') }),
  }),
});

type Nested = (query: object, path: { getType: () => string; paths: { name: string }[][] }) => object;

const inOrder = { orderBy: [{ start: 'asc' }, { id: 'asc' }] };

builder.prismaObjectField(Article, 'segments', (t) =>
  t.field({
    type: [SegmentType],
    description:
      'The whole text cut into pieces that tile it, each with all that was found there: quotes of every act and region, cues, sources, names.',
    extensions: {
      // An article has about as many, and each leads back to it.
      items: MAX_PAGE,
      pothosPrismaSelect: (_args: object, _context: object, nested: Nested) => ({
        select: {
          text: true,
          quotes: nested(
            { ...inOrder, select: { spans: true, cueSpans: true, sourceSpans: true } },
            { getType: () => 'Quote', paths: [[{ name: 'quotes' }], [{ name: 'cueOf' }], [{ name: 'sourceOf' }]] },
          ),
          mentions: nested({ ...inOrder, select: { spans: true } }, { getType: () => 'Mention', paths: [[{ name: 'mentions' }]] }),
        },
      }),
    },
    resolve: (article) => {
      const { text, quotes, mentions } = article as unknown as { text: string; quotes: QuoteRow[]; mentions: MentionRow[] };
      const marks = [...quotes.flatMap(marksOfQuote), ...mentions.flatMap((row) => marksOf('MENTION', row, row.spans))];
      return segmentsOf(text.length, marks).map((segment) => ({ ...segment, text: text.slice(segment.start, segment.end) }));
    },
  }),
);

const marksOf = (kind: Kind, row: object, spans: string): Mark[] => pairs(spans).map((span) => ({ kind, span, row }));

const marksOfQuote = (row: QuoteRow): Mark[] => [
  ...marksOf('QUOTE', row, row.spans),
  ...marksOf('CUE', row, row.cueSpans),
  ...marksOf('SOURCE', row, row.sourceSpans),
];
