import { citeArticle, citeQuote } from '../presentation/citation.ts';
import { MOST_AROUND, surroundings } from '../presentation/context.ts';
import { addressOf } from '../presentation/text-fragment.ts';
import { agrees } from '../presentation/verify.ts';
import type { Span } from '../span.ts';
import { pairs, type TextSpan } from '../store/spans.ts';
import { builder } from './builder.ts';
import { badInput } from './errors.ts';
import { Article, Quote } from './nouns.ts';
import { RoleType, roleThen } from './role.ts';
import { SpanType } from './span.ts';
import { textOf } from './texts.ts';
import { Why } from './why.ts';

interface ContextShape {
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly sentence: TextSpan;
  readonly paragraph: TextSpan;
}

const ContextType = builder.objectRef<ContextShape>('Context').implement({
  description: 'What stands around a quote in its article: `before + text + after` is one stretch of it.',
  fields: (t) => ({
    before: t.exposeString('before', { description: 'The characters right before the quote, an opening quotation mark included.' }),
    text: t.exposeString('text', {
      description: 'The article from the first to the last character of the quote, with whatever breaks it up.',
    }),
    after: t.exposeString('after', { description: 'The characters right behind the quote.' }),
    sentence: t.field({
      type: SpanType,
      description: 'The sentence that holds the quote with its cue and source, or the sentences where it runs on.',
      resolve: ({ sentence }) => sentence,
    }),
    paragraph: t.field({
      type: SpanType,
      description: `The paragraph that holds the quote with its cue and source, or the paragraphs; at most ${MOST_AROUND} characters on either side.`,
      resolve: ({ paragraph }) => paragraph,
    }),
  }),
});

/** The columns that a citation tells of an article. */
const CITED = { headline: true, publisher: true, datelineAgency: true, publishedAt: true, publishedPrecision: true, url: true } as const;

/** Characters of context on either side where none are asked for. */
const DEFAULT_AROUND = 200;

/** The columns with the spans that report a quote. */
const REPORTING = { cueSpans: true, sourceSpans: true } as const;

builder.prismaObjectFields(Quote, (t) => ({
  why: t.variant(Why, {
    description: 'Why this speaker: cue, source, the mentions that lead to the name, method, confidence, and who else it may be.',
  }),
  role: t.field({
    type: RoleType,
    nullable: true,
    description: "The speaker's role at that time: the first title that this very article gives; null where it gives none.",
    select: { articleId: true, speakerId: true },
    resolve: (quote, _args, context) => roleThen(quote, context),
  }),
  context: t.field({
    type: ContextType,
    args: {
      characters: t.arg.int({
        required: true,
        defaultValue: DEFAULT_AROUND,
        description: `How many characters on either side, in UTF-16 units: ${DEFAULT_AROUND} where left out, 0 to ${MOST_AROUND}. No character is cut in half.`,
      }),
    },
    description: 'What stands around it: so many characters, its sentence, its paragraph.',
    select: { articleId: true, spans: true, ...REPORTING },
    resolve: async ({ articleId, spans, cueSpans, sourceSpans }, { characters }, context) => {
      if (characters < 0 || characters > MOST_AROUND) {
        throw badInput('characters', `${characters} is not between 0 and ${MOST_AROUND}, the widest context`);
      }
      const { text, paragraphs } = await textOf(context, articleId);
      const found = surroundings(
        text,
        paragraphs,
        { content: pairs(spans), reporting: [...pairs(cueSpans), ...pairs(sourceSpans)] },
        characters,
      );
      const wordsOf = (span: Span) => text.slice(span.start, span.end);
      return {
        before: wordsOf(found.before),
        text: wordsOf(found.quote),
        after: wordsOf(found.after),
        sentence: { ...found.sentence, text: wordsOf(found.sentence) },
        paragraph: { ...found.paragraph, text: wordsOf(found.paragraph) },
      };
    },
  }),
  deepLink: t.field({
    type: 'URL',
    nullable: true,
    description:
      "A link to the very words: the article's address with a text fragment for each stretch, to which browsers scroll and which they highlight. Null where the article has no address.",
    select: { articleId: true, spans: true, article: { select: { url: true } } },
    resolve: async ({ articleId, spans, article: { url } }, _args, context) =>
      url && addressOf(url, (await textOf(context, articleId)).text, pairs(spans)),
  }),
  citation: t.string({
    description: 'Ready to print: who, in which role then, the words, headline, publisher, date, address, as far as they are known.',
    select: {
      kind: true,
      text: true,
      articleId: true,
      speakerId: true,
      sourceText: true,
      speaker: { select: { name: true } },
      organization: { select: { name: true } },
      article: { select: CITED },
    },
    resolve: async ({ speaker, organization, sourceText, ...quote }, _args, context) =>
      citeQuote({
        ...quote,
        saidBy: speaker?.name ?? organization?.name ?? (sourceText || null),
        title: (await roleThen(quote, context))?.title ?? null,
      }),
  }),
  verified: t.boolean({
    description:
      "Whether, at this moment, every span of it covers the words stored with it in the article's text, and that text is what its hash was taken of.",
    select: {
      articleId: true,
      spans: true,
      text: true,
      ...REPORTING,
      cueText: true,
      sourceText: true,
      audienceSpans: true,
      audienceText: true,
      chainSpans: true,
      chainText: true,
    },
    resolve: async (quote, _args, context) => {
      const { text, intact } = await textOf(context, quote.articleId);
      return intact && agrees(text, quote);
    },
  }),
}));

builder.prismaObjectField(Article, 'citation', (t) =>
  t.string({
    description: 'Ready to print: headline, publisher or else the agency, date and address, as far as they are known.',
    select: CITED,
    resolve: citeArticle,
  }),
);
