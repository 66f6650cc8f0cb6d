import { lastAt } from '../../sorted.ts';
import type { Span } from '../../span.ts';
import { COUNTRY_OF } from '../lexicon/countries.ts';
import { OCCUPATIONS } from '../lexicon/title-words.ts';
import { BODIES, DOCUMENTS, FIRMS, isTitle, NOBODY, QUALIFIERS, STANDS_FOR } from '../lexicon/titles.ts';
import { isCalled } from '../names/called.ts';
import { type Person, type PersonMention, personEnding } from '../names/people.ts';
import { type Role, titleWords } from '../names/roles/role.ts';
import type { Ground } from '../quotes/attributions.ts';
import { isPossessive, opensSentence } from '../words/grammar.ts';
import { paragraphAt, spanOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';
import type { Quote } from './quote.ts';

/** Who is meant, and how that was found. */
export type Resolved = Pick<Quote, 'speaker' | 'organization' | 'attribution' | 'chain'>;

/** Who spoke last, for what goes on without a name. */
export interface Last {
  readonly resolved: Resolved;
  /** Offset behind the quote and the clause that reports it. */
  readonly end: number;
  readonly paragraph: number;
  readonly sentence: number;
}

/** What the search for who is meant looks at. */
export interface ReferenceGround extends Ground {
  readonly people: readonly Person[];
  readonly paragraphs: readonly Span[];
  readonly inQuotation: Int32Array;
}

/** Mentions of people before a pronoun that are looked at. */
const NEAR = 50;
/** Tokens before "it" in which the organization that it stands for is looked for; and between two subjects of one sentence. */
const NEAR_TOKENS = 60;

/** No one that the article names. */
export const nobody = (attribution: Resolved['attribution']): Resolved => ({ speaker: null, organization: null, attribution, chain: [] });
const person = (speaker: number, attribution: Resolved['attribution'], chain: readonly Span[]): Resolved => ({
  speaker,
  organization: null,
  attribution,
  chain,
});
const body = (organization: number, attribution: Resolved['attribution'], chain: readonly Span[]): Resolved => ({
  speaker: null,
  organization,
  attribution,
  chain,
});

/** A mention by name. */
function named({ people, tokens }: ReferenceGround, { person: index, from, to }: PersonMention): Resolved {
  const own = spanOf(tokens, { from, to });
  const { isFullName, spans, name } = people[index]!;
  const full = to - from > 1 || !isFullName;
  const first = spans.find(({ start, end }) => end - start >= name.length && start !== own.start);
  return person(index, full && isFullName ? 'NAME' : 'SURNAME', full || !first ? [own] : [own, first]);
}

/**
 * Who a source that ends with a name means: that person or organization, nobody named where another word heads it ("a spokesman for
 * Bell"); null where it ends with no name.
 */
export function namedBy(ground: ReferenceGround, source: Run): Resolved | null {
  const { tokens, personMentions, organizationAt } = ground;
  const heads = (from: number) => !tokens.slice(source.from, from).some(({ pos }) => pos === 'ADP' || pos === 'CCONJ');
  const mention = personEnding(personMentions, source.to);
  if (mention && mention.from >= source.from)
    return heads(Math.max(source.from, mention.titleFrom)) ? named(ground, mention) : nobody('UNNAMED');
  const organization = organizationAt.get(source.to - 1);
  if (organization === undefined) return null;
  let from = source.to - 1;
  while (from > source.from && organizationAt.get(from - 1) === organization) from--;
  return heads(from) ? body(organization, 'ORGANIZATION', [spanOf(tokens, source)]) : nobody('UNNAMED');
}

/** "he", "she", "it": who was the subject since the last quote, else who spoke last, else the only one just named who may be meant. */
export function pronoun(ground: ReferenceGround, source: Run, at: number, last: Last | null): Resolved {
  const { tokens, people, paragraphs } = ground;
  const { lower, start } = tokens[source.from]!;
  if (lower === 'it') return thing(ground, source, last);
  const gender = { he: 'M', him: 'M', his: 'M', she: 'F', her: 'F' }[lower];
  if (!gender) return nobody('NONE');
  const fits = (index: number) => people[index]!.gender === null || people[index]!.gender === gender;
  // A quote of several paragraphs begins far above the "she said" behind it.
  const paragraph = paragraphAt(paragraphs, Math.min(start, at));
  const near = mentionsBefore(ground, source.from, paragraphs[Math.max(0, paragraph - 1)]?.start ?? 0).filter(({ person }) => fits(person));
  const fresh = last !== null && last.paragraph >= paragraph - 1 ? last : null;
  const subjects = near.filter((mention) => tokens[mention.from]!.start >= (fresh?.end ?? 0) && isSubject(ground, mention));
  const subject = subjects.at(-1);
  const chosen =
    subject !== undefined
      ? rivals(ground, subjects, subject)
        ? null
        : subject.person
      : fresh === null
        ? onlyOne(near)
        : fresh.resolved.speaker !== null && fits(fresh.resolved.speaker)
          ? fresh.resolved.speaker
          : fresh.resolved.speaker !== null || fresh.resolved.organization !== null
            ? onlyOne(near)
            : null;
  if (chosen === null) return nobody('NONE');
  const name = near.findLast((mention) => mention.person === chosen);
  return person(chosen, 'PRONOUN', [spanOf(tokens, source), ...(name ? [spanOf(tokens, name)] : [])]);
}

/** The mentions of people between an offset and a token. */
function mentionsBefore({ tokens, personMentions }: ReferenceGround, token: number, since: number): PersonMention[] {
  const before = lastAt(personMentions, token - 1, ({ from }) => from) + 1;
  return personMentions.slice(Math.max(0, before - NEAR), before).filter(({ from }) => tokens[from]!.start >= since);
}

function onlyOne(mentions: readonly PersonMention[]): number | null {
  const all = new Set(mentions.map(({ person }) => person));
  return all.size === 1 ? mentions[0]!.person : null;
}

/** Whether another subject of the same sentence may be meant as well. */
const rivals = ({ tokens }: ReferenceGround, subjects: readonly PersonMention[], { person, from }: PersonMention) =>
  subjects.some(
    (other) =>
      other.person !== person && from - other.to < NEAR_TOKENS && !tokens.slice(other.to, from).some(({ endsSentence }) => endsSentence),
  );

/** Behind what a clause begins. */
export const OPENS_CLAUSE = /^(?:[,;:—–-]|--|and|but|while|when|where|as|because|if|after|before|though|although)$/;

/** Whether a mention outside quotation marks is the subject of a clause, as far as its neighbours tell. */
export function isSubject(
  { tokens, inQuotation }: Pick<ReferenceGround, 'tokens' | 'inQuotation'>,
  { titleFrom, from, to }: PersonMention,
): boolean {
  const self = /^(?:himself|herself)$/.test(tokens[to]?.lower ?? '') ? 1 : 0;
  const [previous, next] = [tokens[titleFrom - 1], tokens[to + self]];
  if (inQuotation[from]! >= 0 || !next || previous?.pos === 'ADP' || isPossessive(next)) return false;
  if (/^(?:VERB|AUX|ADV)$/.test(next.pos)) return true;
  return /^[,(]$/.test(next.text) && (!previous || previous.endsSentence || OPENS_CLAUSE.test(previous.lower));
}

/** "it": the organization that spoke last, or that the sentence before is about. */
function thing({ tokens, organizationAt, inQuotation }: ReferenceGround, source: Run, last: Last | null): Resolved {
  const own = spanOf(tokens, source);
  for (let at = source.from - 1; at > 0 && source.from - at < NEAR_TOKENS && tokens[at]!.start >= (last?.end ?? 0); at--) {
    const organization = organizationAt.get(at);
    if (organization === undefined || inQuotation[at]! >= 0 || organizationAt.get(at - 1) === organization) continue;
    const first = tokens[at - 1]!.lower === 'the' ? at - 1 : at;
    if (opensSentence(tokens, first)) return body(organization, 'PRONOUN', [own, spanOf(tokens, { from: at, to: at + 1 })]);
  }
  return last?.resolved.organization != null
    ? { ...last.resolved, attribution: 'PRONOUN', chain: [own, ...last.resolved.chain.slice(-1)] }
    : nobody('NONE');
}

/** "the Foreign Minister", "the Russian leader": the one person of the article with such a title. */
export function titled({ tokens, people }: ReferenceGround, source: Run, at: number, last: Last | null): Resolved | null {
  const words = tokens.slice(source.from, source.to);
  if (!/^(?:the|this)$/.test(words[0]!.lower)) return null;
  const holders = people.flatMap(({ spans, roles }, index) =>
    spans[0]!.start < at && roles.some((role) => isHeld(words.slice(1), role)) ? [index] : [],
  );
  const spoke = last?.resolved.speaker ?? null;
  const chosen = holders.length === 1 ? holders[0]! : spoke !== null && holders.includes(spoke) ? spoke : null;
  if (chosen === null) return null;
  const name = people[chosen]!.spans[0];
  return person(chosen, 'TITLE', [spanOf(tokens, source), ...(name ? [name] : [])]);
}

/** Words beside a title that say nothing of which one it is. */
const PASSING: ReadonlySet<string> = new Set(['former', 'then', 'current', 'new', 'outgoing', 'longtime', 'veteran', 'late']);

/** Whether words may stand for a role: the same head or one that stands for it, and nothing in them that the role does not say. */
export function isHeld(words: readonly Token[], role: Role): boolean {
  const of = words.findIndex(({ lower }) => /^(?:of|for|to)$/.test(lower));
  const ofWhat = of > 0 && STANDS_FOR.has(words.at(-1)!.lower);
  const head = words[of > 0 && !ofWhat ? of - 1 : words.length - 1]?.lower ?? '';
  if (NOBODY.has(head) || !(isTitle(head) || OCCUPATIONS.has(head) || STANDS_FOR.has(head))) return false;
  const held = titleWords(role);
  const said = new Set(words.map(({ lower }) => lower));
  if (!held.some((word) => word === head || STANDS_FOR.get(head)?.includes(word))) return false;
  // "The president" is not the vice president, "the minister" not the prime minister.
  if (!STANDS_FOR.has(head) && held.some((word) => QUALIFIERS.has(word) && !said.has(word))) return false;
  return (
    ofWhat ||
    words.every(({ lower, text, pos }) => {
      const from = COUNTRY_OF.get(text);
      if (from !== undefined) return role.country === null || from === role.country;
      return lower === head || /^(?:ADP|DET|PART)$/.test(pos) || PASSING.has(lower) || held.includes(lower);
    })
  );
}

/** "the ministry", "the statement": the organization whose name ends in that word, or that spoke last. */
export function bodyNamed({ tokens, organizations }: ReferenceGround, source: Run, last: Last | null): Resolved | null {
  const words = tokens.slice(source.from + 1, source.to);
  const head = words.at(-1)?.lower;
  if (tokens[source.from]!.lower !== 'the' || head === undefined) return null;
  const own = spanOf(tokens, source);
  const spoke = last?.resolved.organization ?? null;
  const holders = organizations.flatMap((organization, index) => (isCalled(words, organization) ? [index] : []));
  const chosen = holders.length === 1 ? holders[0]! : spoke !== null && holders.includes(spoke) ? spoke : null;
  if (chosen !== null) return body(chosen, 'ORGANIZATION', [own, organizations[chosen]!.spans[0]!]);
  if (words.length > 1) return null;
  if (spoke !== null && (BODIES.has(head) || DOCUMENTS.has(head))) return body(spoke, 'ORGANIZATION', [own]);
  const firms = organizations.flatMap(({ kind }, index) => (kind === 'COMPANY' ? [index] : []));
  return FIRMS.has(head) && firms.length === 1 ? body(firms[0]!, 'ORGANIZATION', [own, organizations[firms[0]!]!.spans[0]!]) : null;
}
