import { idOf, sha256 } from '../ids.ts';
import type { AnnotatedDocument, Organization, Person, Place, Quote } from '../pipeline/index.ts';
import { bandsOf } from '../shingles.ts';
import type { Span } from '../span.ts';
import { articleIdOf } from '../store/origin.ts';
import type { ArticleRows } from '../store/rows.ts';
import { packPath, packSpans, pairs } from '../store/spans.ts';
import { organizationKey, placeKey, speakerKey } from './keys.ts';

/** What the pipeline found, as far as it is stored. */
export type Findings = Pick<
  AnnotatedDocument,
  | 'text'
  | 'wordCount'
  | 'body'
  | 'headline'
  | 'byline'
  | 'dateline'
  | 'language'
  | 'notes'
  | 'published'
  | 'people'
  | 'organizations'
  | 'places'
  | 'quotes'
>;

/**
 * Turns what was found in a text into the rows of its article, whose nouns are those of the whole corpus. Pure: the same text gives
 * the same rows anywhere.
 * @throws RangeError where a span is none in the text.
 */
export function rowsOf(found: Findings): ArticleRows {
  const id = articleIdOf(found.text);
  const speakers = found.people.map((person) => noun('speaker', speakerKey(person, id), person));
  const organizations = found.organizations.map((organization) => noun('organization', organizationKey(organization, id), organization));
  const places = found.places.map((place) => noun('place', placeKey(place), place));
  const roles = unique(
    speakers.flatMap(({ id: speakerId, found: { roles } }) => roles.map((role) => roleRow(id, speakerId, role, organizations))),
  );
  const quotes = unique(found.quotes.map((quote) => quoteRow(id, found.text, quote, { speakers, organizations, roles })));
  const mentions = [
    ...merged(speakers).map((noun) => mentionRow(id, found.text, quotes, noun)),
    ...merged(organizations).map((noun) => mentionRow(id, found.text, quotes, noun)),
    ...merged(places).map((noun) => mentionRow(id, found.text, quotes, noun)),
  ];
  const location = found.dateline && places.find(({ key }) => key === placeKey({ name: found.dateline!.place }));
  return {
    article: { ...articleRow(id, found, location?.id ?? null), quoteCount: quotes.filter(isSpeech).length },
    extraction: extractionRow(id, found),
    speakers: unique(speakers).map(({ id, key, found: { isFullName } }) => ({ id, key, isFullName })),
    organizations: unique(organizations).map(({ id, key }) => ({ id, key })),
    places: unique(places).map(({ id, key }) => ({ id, key })),
    quotes,
    roles,
    mentions,
    quoteMentions: quotes.flatMap((quote) =>
      mentions.filter((mention) => standsIn(mention.spans, quote.spans)).map((mention) => ({ quoteId: quote.id, mentionId: mention.id })),
    ),
  };
}

/** What counts as somebody's quotes, unless more is asked for. */
const isSpeech = ({ act, region }: Pick<Quote, 'act' | 'region'>) => act === 'SPEECH' && region === 'BODY';

/** Whether one of the spans stands inside one of the outer ones; both packed. */
const standsIn = (spans: readonly number[], outer: readonly number[]) =>
  pairs(outer).some(({ start, end }) => pairs(spans).some((span) => start <= span.start && span.end <= end));

/** A noun of the corpus as one article names it. */
interface Noun<Found> {
  readonly type: 'speaker' | 'organization' | 'place';
  readonly id: string;
  readonly key: string;
  readonly found: Found;
}

const noun = <Found>(type: Noun<Found>['type'], key: string, found: Found): Noun<Found> => ({ type, id: idOf(type, key), key, found });

function articleRow(id: string, { text, wordCount, body, dateline }: Findings, datelinePlaceId: string | null) {
  return {
    id,
    text,
    contentHash: sha256(text),
    wordCount,
    bodyStart: body.start,
    bodyEnd: body.end,
    bands: bandsOf(text.slice(body.start, body.end)),
    datelineStart: dateline?.start ?? null,
    datelineEnd: dateline?.end ?? null,
    datelineText: dateline && text.slice(dateline.start, dateline.end),
    datelinePlace: dateline?.place ?? null,
    datelineAgency: dateline?.agency ?? null,
    datelineDay: dateline?.day ?? null,
    datelinePlaceId,
  };
}

function extractionRow(id: string, { text, notes, headline, byline, language, published }: Findings) {
  return {
    articleId: id,
    notes,
    headline: headline && text.slice(headline.start, headline.end),
    authors: byline?.authors ?? [],
    language,
    publishedAt: published && new Date(`${published.date}T00:00:00.000Z`),
    publishedPrecision: published?.precision ?? null,
  };
}

