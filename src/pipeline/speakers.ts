import type { Span } from '../span.ts';
import type { Ground } from './attributions.ts';
import { NOBODY, STANDS_FOR, TITLES } from './lexicon/titles.ts';
import type { Person, PersonMention } from './people.ts';
import type { QuoteFound } from './quotes.ts';
import type { Run } from './runs.ts';
import type { Token } from './tokens.ts';

/** Words that somebody is reported to have said, and who that is. */
export interface Quote {
  /** Without the outer quotation marks; several spans where the quote is broken up. */
  readonly content: readonly Span[];
  readonly kind: 'DIRECT' | 'INDIRECT' | 'MIXED';
  readonly act: 'SPEECH' | 'ATTITUDE';
  readonly region: 'BODY' | 'HEADLINE';
  readonly cue: readonly Span[];
  /** Who it was, as written beside the quote. */
  readonly source: readonly Span[];
  /** Whom it was told to. */
  readonly audience: readonly Span[];
  /** Index into the people; null for an organization or somebody unnamed. */
  readonly speaker: number | null;
  /** Index into the organizations. */
  readonly organization: number | null;
  readonly attribution: 'NAME' | 'SURNAME' | 'TITLE' | 'PRONOUN' | 'ELLIPSIS' | 'ORGANIZATION' | 'UNNAMED' | 'NONE';
  /** The mentions followed from the source to the name. */
  readonly chain: readonly Span[];
  /** From 0 to 1, two digits: set by hand from how often each way was right on news nobody tuned it to. */
  readonly confidence: number;
}

type Resolved = Pick<Quote, 'speaker' | 'organization' | 'attribution' | 'chain'>;

interface SpeakerGround extends Ground {
  readonly text: string;
  readonly found: readonly QuoteFound[];
  readonly people: readonly Person[];
  readonly paragraphs: readonly Span[];
}

const CONFIDENCE: Readonly<Record<Quote['attribution'], number>> = {
  NAME: 0.9,
  SURNAME: 0.88,
  TITLE: 0.8,
  PRONOUN: 0.7,
  ELLIPSIS: 0.65,
  ORGANIZATION: 0.75,
  UNNAMED: 0.7,
  NONE: 0.4,
};
/** Indirect words have less certain ends than those in quotation marks. */
const KIND_FACTOR: Readonly<Record<Quote['kind'], number>> = { DIRECT: 1, MIXED: 0.9, INDIRECT: 0.8 };

/** Mentions of people before a pronoun that are looked at. */
const NEAR = 50;

/** Who spoke last, for what goes on without a name. */
interface Last {
  readonly resolved: Resolved;
  readonly end: number;
  readonly paragraph: number;
}

/** Resolves each quote's source to a person or an organization of the article, in reading order; where that is unsure, to nobody. */
export function resolveSpeakers(ground: SpeakerGround): { quotes: Quote[] } {
  const quotes: Quote[] = [];
  let last: Last | null = null;
  for (const quote of ground.found) {
    const start = quote.content[0]!.start;
    const paragraph = paragraphAt(ground.paragraphs, start);
    const clause = quote.attribution;
    const resolved: Resolved = clause?.source
      ? resolve(ground, clause.source, start, last)
      : clause || (last && follows(ground, last, start, paragraph))
        ? continued(ground, last)
        : nobody('NONE');
    quotes.push({
      content: quote.content,
      kind: quote.kind,
      act: quote.act,
      region: 'BODY',
      cue: clause ? [spanOf(ground.tokens, clause.cue)] : [],
      source: clause?.source ? [spanOf(ground.tokens, clause.source)] : [],
      audience: clause?.audience ? [spanOf(ground.tokens, clause.audience)] : [],
      ...resolved,
      confidence: Math.round(CONFIDENCE[resolved.attribution] * KIND_FACTOR[quote.kind] * 100) / 100,
    });
    last = { resolved, end: Math.max(quote.content.at(-1)!.end, clause ? ground.tokens[clause.to - 1]!.end : 0), paragraph };
  }
  return { quotes };
}

/** The paragraph in which an offset lies, or before which it lies. */
function paragraphAt(paragraphs: readonly Span[], offset: number): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.start > offset) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

const spanOf = (tokens: readonly Token[], { from, to }: Run): Span => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end });
const nobody = (attribution: Quote['attribution']): Resolved => ({ speaker: null, organization: null, attribution, chain: [] });

/** Whether a quote without a clause goes on where the last one ended: in the same paragraph with at most a few words between. */
const follows = ({ text }: SpeakerGround, last: Last, start: number, paragraph: number) =>
  last.paragraph === paragraph && start > last.end && !/\p{Lu}\p{Ll}/u.test(text.slice(last.end, start));

function continued(_ground: SpeakerGround, last: Last | null): Resolved {
  if (!last || (last.resolved.speaker === null && last.resolved.organization === null)) return nobody('NONE');
  return { ...last.resolved, attribution: 'ELLIPSIS' };
}

