import { lastAt } from '../../sorted.ts';
import { KINDS_OF, ORGANIZATION_ENDINGS } from '../lexicon/organizations.ts';
import { isCalled, suits } from '../names/called.ts';
import type { Organization } from '../names/organizations.ts';
import type { Person } from '../names/people.ts';
import { titleWords } from '../names/roles/role.ts';
import type { SourceGround } from '../sources/ground.ts';
import { firstFrom } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { ASKS, type Asks } from './asked.ts';
import { isOnlyEmployer, mayBeCalled } from './bodies.ts';
import type { Entities, Entity } from './entities.ts';
import { isHeld, type ReferenceGround } from './references.ts';

/** A source that is no full name, or the lack of one. */
export interface Asked {
  readonly asks: Asks;
  readonly source: Run | null;
  /** The token that asks: where the source begins, or the content of a quote without one. */
  readonly at: number;
  readonly contents: readonly Run[];
  readonly audience: Run | null;
}

/** Who may be meant. */
export interface Candidate {
  readonly entity: Entity;
  /** Its last mention before the source, and the last one in the narrator's own words. */
  readonly last: Run;
  readonly lastTold: Run | null;
  /** How well what the text says of it agrees with the source's words: from 0 to 3. */
  readonly fit: number;
}

/** What the choice looks at. */
export interface Scene {
  /** The article as the rules see it. */
  readonly rules: ReferenceGround;
  readonly ground: SourceGround;
  readonly people: readonly Person[];
  readonly organizations: readonly Organization[];
  readonly entities: Entities;
}

/** Sentences back that are searched for whom a pronoun means; a role may be far. */
const NEAR = 10;
/** Candidates of one source, at most: the nearest. */
const MOST = 24;

/** Tokens back that are searched for somebody unnamed. */
const NEAR_TOKENS = 400;

/** Everybody whom a source may mean, the last named first. @param previous who spoke last, wherever that was. */
export function candidatesFor(scene: Scene, asked: Asked, previous: Entity | null): Candidate[] {
  const { ground, entities } = scene;
  const { sentenceAt } = ground;
  const candidates: Candidate[] = [];
  const nearest = asked.asks === ASKS.BODY ? inSentence(scene, asked) : null;
  for (const entity of [...entities.named, ...nearUnnamed(entities.unnamed, asked.at)]) {
    const before = firstFrom(entity.mentions, asked.at);
    const last = entity.mentions[before - 1];
    if (!last || last.to > asked.at || !mayBe(entity, asked.asks) || hears(entity, asked.audience) || isTold(scene, entity, asked))
      continue;
    const fit = fitOf(scene, entity, asked);
    if (needsFit(asked.asks) && fit === 0 && !(entity === previous && mayGoOn(scene, entity, asked))) continue;
    if (asked.asks === ASKS.BODY && fit < NAMED_SO && !((nearest === null || entity === nearest) && isBody(scene, entity, asked, before)))
      continue;
    if (!needsFit(asked.asks) && entity !== previous && sentenceAt[asked.at]! - sentenceAt[last.from]! > NEAR) continue;
    candidates.push({ entity, last, lastTold: lastTold(ground, entity.mentions, before), fit });
  }
  return withoutLoose(scene, asked, candidates)
    .sort((a, b) => b.last.from - a.last.from || a.entity.index - b.entity.index)
    .slice(0, MOST);
}

/** "The official" is no minister whom nothing calls an official where the article tells of "a senior official" who stays unnamed. */
function withoutLoose({ ground, people }: Scene, { asks, source }: Asked, candidates: readonly Candidate[]): Candidate[] {
  if (asks !== ASKS.ROLE || !source || !candidates.some(({ entity, fit }) => entity.type === 'UNNAMED' && fit === NAMED_SO))
    return [...candidates];
  const head = ground.tokens[source.to - 1]!.lower;
  return candidates.filter(
    ({ entity: { type, index } }) => type !== 'PERSON' || people[index]!.roles.some((role) => titleWords(role).includes(head)),
  );
}

/** The fit of what is called so by name or title. */
const NAMED_SO = 3;

/** Whether an article lets an organization be called by the word that heads a source. */
function isBody({ ground, organizations }: Scene, { index, mentions }: Entity, { source }: Asked, before: number): boolean {
  if (!source) return true;
  const known = mentions.slice(0, before);
  return mayBeCalled(ground, organizations[index]!, known, ground.tokens[source.to - 1]!.lower) && !isOnlyEmployer(ground, known);
}

/** The only organization that a sentence names before a source that is a body in it, "Brandt" of "Brandt fell after the company warned". */
function inSentence({ ground, entities }: Scene, { at, contents }: Asked): Entity | null {
  const from = ground.sentenceFrom[at]!;
  // What it says of others tells nothing of who it is.
  if (contents.some((run) => run.from < at && run.to > from)) return null;
  let found: Entity | null = null;
  for (const entity of entities.named) {
    if (entity.type !== 'ORGANIZATION') continue;
    const mention = entity.mentions[firstFrom(entity.mentions, from)];
    if (!mention || mention.to > at) continue;
    if (found) return null;
    found = entity;
  }
  return found;
}

/** Whether somebody is whom it was told to: in "he told Bell" he is not Bell. */
function hears({ mentions }: Entity, audience: Run | null): boolean {
  const mention = audience && mentions[firstFrom(mentions, audience.from)];
  return mention !== null && mention !== undefined && mention.to <= audience!.to;
}

