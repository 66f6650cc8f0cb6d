import { idOf, sha256 } from '../ids.ts';
import type { AnnotatedDocument, Organization, Person, Place, Quote } from '../pipeline/index.ts';
import { bandsOf } from '../shingles.ts';
import { contains, type Span } from '../span.ts';
import { articleIdOf } from '../store/origin.ts';
import type { ArticleRows } from '../store/rows.ts';
import { packPath, packSpans, pairs, printedIn } from '../store/spans.ts';
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
  const placed = quotes.map((quote) => ({ ...quote, spans: pairs(quote.spans) }));
  const mentions = [...merged(speakers), ...merged(organizations), ...merged(places)].map((noun) =>
    mentionRow(id, found.text, placed, noun),
  );
  const location = found.dateline && places.find(({ key }) => key === placeKey({ name: found.dateline!.place }));
  return {
    article: { ...articleRow(id, found, location?.id ?? null), quoteCount: quotes.filter(isSpeech).length },
    extraction: extractionRow(id, found),
    speakers: unique(speakers).map(({ id, found: { isFullName } }) => ({ id, isFullName })),
    organizations: unique(organizations).map(({ id }) => ({ id })),
    places: unique(places).map(({ id }) => ({ id })),
    quotes,
    roles,
    mentions,
  };
}

/** What counts as somebody's quotes, unless more is asked for. */
const isSpeech = ({ act, region }: Pick<Quote, 'act' | 'region'>) => act === 'SPEECH' && region === 'BODY';

/** The ids of quotes in whose words one of the spans stands, sorted; null where there are none. */
function around(spans: readonly Span[], quotes: readonly { readonly id: string; readonly spans: readonly Span[] }[]): string[] | null {
  const ids = quotes.filter((quote) => standsIn(spans, quote.spans)).map(({ id }) => id);
  return ids.length > 0 ? ids.sort() : null;
}

/** Whether one of the spans stands inside one of the outer ones. */
const standsIn = (spans: readonly Span[], outer: readonly Span[]) => outer.some((one) => spans.some((span) => contains(one, span)));

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
    id: quoteIdOf(articleId, quote.content),
    articleId,
    kind: quote.kind,
    act: quote.act,
    region: quote.region,
    ...content,
    start: quote.content[0]!.start,
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
    withinId: quote.within ? quoteIdOf(articleId, quote.within) : null,
  };
}

const quoteIdOf = (articleId: string, content: readonly Span[]) =>
  idOf('quote', articleId, ...content.flatMap(({ start, end }) => [start, end]));

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
  organizations.find(({ found: { spans } }) => spans.some((inner) => contains(span, inner)));

function mentionRow(
  articleId: string,
  text: string,
  quotes: readonly (Omit<ReturnType<typeof quoteRow>, 'spans'> & { readonly spans: readonly Span[] })[],
  { type, id, found }: Noun<Person | Organization | Place>,
) {
  const packed = packSpans(text, found.spans);
  const { acronym = null, kind = null, gazetteer = null } = 'gazetteer' in found ? found : {};
  const printed = printedIn(packed);
  const unprinted = gazetteer ? [gazetteer.name, ...gazetteer.aliases].filter((form) => !printed.includes(form)).sort() : [];
  return {
    id: idOf('mention', articleId, id),
    articleId,
    speakerId: type === 'speaker' ? id : null,
    organizationId: type === 'organization' ? id : null,
    placeId: type === 'place' ? id : null,
    ...packed,
    start: found.spans[0]!.start,
    name: found.name === printed[0] ? null : found.name,
    acronym,
    kind,
    gazetteer: unprinted.length > 0 ? unprinted.join('\n') : null,
    quoteIds: around(found.spans, quotes),
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
