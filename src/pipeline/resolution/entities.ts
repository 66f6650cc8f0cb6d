import type { Span } from '../../span.ts';
import { isTitle, NOBODY } from '../lexicon/titles.ts';
import type { Organization } from '../names/organizations.ts';
import type { Person, PersonMention } from '../names/people.ts';
import { NAMED, PART, type SourceGround } from '../sources/ground.ts';
import type { Run } from '../words/runs.ts';

/** Somebody or something of the article that a source may mean. */
export interface Entity {
  readonly type: 'PERSON' | 'ORGANIZATION' | 'UNNAMED';
  /** Index into the people or organizations; for somebody unnamed that of the first token that tells of them. */
  readonly index: number;
  readonly gender: 'F' | 'M' | null;
  readonly plural: boolean;
  /** Where it is named, titles included, in order. */
  readonly mentions: readonly Run[];
}

/** What the entities are made of. */
export interface Named {
  readonly people: readonly Person[];
  readonly personMentions: readonly PersonMention[];
  readonly organizations: readonly Organization[];
  readonly organizationAt: ReadonlyMap<number, number>;
  /** The line that names who wrote it. */
  readonly byline: Span | null;
}

/** The people and organizations of an article, in this order; and who stays unnamed in it, by where phrases tell of them. */
export interface Entities {
  readonly named: readonly Entity[];
  readonly unnamed: readonly Entity[];
}

/** @param sources phrases beside quotes, which speak whatever their words. */
export function entitiesOf(
  ground: SourceGround,
  { people, personMentions, organizations, organizationAt, byline }: Named,
  sources: readonly Run[],
): Entities {
  const ofPeople = people.map(() => [] as Run[]);
  // Whoever wrote the article is nobody whom it speaks of.
  const isByline = ({ from }: Run) =>
    byline !== null && ground.tokens[from]!.start >= byline.start && ground.tokens[from]!.start < byline.end;
  for (const { person, titleFrom, from, to } of personMentions)
    if (!isByline({ from, to })) ofPeople[person]!.push({ from: titleFrom, to });
  const ofOrganizations = organizations.map(() => [] as Run[]);
  let last = -2;
  for (const [token, index] of organizationAt) {
    const runs = ofOrganizations[index]!;
    if (token === last + 1 && runs.at(-1)?.to === token) runs[runs.length - 1] = { from: runs.at(-1)!.from, to: token + 1 };
    else runs.push({ from: token, to: token + 1 });
    last = token;
  }
  const named = [
    ...people.map(({ gender }, index): Entity => ({ type: 'PERSON', index, gender, plural: false, mentions: ofPeople[index]! })),
    ...organizations.map(
      (_, index): Entity => ({ type: 'ORGANIZATION', index, gender: null, plural: false, mentions: ofOrganizations[index]! }),
    ),
  ];
  const phrases = unnamedIn(ground);
  const heads = new Set(phrases.map(({ mentions }) => mentions[0]!.to));
  const others = sources.flatMap((source) => (heads.has(source.to) ? [] : (unnamedSource(ground, source) ?? [])));
  return { named, unnamed: [...phrases, ...others].sort((a, b) => a.index - b.index) };
}

/** "Police", "aides to the mayor": a phrase that names nobody and takes up nobody. */
function unnamedSource({ tokens, parts, namedAt }: SourceGround, { from, to }: Run): Entity | null {
  if (/^(?:the|this|that|his|her|its|their)$/.test(tokens[from]!.lower) || parts[from] === PART.PRON) return null;
  let head = from;
  while (head + 1 < to && !/^(?:of|for|at|in|from|to|with|close|near)$/.test(tokens[head + 1]!.lower)) head++;
  if (parts[head] !== PART.NOUN || namedAt[head]) return null;
  const { lower } = tokens[head]!;
  return {
    type: 'UNNAMED',
    index: from,
    gender: genderOf(lower),
    plural: lower.endsWith('s') || lower === 'police',
    mentions: [{ from, to }],
  };
}

/** "A clerk", "two officials", where they are subjects in the narrator's words: whom a pronoun may take up instead of a name. */
function unnamedIn(ground: SourceGround): Entity[] {
  const { tokens, parts, quoted, namedAt } = ground;
  const entities: Entity[] = [];
  for (let at = 1; at + 1 < tokens.length; at++) {
    if (
      parts[at] !== PART.NOUN ||
      quoted[at] ||
      namedAt[at] ||
      namedAt[at + 1] ||
      parts[at + 1] === PART.NOUN ||
      parts[at + 1] === PART.PROPN
    )
      continue;
    const { lower } = tokens[at]!;
    const many = isPeople(lower);
    const singular = !many && isPersonNoun(lower);
    if (!singular && !many) continue;
    const from = openerOf(ground, at) ?? (singular ? null : pluralFrom(ground, at));
    if (from === null || parts[from - 1] === PART.ADP) continue;
    entities.push({ type: 'UNNAMED', index: from, gender: genderOf(lower), plural: !singular, mentions: [{ from, to: at + 1 }] });
  }
  return entities;
}

const PEOPLE = /^(?:people|police|men|women|staff|youth)$/;
/** Whether a noun is one for several people. */
export const isPeople = (lower: string) =>
  PEOPLE.test(lower) || (lower.endsWith('s') && (NOBODY.has(lower) || isPersonNoun(lower.slice(0, -1))));
const isPersonNoun = (lower: string) =>
  isTitle(lower) || NOBODY.has(lower) || /(?:man|woman|mother|father|brother|sister|daughter|son)$/.test(lower);
const genderOf = (lower: string) =>
  /(?:woman|mother|sister|daughter|girl|widow|actress)$/.test(lower) ? 'F' : /(?:man|father|brother|son|boy)$/.test(lower) ? 'M' : null;

/** Where "the researchers" begins, or "Scientists" that opens its sentence: "they" are more often these than a body named beside them. */
function pluralFrom({ tokens, parts, sentenceFrom }: SourceGround, head: number): number | null {
  const first = sentenceFrom[head]!;
  let from = head;
  while (from > first && head - from < 4 && (parts[from - 1] === PART.ADJ || parts[from - 1] === PART.NOUN)) from--;
  if (from > first && /^(?:the|these|those)$/.test(tokens[from - 1]!.lower)) from--;
  return from === first ? from : null;
}

/** Where a phrase with "a", "one", "two" begins: what has "the" is known already. */
function openerOf({ tokens, parts, namedAt }: SourceGround, head: number): number | null {
  let steps = 0;
  for (let at = head - 1; at >= 0 && ++steps < 5; at--) {
    // "A Ministry of Old Bridges official".
    while (namedAt[at] === NAMED.ORGANIZATION && namedAt[at - 1] === NAMED.ORGANIZATION) at--;
    if (/^(?:a|an|one|another|two|three|some|several|many)$/.test(tokens[at]!.lower)) return at;
    if (parts[at] !== PART.ADJ && parts[at] !== PART.NOUN && parts[at] !== PART.ADV && parts[at] !== PART.PROPN && tokens[at]!.text !== '-')
      return null;
  }
  return null;
}