/**
 * Whether the words name somebody by surname: of 410 speakers in the own articles none does so, but for "I, Ana Bell" and "my name is Ana
 * Bell".
 */
function isTold({ ground: { tokens }, people }: Scene, { type, index, mentions }: Entity, { contents }: Asked): boolean {
  if (type !== 'PERSON' || !people[index]!.isFullName) return false;
  const surname = people[index]!.name.slice(people[index]!.name.lastIndexOf(' ') + 1);
  return contents.some(({ from, to }) => {
    for (let i = firstFrom(mentions, from); i < mentions.length && mentions[i]!.to <= to; i++) {
      const mention = mentions[i]!;
      const isOwn =
        /^(?:is|am|['’]m|i)$/.test(tokens[mention.from - 1]?.lower ?? '') ||
        (tokens[mention.from - 1]?.lower === ',' && tokens[mention.from - 2]?.lower === 'i');
      if (tokens[mention.to - 1]!.text === surname && !isOwn) return true;
    }
    return false;
  });
}

/** Whether words that do not fit whoever spoke last may still mean them: "the statement" does, "the council" not an institute. */
function mayGoOn({ ground, organizations }: Scene, { type, index }: Entity, { asks, source }: Asked): boolean {
  if (asks !== ASKS.BODY || !source || type !== 'ORGANIZATION') return asks !== ASKS.ROLE && asks !== ASKS.NAMESAKE;
  const { lower } = ground.tokens[source.to - 1]!;
  const { kind, name } = organizations[index]!;
  // "The bank" is no party, whoever spoke last.
  const kinds = KINDS_OF.get(lower);
  if (kind !== null && kinds && !kinds.includes(kind)) return false;
  const own = name.split(' ');
  const says = own.some((word) => ORGANIZATION_ENDINGS.has(word)) && !own.some((word) => word.toLowerCase() === lower);
  return !(says && ONLY_BY_NAME.has(lower));
}

/** Bodies whose names say that they are. */
const ONLY_BY_NAME: ReadonlySet<string> = new Set(
  'academy assembly board church city college commission committee council court hospital institute ministry parish parliament school senate university'.split(
    ' ',
  ),
);

function nearUnnamed(unnamed: readonly Entity[], at: number): Entity[] {
  const near: Entity[] = [];
  for (let i = lastAt(unnamed, at - 1, ({ index }) => index); i >= 0 && unnamed[i]!.index > at - NEAR_TOKENS; i--) near.push(unnamed[i]!);
  return near;
}

const needsFit = (asks: Asks) => asks === ASKS.ROLE || asks === ASKS.BODY || asks === ASKS.DOCUMENT || asks === ASKS.NAMESAKE;

/** Whether gender, number and sort allow an entity to be meant. */
function mayBe({ type, gender, plural }: Entity, asks: Asks): boolean {
  switch (asks) {
    case ASKS.HE:
      return type !== 'ORGANIZATION' && gender !== 'F' && !plural;
    case ASKS.SHE:
      return type !== 'ORGANIZATION' && gender !== 'M' && !plural;
    case ASKS.IT:
    case ASKS.BODY:
    case ASKS.DOCUMENT:
      return type === 'ORGANIZATION';
    case ASKS.ROLE:
      return type !== 'ORGANIZATION';
    case ASKS.NAMESAKE:
      return type === 'PERSON';
    case ASKS.NOTHING:
      return true;
    default:
      return false;
  }
}

/** Mentions back that are looked at for one outside quotation marks. */
const BACK = 12;

function lastTold({ quoted }: SourceGround, mentions: readonly Run[], before: number): Run | null {
  for (let i = before - 1; i >= Math.max(0, before - BACK); i--) if (!quoted[mentions[i]!.from]) return mentions[i]!;
  return null;
}

function fitOf({ ground, people, organizations }: Scene, { type, index, mentions }: Entity, { asks, source }: Asked): number {
  if (!source || !needsFit(asks)) return 0;
  const words = ground.tokens.slice(source.from, source.to);
  const definite = /^(?:the|this|that)$/.test(words[0]!.lower) ? words.slice(1) : words;
  if (asks === ASKS.NAMESAKE) return people[index]!.isFullName && people[index]!.name.endsWith(` ${nameIn(words)}`) ? 3 : 0;
  if (type === 'UNNAMED')
    return mentions[0]!.to - 1 < source.from && ground.tokens[mentions[0]!.to - 1]!.lower === words.at(-1)!.lower ? 3 : 0;
  if (type === 'ORGANIZATION') {
    if (definite.length === 0) return 0;
    if (isCalled(definite, organizations[index]!)) return 3;
    return definite.length > 1 ? 0 : suits(definite[0]!.lower, organizations[index]!);
  }
  const { roles } = people[index]!;
  return roles.some((role) => isHeld(definite, role)) ? (roles.some(({ title }) => sameWords(title, definite)) ? 3 : 2) : 0;
}

/** The name in "Mr. van der Aalst": from the first particle or capital behind the title. */
const nameIn = (words: readonly { text: string; lower: string }[]) =>
  words
    .filter(({ lower }) => !/^(?:mr|mrs|ms|miss|dr|sir|dame)\.?$|^\.$/.test(lower))
    .map(({ text }) => text)
    .join(' ');

const sameWords = (title: string, words: readonly { lower: string }[]) => title.toLowerCase() === words.map(({ lower }) => lower).join(' ');