function quoteRow(
  articleId: string,
  text: string,
  quote: Quote,
  {
    speakers,
    organizations,
    roles,
  }: {
    speakers: readonly Noun<Person>[];
    organizations: readonly Noun<Organization>[];
    roles: readonly ReturnType<typeof roleRow>[];
  },
) {
  const speakerId = idAt(speakers, quote.speaker);
  const content = packSpans(text, quote.content);
  const [cue, source, audience] = [quote.cue, quote.source, quote.audience].map((spans) => packSpans(text, spans));
  const chain = packPath(text, quote.chain);
  return {
    id: quoteIdOf(articleId, content.spans),
    articleId,
    kind: quote.kind,
    act: quote.act,
    region: quote.region,
    ...content,
    start: content.spans[0]!,
    cueSpans: cue!.spans,
    cueText: cue!.text,
    sourceSpans: source!.spans,
    sourceText: source!.text,
    audienceSpans: audience!.spans,
    audienceText: audience!.text,
    chainSpans: chain.spans,
    chainText: chain.text,
    attribution: quote.attribution,
    confidence: quote.confidence,
    speakerConfidence: quote.speakerConfidence,
    alternatives: quote.alternatives.map(({ name, confidence, speaker, organization }) => ({
      name,
      confidence,
      speakerId: idAt(speakers, speaker),
      organizationId: idAt(organizations, organization),
    })),
    sourceDescription: quote.sourceDescription,
    speakerId,
    organizationId: idAt(organizations, quote.organization),
    roleId: roleIn(roles, speakerId)?.id ?? null,
    withinId: quote.within ? quoteIdOf(articleId, packSpans(text, quote.within).spans) : null,
  };
}

const quoteIdOf = (articleId: string, spans: readonly number[]) => idOf('quote', articleId, ...spans);

/** The first title that an article gives a person; ties as `Quote.role` has them. */
const roleIn = (roles: readonly ReturnType<typeof roleRow>[], speakerId: string | null) =>
  roles.filter((role) => role.speakerId === speakerId).sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))[0];

const idAt = (nouns: readonly { readonly id: string }[], index: number | null) => (index === null ? null : nouns[index]!.id);

function roleRow(
  articleId: string,
  speakerId: string,
  { title, organization, country, span }: Person['roles'][number],
  organizations: readonly Noun<Organization>[],
) {
  return {
    id: idOf('role', articleId, speakerId, title),
    articleId,
    speakerId,
    title,
    organization,
    organizationId: bodyOf({ organization, span }, organizations)?.id ?? null,
    country,
    start: span.start,
    end: span.end,
  };
}

/** The organization that a title names: the one found for it, else the first that stands in its words. */
const bodyOf = (
  { organization, span }: Pick<Person['roles'][number], 'organization' | 'span'>,
  organizations: readonly Noun<Organization>[],
) =>
  organizations.find(({ found }) => found.name === organization) ??
  organizations.find(({ found: { spans } }) => spans.some(({ start, end }) => span.start <= start && end <= span.end));

function mentionRow(
  articleId: string,
  text: string,
  quotes: readonly ReturnType<typeof quoteRow>[],
  { type, id, found }: Noun<Person | Organization | Place>,
) {
  const packed = packSpans(text, found.spans);
  const { acronym = null, kind = null, gazetteer = null } = 'gazetteer' in found ? found : {};
  const known = gazetteer ? [gazetteer.name, ...gazetteer.aliases] : [];
  const printed = found.spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
  const aliases = [...new Set([...known, ...printed])].sort();
  return {
    id: idOf('mention', articleId, id),
    articleId,
    speakerId: type === 'speaker' ? id : null,
    organizationId: type === 'organization' ? id : null,
    placeId: type === 'place' ? id : null,
    ...packed,
    start: packed.spans[0]!,
    name: found.name,
    acronym,
    kind,
    aliases,
    quoteCount: quotes.filter((quote) => isSpeech(quote) && (quote.speakerId ?? quote.organizationId) === id).length,
  };
}

/** One noun for each id: two that an article tells apart may be one in the corpus. The first gives the name, all give spans. */
function merged<Found extends { readonly spans: readonly Span[] }>(nouns: readonly Noun<Found>[]): Noun<Found>[] {
  const byId = new Map<string, Noun<Found>>();
  for (const noun of nouns) {
    const first = byId.get(noun.id) ?? noun;
    const spans = first === noun ? noun.found.spans : disjoint([...first.found.spans, ...noun.found.spans]);
    byId.set(noun.id, { ...first, found: { ...first.found, spans } });
  }
  return [...byId.values()];
}

/** The spans in order, without those that overlap an earlier one. */
function disjoint(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

const unique = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
