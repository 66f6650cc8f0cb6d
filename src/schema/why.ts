import { unpackSpans } from '../store/spans.ts';
import { builder } from './builder.ts';
import { AttributionType } from './enums.ts';
import { Organization, Speaker } from './nouns.ts';
import { referred } from './referred.ts';
import { SpanType } from './span.ts';

/** Somebody else whose words they may be, as stored with a quote. */
interface Alternative {
  readonly name: string;
  readonly confidence: number;
  readonly speakerId: string | null;
  readonly organizationId: string | null;
}

const AlternativeType = builder.objectRef<Alternative>('Alternative').implement({
  description: 'Somebody else whose words a quote may be: a person or an organization that the article names.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As the article of the quote calls them in full.' }),
    confidence: t.exposeFloat('confidence', { description: 'How likely it is them, given words and source, from 0 to 1.' }),
    speaker: t.field({
      type: Speaker,
      nullable: true,
      description: 'The person; null where it is an organization.',
      resolve: ({ speakerId }, _args, context, info) => (speakerId === null ? null : referred(context, info, 'Speaker', { id: speakerId })),
    }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'The organization; null where it is a person.',
      resolve: ({ organizationId }, _args, context, info) =>
        organizationId === null ? null : referred(context, info, 'Organization', { id: organizationId }),
    }),
  }),
});

export const Why = builder.prismaObject('Quote', {
  variant: 'Why',
  select: { id: true },
  description: 'Why a quote is taken for the words of this speaker: what the extractor saw, and how sure it is.',
  fields: (t) => ({
    cue: t.field({
      type: [SpanType],
      description: 'The words that report the quote: `added`. Empty where none do.',
      select: { cueSpans: true, cueText: true },
      resolve: ({ cueSpans, cueText }) => unpackSpans(cueSpans, cueText),
    }),
    source: t.field({
      type: [SpanType],
      description:
        'Who it was as written beside the quote, one noun phrase: `the Minister`, `Ana Bell, a doctor at Halden`. Empty where nobody is.',
      select: { sourceSpans: true, sourceText: true },
      resolve: ({ sourceSpans, sourceText }) => unpackSpans(sourceSpans, sourceText),
    }),
    chain: t.field({
      type: [SpanType],
      description:
        'The mentions that lead from the source to the name, in that order: `the Minister`, `Russian Foreign Minister Sergey Lavrov`.',
      select: { chainSpans: true, chainText: true },
      resolve: ({ chainSpans, chainText }) => unpackSpans(chainSpans, chainText),
    }),
    method: t.expose('attribution', { type: AttributionType, description: 'By what it was decided: `Quote.attribution`.' }),
    confidence: t.exposeFloat('confidence', { description: 'How sure the extractor is of words and source together, from 0 to 1.' }),
    alternatives: t.field({
      type: [AlternativeType],
      description: 'Who else it may be, the likeliest first; empty where the text leaves no doubt or names nobody.',
      select: { alternatives: true },
      resolve: ({ alternatives }) => alternatives as unknown as Alternative[],
    }),
  }),
});
