import type { Table } from '../../model/table.ts';
import { lastAt } from '../../sorted.ts';
import { HONORIFICS } from '../lexicon/titles.ts';
import { withApposed } from '../sources/apposed.ts';
import type { SourceGround } from '../sources/ground.ts';
import type { Sourced } from '../sources/index.ts';
import { lineOf, spanOf, textOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { ofAge } from './age.ts';
import { isAnonymous } from './anonymous.ts';
import { readSource, type Source, type SourceNames } from './ask.ts';
import { ASKS, type Asks } from './asked.ts';
import type { Asked, Scene } from './candidates.ts';
import { chainTo } from './chain.ts';
import { type Confidence, likelihood } from './confidence.ts';
import { echoed } from './echo.ts';
import { type Entity, entitiesOf, type Named } from './entities.ts';
import { byEpithet } from './epithet.ts';
import { type Memory, SILENCE } from './memory.ts';
import type { ResolutionNeeds } from './needs.ts';
import { type Before, isAnother, whoAnswers, whoIsAsked } from './pronouns.ts';
import type { Alternative, Quote } from './quote.ts';
import { isRelative, relatedTo } from './relative.ts';
import { speakerSigns } from './signs.ts';
import type { SpeakerModel } from './speaker-model.ts';
import { whoTheyAre } from './they.ts';
import { afterwards, type Ranked, rankWho } from './who.ts';

/** The least share of a choice for which somebody is named. */
const SURE = 0.5;
/** The least share of an alternative, and how many are kept. */
const LIKELY = 0.05;
const MOST_ALTERNATIVES = 3;
/** How sure a surname is that two bear. */
const SURE_NAMESAKE = 0.7;
/** How sure it is at most whom "they" means: of nine named so in British news six were right, too few to learn from. */
const SURE_OF_THEM = 0.65;
/** How sure it is whom an age means. */
const SURE_OF_AGE = 0.85;
/** How sure it is that whom a question names answers it. */
const SURE_OF_ANSWER = 0.85;
/** How sure the words of a turn in a transcript are: too few are annotated to fit it, and 14 of 15 were right. */
const SURE_OF_TURN = 0.93;
/** How sure a name beside a quote is of being that of its speaker. */
const BY_NAME = 0.97;

/** Who is meant by a source, as far as it goes. */
interface Meant {
  readonly entity: Entity | null;
  readonly attribution: Quote['attribution'];
  readonly share: number;
  readonly ranked: readonly Ranked[];
  /** What its confidence is at most, where no article tells how sure it is. */
  readonly most?: number;
}

/** Resolves each quote's source, in reading order, to a person or an organization of the article; where that is unsure, to nobody. */
export function resolveByModel(needs: ResolutionNeeds, { who, confidence }: Pick<SpeakerModel, 'who' | 'confidence'>): Quote[] {
  const { sourceGround: ground, sourced, people, organizations } = needs;
  const entities = entitiesOf(
    ground,
    needs,
    sourced.flatMap(({ source }) => source ?? []),
  );
  const scene: Scene = { rules: needs, ground, people, organizations, entities };
  const names = sourceNamesOf(ground, needs);
  const answers: Meant = { entity: askedIn(needs, entities.named), attribution: 'ELLIPSIS', share: BY_NAME, ranked: [] };
  let memory: Memory = SILENCE;
  let before: Before | null = null;
  const quotes = sourced.map((quote): Quote => {
    const source = readSource(names, quote.source);
    const meant = quote.turn?.by === 'ANSWER' ? answers : meantBy(needs, scene, who, quote, source, memory, before);
    before = { quote, entity: meant.entity };
    const end = Math.max(quote.parts.at(-1)?.to ?? 0, quote.source?.to ?? 0, quote.cue?.to ?? 0);
    memory = afterwards(memory, meant.entity, end);
    return quoteOf(needs, confidence, quote, source, meant);
  });
  return echoed(needs.text, quotes);
}

/** What the reading of sources looks at in an article. */
export const sourceNamesOf = (ground: SourceGround, named: Named): SourceNames => ({
  ground,
  personMentions: named.personMentions,
  organizationAt: named.organizationAt,
  sharedSurnames: sharedSurnames(named),
});

/** The surnames that two or more people bear. */
function sharedSurnames({ people }: Named): ReadonlySet<string> {
  const surnames = people.flatMap(({ name, isFullName }) => (isFullName ? [name.slice(name.lastIndexOf(' ') + 1)] : []));
  return new Set(surnames.filter((surname, i) => surnames.indexOf(surname) !== i));
}

function meantBy(
  needs: ResolutionNeeds,
  scene: Scene,
  table: Table,
  quote: Sourced,
  source: Source,
  memory: Memory,
  before: Before | null,
): Meant {
  const { named, unnamed } = scene.entities;
  const certain = (entity: Entity | null, attribution: Quote['attribution']): Meant => ({
    entity,
    attribution,
    share: BY_NAME,
    ranked: [],
  });
  // A label in capitals that is nobody's name may look like an organization.
  if (quote.turn) {
    const { person } = quote.turn;
    const isFull = person !== null && quote.source !== null && isCalled(needs, quote.source, person);
    return person === null ? certain(null, 'UNNAMED') : certain(named[person]!, isFull ? 'NAME' : 'SURNAME');
  }
  switch (source.is) {
    case 'PERSON': {
      const { person, from, to } = source.mention;
      const full = to - from > 1 || !needs.people[person]!.isFullName;
      return certain(named[person]!, source.relative ? 'PRONOUN' : full && needs.people[person]!.isFullName ? 'NAME' : 'SURNAME');
    }
    case 'ORGANIZATION':
      return certain(named[needs.people.length + source.organization]!, source.relative ? 'PRONOUN' : 'ORGANIZATION');
    case 'UNNAMED':
      return certain(unnamed[lastAt(unnamed, quote.source!.to - 1, ({ index }) => index)] ?? null, 'UNNAMED');
  }
  const answers = whoAnswers(scene, quote, before);
  if (answers !== undefined) return { ...certain(answers, answers ? 'ELLIPSIS' : 'NONE'), share: answers ? SURE_OF_ANSWER : 0 };
  if (!source.source && goesOn(needs, quote, memory)) return { ...certain(memory.speaker, 'ELLIPSIS'), share: 0.9 };
  // "Families were told to boil their water": by nobody whom the text names.
  if (!source.source && (quote.cue || quote.kind === 'INDIRECT')) return certain(null, 'NONE');
  const at = source.source?.from ?? quote.parts[0]?.from ?? 0;
  const asked: Asked = { asks: source.asks, source: source.source, at, contents: quote.parts, audience: quote.audience };
  if (isAnonymous(scene, asked)) return certain(null, 'UNNAMED');
  if (source.asks === ASKS.THEY) {
    const they = whoTheyAre(scene, asked, memory);
    return { ...certain(they, waysOf(source.asks, they)), share: they ? SURE_OF_THEM : 0, most: SURE_OF_THEM };
  }
  const aged = ofAge(scene, asked, memory) ?? byEpithet(scene, asked, memory);
  if (aged) return { ...certain(aged, 'TITLE'), share: SURE_OF_AGE };
  const listener = whoIsAsked(scene, asked, before);
  if (listener) return { ...certain(listener, 'PRONOUN'), share: SURE_OF_ANSWER };
  const ranked = rankWho(table, scene, asked, memory);
  const [first] = ranked;
  if (source.asks === ASKS.NAMESAKE) return namesake(scene, source.source, ranked, memory);
  const likeliest = first && first.share >= SURE ? first.candidate.entity : null;
  const chosen = likeliest && isAnother(scene, quote, asked, likeliest, before) ? null : likeliest;
  return { entity: chosen, attribution: waysOf(source.asks, chosen), share: first?.share ?? 0, ranked };
}

/** Whether a label holds somebody's name in full. */
const isCalled = ({ people, sourceGround }: ResolutionNeeds, label: Run, person: number): boolean =>
  people[person]!.name.includes(' ') && textOf(sourceGround, label).toLowerCase().includes(people[person]!.name.toLowerCase());

/**
 * A surname that two bear is that of the only woman who was named, or man, if "Mrs" or "Mr" tells; of the one named last, if that one also spoke
 * last; else it stays open.
 */
function namesake({ ground }: Scene, source: Run | null, ranked: readonly Ranked[], { speaker }: Memory): Meant {
  const gender = source && HONORIFICS.get(ground.tokens[source.from]!.lower);
  const told = gender ? ranked.filter(({ candidate: { entity } }) => entity.gender === gender) : [];
  if (told.length === 1 && ranked.every(({ candidate: { entity } }) => entity.gender !== null))
    return { entity: told[0]!.candidate.entity, attribution: 'SURNAME', share: SURE_NAMESAKE, ranked };
  const last = ranked.reduce<Ranked | null>((best, one) => (best && best.candidate.last.from > one.candidate.last.from ? best : one), null);
  const chosen = last && last.candidate.entity === speaker ? speaker : null;
  return { entity: chosen, attribution: chosen ? 'SURNAME' : 'NONE', share: chosen ? SURE_NAMESAKE : 0, ranked };
}

/**
 * Whom an interview asks: of the people named before its first turn the one named most often; of two the one who is not there for whom they talk to,
 * "Ana Bell talks to Rob Wills".
 */
function askedIn({ people, sourced, sourceGround: { tokens } }: ResolutionNeeds, named: readonly Entity[]): Entity | null {
  const [first = 0] = sourced.flatMap(({ turn, parts: [part] }) => (turn && part ? [part.from] : []));
  const before = people.map((_, i) => named[i]!.mentions.filter(({ from }) => from < first));
  const most = Math.max(0, ...before.map((mentions) => mentions.length));
  const often = before.flatMap((mentions, i) => (mentions.length === most && most > 0 ? [i] : []));
  const subjects =
    often.length > 1 ? often.filter((i) => before[i]!.some(({ from }) => !/^(?:to|by|with)$/.test(tokens[from - 1]?.lower ?? ''))) : often;
  return subjects.length === 1 ? named[subjects[0]!]! : null;
}

/** Whether a quote without a source goes on where the last one ended: in the same paragraph, with at most a few words between. */
function goesOn(
  { text, sourceGround: { tokens, opensParagraph } }: ResolutionNeeds,
  { parts, cue }: Sourced,
  { speaker, end }: Memory,
): boolean {
  const start = parts[0]?.from;
  if (start === undefined || cue || !speaker || end === 0 || start < end) return false;
  for (let at = end; at <= start; at++) if (opensParagraph[at]) return false;
  return !/\p{Lu}\p{Ll}/u.test(text.slice(tokens[end - 1]!.end, tokens[start]!.start));
}

/** How a quote is attributed once its source, which is no surname, has been asked about. */
function waysOf(asks: Asks, entity: Entity | null): Quote['attribution'] {
  if (entity?.type === 'UNNAMED') return 'UNNAMED';
  switch (asks) {
    case ASKS.NOTHING:
      return entity ? 'ELLIPSIS' : 'NONE';
    case ASKS.ROLE:
      return entity ? 'TITLE' : 'UNNAMED';
    case ASKS.BODY:
    case ASKS.DOCUMENT:
      return entity ? 'ORGANIZATION' : 'UNNAMED';
    default:
      return entity ? 'PRONOUN' : 'NONE';
  }
}

function quoteOf(
  needs: ResolutionNeeds,
  confidence: Confidence,
  quote: Sourced,
  source: Source,
  { entity, attribution, share, ranked, most = 1 }: Meant,
): Quote {
  const { sourceGround: ground, headline } = needs;
  const { tokens } = ground;
  const named = entity && entity.type !== 'UNNAMED' ? entity : null;
  const spans = (run: Run | null) => (run ? [spanOf(tokens, run)] : []);
  const cue = quote.cue && isBeside(ground, quote.cue, quote.source ? [...quote.parts, quote.source] : quote.parts) ? quote.cue : null;
  const start = quote.content[0]!.start;
  const shares = ranked.map((one) => one.share);
  const signs = speakerSigns(attribution, share, shares);
  return {
    content: quote.content,
    kind: quote.kind,
    act: quote.act,
    region: headline && !quote.turn && start < headline.end ? 'HEADLINE' : 'BODY',
    cue: spans(cue),
    source: spans(quote.source && withApposed(ground, quote.source, cue, quote.parts)),
    audience: spans(quote.cue && !cue ? null : quote.audience),
    speaker: named?.type === 'PERSON' ? named.index : null,
    organization: named?.type === 'ORGANIZATION' ? named.index : null,
    attribution,
    chain: named ? chainTo(needs, named, quote.source, start) : [],
    confidence: quote.turn ? SURE_OF_TURN : likelihood(confidence.quotes, quote.signs),
    speakerSigns: signs,
    speakerConfidence: named ? Math.min(most, likelihood(confidence.speakers, signs)) : null,
    alternatives: alternativesOf(needs, ranked, named),
    sourceDescription: attribution === 'UNNAMED' ? describedAs(ground, quote.source, entity, source) : null,
  };
}

/** Whether a cue stands in the sentence of a quote or its source: one farther off reports something else, and tells only who is near. */
const isBeside = ({ sentenceAt }: SourceGround, cue: Run, runs: readonly Run[]): boolean =>
  runs.some(({ from, to }) => sentenceAt[from]! <= sentenceAt[cue.from]! && sentenceAt[cue.from]! <= sentenceAt[to - 1]!);

/** The words for somebody unnamed: the source's own, or those that a pronoun takes up. */
function describedAs(ground: SourceGround, source: Run | null, entity: Entity | null, { is }: Source): string | null {
  const { tokens } = ground;
  const run = is === 'ASKS' && entity ? entity.mentions[0]! : source && isRelative(ground, source) ? relatedTo(ground, source) : source;
  if (!run) return null;
  // "Whose office" is an office.
  const from = run.to - run.from > 1 && tokens[run.from]!.lower === 'whose' ? run.from + 1 : run.from;
  return lineOf(ground, { from, to: run.to });
}

function alternativesOf({ people, organizations }: ResolutionNeeds, ranked: readonly Ranked[], named: Entity | null): Alternative[] {
  return ranked
    .filter(({ candidate: { entity }, share }) => entity !== named && entity.type !== 'UNNAMED' && share >= LIKELY)
    .slice(0, MOST_ALTERNATIVES)
    .map(({ candidate: { entity }, share }) => ({
      name: (entity.type === 'PERSON' ? people : organizations)[entity.index]!.name,
      confidence: rounded(share),
      speaker: entity.type === 'PERSON' ? entity.index : null,
      organization: entity.type === 'ORGANIZATION' ? entity.index : null,
    }));
}

const rounded = (share: number) => Math.round(share * 100) / 100;
