import type { AnnotatedDocument, Organization, Person, Quote } from '../pipeline/index.ts';
import type { Span } from '../span.ts';

type Pair = readonly [start: number, end: number];

/** What was found in one text, as `extract` prints it and `evaluate` reads it. Offsets count UTF-16 units of the text as given. */
export interface Extracted {
  readonly quotes: readonly ExtractedQuote[];
  readonly entities: readonly ExtractedEntity[];
  readonly notes: readonly string[];
}

export interface ExtractedQuote {
  readonly content: readonly Pair[];
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly act: Quote['act'];
  readonly region: Quote['region'];
  readonly cue: readonly Pair[];
  readonly sourceSpans: readonly Pair[];
  readonly audience: readonly Pair[];
  /** The fullest name that the article gives; null for somebody unnamed. */
  readonly speakerName: string | null;
  readonly speakerType: 'person' | 'organization' | null;
  /** What the text calls a source that it never names: `a senior official`. */
  readonly speakerDescription: string | null;
  readonly attribution: Quote['attribution'];
  readonly chain: readonly Pair[];
  /** Who else it may be, most likely first. */
  readonly candidates: readonly { readonly name: string; readonly confidence: number }[];
  /** How sure the speaker is, given the words and the source; null where nobody is named. */
  readonly speakerConfidence: number | null;
  readonly confidence: number;
  /** The quotes that its speaker quotes, inside its words; their region is NESTED. */
  readonly nested: readonly ExtractedQuote[];
}

/** One place where a person, an organization or a place is named. */
export interface ExtractedEntity {
  readonly start: number;
  readonly end: number;
  readonly type: 'PER' | 'ORG' | 'LOC';
  /** The fullest name that the article gives. */
  readonly name: string;
  /** The full name that this acronym stands for. */
  readonly acronymOf: string | null;
  /** What the text calls this person beside this mention. */
  readonly roles: readonly { readonly title: string; readonly organization: string | null; readonly span: Pair }[];
}

/** What was found, as one line of the output. */
export function toExtracted(found: AnnotatedDocument): Extracted {
  const { text, people, unclearNames, organizations, places } = found;
  const entities = [
    ...people.flatMap(personEntities),
    ...unclearNames.map((span) => ({ ...span, type: 'PER' as const, name: text.slice(span.start, span.end), acronymOf: null, roles: [] })),
    ...organizations.flatMap((organization) => organizationEntities(text, organization)),
    ...places.flatMap(({ name, spans }) => spans.map((span) => ({ ...span, type: 'LOC' as const, name, acronymOf: null, roles: [] }))),
  ];
  return {
    quotes: found.quotes.filter(({ within }) => !within).map((quote) => toQuote(found, quote)),
    entities: entities.sort((a, b) => a.start - b.start || a.end - b.end),
    notes: found.notes,
  };
}

/** Whether the API would list a quote unasked: something said, in the running text. */
export const isSpeech = ({ act, region }: Pick<ExtractedQuote, 'act' | 'region'>) => act === 'SPEECH' && region === 'BODY';

function toQuote(found: AnnotatedDocument, quote: Quote): ExtractedQuote {
  const { people, organizations, quotes } = found;
  const { speaker, organization, attribution, act, region, confidence } = quote;
  return {
    content: quote.content.map(pair),
    kind: quote.kind.toLowerCase() as ExtractedQuote['kind'],
    act,
    region,
    cue: quote.cue.map(pair),
    sourceSpans: quote.source.map(pair),
    audience: quote.audience.map(pair),
    speakerName: speaker !== null ? people[speaker]!.name : organization !== null ? organizations[organization]!.name : null,
    speakerType: speaker !== null ? 'person' : organization !== null ? 'organization' : null,
    speakerDescription: quote.sourceDescription,
    attribution,
    chain: quote.chain.map(pair),
    candidates: quote.alternatives.map(({ name, confidence }) => ({ name, confidence })),
    speakerConfidence: quote.speakerConfidence,
    confidence,
    nested: quotes.filter(({ within }) => within === quote.content).map((inner) => toQuote(found, inner)),
  };
}

/** A person's mentions, each with the roles that stand nearest to it. */
function personEntities({ name, spans, roles }: Person): ExtractedEntity[] {
  const beside = roles.map((role) => nearest(spans, role.span));
  return spans.map((span) => ({
    ...span,
    type: 'PER',
    name,
    acronymOf: null,
    roles: roles.filter((_, i) => beside[i] === span).map(({ title, organization, span }) => ({ title, organization, span: pair(span) })),
  }));
}

const nearest = (spans: readonly Span[], { start, end }: Span) =>
  spans.reduce((best, span) => (distance(span, start, end) < distance(best, start, end) ? span : best), spans[0]!);
const distance = (span: Span, start: number, end: number) => Math.max(span.start - end, start - span.end, 0);

const organizationEntities = (text: string, { name, acronym, gazetteer, spans }: Organization): ExtractedEntity[] =>
  spans.map((span) => {
    const full = name === acronym ? (gazetteer?.name ?? null) : name;
    const isShort = acronym !== null && full !== acronym && text.slice(span.start, span.end) === acronym;
    return { ...span, type: 'ORG', name, acronymOf: isShort ? full : null, roles: [] };
  });

const pair = ({ start, end }: Span): Pair => [start, end];
