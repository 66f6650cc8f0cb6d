import { contains, type Span } from '../span.ts';
import type { GoldArticle, GoldQuote } from './article.ts';
import { isPronoun } from './attribution.ts';

type Pair = readonly [start: number, end: number];

/** A line of the format in which all evaluation data is kept: one article, its quotes and its names. */
export interface EvaluationArticle {
  readonly id: string;
  readonly publisher: string | null;
  readonly date: string;
  readonly title: string | null;
  readonly text: string;
  readonly quotes: readonly EvaluationQuote[];
  readonly entities: readonly { start: number; end: number; type: 'PER' | 'ORG' | 'LOC' }[];
  /** Of people whom the article names. */
  readonly roles: readonly { span: Pair; person: string; organization: string | null }[];
}

export interface EvaluationQuote {
  readonly content: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly source: readonly Pair[];
  readonly audience: readonly Pair[];
  readonly contentText: string;
  readonly sourceText: string;
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly speech: boolean;
  readonly region: 'body' | 'headline';
  readonly sourceKind: 'pronoun' | 'person' | 'named' | 'nominal' | 'none';
  /** Absent where the article never names who it was. */
  readonly speakerName?: string;
  readonly speakerAliases?: readonly string[];
  readonly speakerType?: 'person' | 'organization' | 'place' | 'document';
  readonly speakerChain?: readonly Pair[];
}

const ENTITY = { PERSON: 'PER', ORGANIZATION: 'ORG', PLACE: 'LOC' } as const;

/** What an article's annotation is in the evaluation format. Documents are no entities there. */
export function toEvaluation(article: GoldArticle): EvaluationArticle {
  const { id, metadata, text, headline, quotes, mentions, roles, identities } = article;
  const nameOf = (key: string | null) => (key === null ? null : (identities.get(key)?.name ?? null));
  return {
    id,
    publisher: metadata.publisher,
    date: metadata.published?.at.toISOString().slice(0, 10) ?? '',
    title: headline ? text.slice(headline.start, headline.end) : metadata.headline,
    text,
    quotes: quotes.map((quote) => toQuote(article, quote)),
    entities: mentions.flatMap(({ start, end, type, isName }) =>
      isName && type !== 'DOCUMENT' ? [{ start, end, type: ENTITY[type] }] : [],
    ),
    roles: roles.flatMap(({ personKey, organizationKey, ...span }) => {
      const person = nameOf(personKey);
      return person === null ? [] : [{ span: pair(span), person, organization: nameOf(organizationKey) }];
    }),
  };
}

function toQuote(article: GoldArticle, quote: GoldQuote): EvaluationQuote {
  const { text } = article;
  return {
    content: quote.content.map(pair),
    cue: quote.cue.map(pair),
    source: quote.source.map(pair),
    audience: quote.audience.map(pair),
    contentText: wordsOf(text, quote.content),
    sourceText: wordsOf(text, quote.source),
    kind: quote.kind.toLowerCase() as EvaluationQuote['kind'],
    speech: quote.act === 'SPEECH',
    region: quote.region.toLowerCase() as EvaluationQuote['region'],
    sourceKind: sourceKindOf(article, quote),
    ...speakerOf(article, quote),
  };
}

function speakerOf({ text, identities, mentions }: GoldArticle, { speakerKey, speakerName, speakerType, chain }: GoldQuote) {
  const identity = speakerKey === null ? undefined : identities.get(speakerKey);
  if (!identity || speakerName === null) return {};
  const printed = mentions.filter(({ key, isName }) => isName && key === speakerKey).map(({ start, end }) => text.slice(start, end));
  const others = [...identity.aliases, ...(identity.acronym ? [identity.acronym] : []), ...printed].filter((form) => form !== speakerName);
  return {
    speakerName,
    speakerAliases: [...new Set(others)],
    speakerType: speakerType!.toLowerCase() as Lowercase<NonNullable<GoldQuote['speakerType']>>,
    speakerChain: chain.map(pair),
  };
}

function sourceKindOf({ text, mentions }: GoldArticle, { source }: GoldQuote): EvaluationQuote['sourceKind'] {
  if (source.length === 0) return 'none';
  if (isPronoun(wordsOf(text, source))) return 'pronoun';
  const names = mentions.filter((mention) => mention.isName && source.some((one) => contains(one, mention)));
  if (names.some(({ type }) => type === 'PERSON')) return 'person';
  return names.length > 0 ? 'named' : 'nominal';
}

const pair = ({ start, end }: Span): Pair => [start, end];
const wordsOf = (text: string, spans: readonly Span[]) =>
  spans
    .map(({ start, end }) => text.slice(start, end))
    .join(' … ')
    .replace(/\s+/g, ' ');