function resolve(ground: SpeakerGround, source: Run, at: number, last: Last | null): Resolved {
  const { tokens, personMentions, organizationAt, people } = ground;
  const mention = personMentions[countBefore(personMentions, source.to - 1) - 1];
  if (mention && mention.from >= source.from && mention.to === source.to) return named(ground, mention);
  const head = tokens[source.to - 1]!;
  if (source.to - source.from === 1 && head.pos === 'PRON') return pronoun(ground, head, source, last);
  const organization = organizationAt.get(source.to - 1);
  if (organization !== undefined) return { speaker: null, organization, attribution: 'ORGANIZATION', chain: [spanOf(tokens, source)] };
  const role = titled(ground, source, at, last);
  if (role !== null) {
    const [name] = people[role]!.spans;
    return { speaker: role, organization: null, attribution: 'TITLE', chain: [spanOf(tokens, source), ...(name ? [name] : [])] };
  }
  return bodyOf(ground, source, last) ?? nobody('UNNAMED');
}

/** How many mentions begin at or before a token; they stand in order. */
function countBefore(mentions: readonly PersonMention[], token: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.from > token) high = middle;
    else low = middle + 1;
  }
  return low;
}

function named({ people, tokens }: SpeakerGround, { person, from, to }: PersonMention): Resolved {
  const own = spanOf(tokens, { from, to });
  const { isFullName, spans, name } = people[person]!;
  const full = tokens.slice(from, to).length > 1 || !isFullName;
  const first = spans.find(({ start, end }) => end - start >= name.length && start !== own.start);
  return {
    speaker: person,
    organization: null,
    attribution: full && isFullName ? 'NAME' : 'SURNAME',
    chain: full || !first ? [own] : [own, first],
  };
}

/** "he", "she": the last speaker, else the only person named just before who may be meant. "it": the organization that spoke last. */
function pronoun(ground: SpeakerGround, { lower, start }: Token, source: Run, last: Last | null): Resolved {
  const { tokens, people, personMentions, paragraphs } = ground;
  const own = spanOf(tokens, source);
  if (lower === 'it') {
    return last?.resolved.organization != null
      ? { ...last.resolved, attribution: 'PRONOUN', chain: [own, ...last.resolved.chain.slice(-1)] }
      : nobody('NONE');
  }
  const gender = { he: 'M', him: 'M', she: 'F', her: 'F' }[lower];
  if (!gender) return nobody('NONE');
  const fits = (person: number) => people[person]!.gender === null || people[person]!.gender === gender;
  const paragraph = paragraphAt(paragraphs, start);
  const since = paragraphs[Math.max(0, paragraph - 1)]?.start ?? 0;
  const before = countBefore(personMentions, source.from);
  const near = personMentions.slice(Math.max(0, before - NEAR), before);
  const candidates = [...new Set(near.filter(({ from }) => tokens[from]!.start >= since).map(({ person }) => person))].filter(fits);
  const spoke = last && last.paragraph >= paragraph - 1 ? last.resolved.speaker : null;
  const person = spoke !== null && fits(spoke) ? spoke : candidates.length === 1 ? candidates[0]! : null;
  if (person === null) return nobody('NONE');
  const name = near.findLast((mention) => mention.person === person);
  return { speaker: person, organization: null, attribution: 'PRONOUN', chain: [own, ...(name ? [spanOf(tokens, name)] : [])] };
}

/** "the Foreign Minister", "the Russian leader": the one person of the article with such a title. */
function titled({ tokens, people }: SpeakerGround, source: Run, at: number, last: Last | null): number | null {
  const words = tokens.slice(source.from, source.to).map(({ lower }) => lower);
  const head = words.at(-1)!;
  if (NOBODY.has(head) || !/^(?:the|this)$/.test(words[0]!) || !(TITLES.has(head) || STANDS_FOR.has(head))) return null;
  const meant = new Set([head, ...(STANDS_FOR.get(head) ?? [])]);
  const holds = (person: number) =>
    people[person]!.roles.some(({ title }) =>
      title
        .toLowerCase()
        .split(/[^\p{L}-]+/u)
        .some((word) => meant.has(word)),
    );
  const candidates = people.flatMap(({ spans }, person) => (spans[0]!.start < at && holds(person) ? [person] : []));
  if (candidates.length === 1) return candidates[0]!;
  const spoke = last?.resolved.speaker ?? null;
  return spoke !== null && candidates.includes(spoke) ? spoke : null;
}

/** "the ministry", "the statement": the organization whose name ends in that word, or that spoke last. */
function bodyOf({ tokens, organizations }: SpeakerGround, source: Run, last: Last | null): Resolved | null {
  const words = tokens.slice(source.from, source.to).map(({ lower }) => lower);
  const head = words.at(-1)!;
  if (words[0] !== 'the') return null;
  const chain = [spanOf(tokens, source)];
  const of = organizations.flatMap(({ name }, index) => (name.toLowerCase().split(' ').at(-1) === head ? [index] : []));
  const spoke = last?.resolved.organization ?? null;
  if (of.length === 1 || (spoke !== null && of.includes(spoke))) {
    const organization = of.length === 1 ? of[0]! : spoke!;
    return { speaker: null, organization, attribution: 'ORGANIZATION', chain: [...chain, organizations[organization]!.spans[0]!] };
  }
  const document = [
    'statement',
    'report',
    'agency',
    'company',
    'document',
    'letter',
    'group',
    'organization',
    'organisation',
    'department',
    'body',
    'club',
    'firm',
  ];
  if (spoke !== null && document.includes(head)) return { speaker: null, organization: spoke, attribution: 'ORGANIZATION', chain };
  return null;
}
