import { listsOf, sequenceOf } from '../model/sequence.ts';
import type { Table } from '../model/table.ts';
import type { AnnotatedDocument } from '../pipeline/index.ts';
import { readSource } from '../pipeline/resolution/ask.ts';
import { sourceNamesOf } from '../pipeline/resolution/by-model.ts';
import { type Asked, candidatesFor, type Scene } from '../pipeline/resolution/candidates.ts';
import { type Entities, type Entity, entitiesOf } from '../pipeline/resolution/entities.ts';
import { describeWho } from '../pipeline/resolution/features.ts';
import { SILENCE } from '../pipeline/resolution/memory.ts';
import { afterwards } from '../pipeline/resolution/who.ts';
import { groundOf } from '../pipeline/sources/ground.ts';
import { runsOver } from '../pipeline/words/positions.ts';
import { overlap, type Span } from '../span.ts';
import type { MarkedArticle, MarkedQuote } from './marked.ts';
import { type Choice, type RankerOptions, trainRanker } from './ranker.ts';

export const SPEAKER_OPTIONS: RankerOptions = { epochs: 20, rate: 0.1, dropout: 0.4, average: 10, minCount: 1, prune: 0.01, seed: 11 };

/** Learns from articles with names marked by hand whom pronouns, roles and silence mean. */
export const trainWho = (lessons: readonly (readonly Choice[])[], options: RankerOptions = SPEAKER_OPTIONS): Table =>
  trainRanker(lessons.flat(), options);

/** The choices that one article's quotes ask for, in reading order, each knowing who spoke before. */
export function whoLessons(found: AnnotatedDocument, article: MarkedArticle): Choice[] {
  const ground = groundOf(found);
  const { tokens } = found;
  const quotes = article.quotes.map((quote) => ({
    quote,
    parts: runsOver(tokens, quote.content),
    source: runsOver(tokens, quote.source)[0] ?? null,
    cue: runsOver(tokens, quote.cue)[0] ?? null,
    audience: runsOver(tokens, quote.audience)[0] ?? null,
  }));
  const entities = entitiesOf(
    ground,
    found,
    quotes.flatMap(({ source }) => source ?? []),
  );
  const scene: Scene = { rules: found, ground, people: found.people, organizations: found.organizations, entities };
  const names = sourceNamesOf(ground, found);
  const meant = whoIsMeant(found, article, entities);
  let memory = SILENCE;
  return quotes.flatMap(({ quote, parts, source, cue, audience }) => {
    const speaker = meant(quote, source?.to ?? null);
    const before = memory;
    memory = afterwards(memory, speaker, Math.max(parts.at(-1)?.to ?? 0, source?.to ?? 0, cue?.to ?? 0));
    const read = readSource(names, source);
    if (read.is !== 'ASKS' || (!source && (cue || quote.kind === 'INDIRECT'))) return [];
    const at = read.source?.from ?? parts[0]?.from ?? 0;
    const asked: Asked = { asks: read.asks, source: read.source, at, contents: parts, audience };
    const candidates = candidatesFor(scene, asked, before.speaker);
    if (candidates.length === 0) return [];
    const right = candidates.findIndex(({ entity }) => entity === speaker);
    const described = listsOf(sequenceOf((writer) => describeWho(scene, asked, candidates, before, writer)));
    return [{ candidates: described, right: right < 0 ? candidates.length : right }];
  });
}

/** The entity that a marked speaker is: the one most of whose spans lie in the speaker's names; for one without a name, its first phrase. */
function whoIsMeant(found: AnnotatedDocument, { gold }: MarkedArticle, { named, unnamed }: Entities) {
  const spansOf = ({ type, index }: Entity): readonly Span[] => (type === 'PERSON' ? found.people : found.organizations)[index]!.spans;
  const byKey = new Map<string, Entity>();
  for (const key of new Set(gold?.mentions.map((mention) => mention.key))) {
    const names = gold!.mentions.filter((mention) => mention.key === key && mention.isName);
    const touched = (entity: Entity) => spansOf(entity).filter((span) => names.some((name) => overlap(span, name)));
    const best = named.toSorted((a, b) => touched(b).length - touched(a).length)[0];
    if (best && touched(best).length > 0) byKey.set(key, best);
  }
  return ({ speakerKey }: MarkedQuote, sourceEnd: number | null): Entity | null => {
    const known = speakerKey === null ? undefined : byKey.get(speakerKey);
    if (known) return known;
    const phrase = sourceEnd === null ? undefined : unnamed.find(({ mentions }) => mentions[0]!.to === sourceEnd);
    if (phrase && speakerKey !== null) byKey.set(speakerKey, phrase);
    return phrase ?? null;
  };
}
