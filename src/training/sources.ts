import { listsOf, sequenceOf } from '../model/sequence.ts';
import type { SourceModel } from '../pipeline/sources/choose.ts';
import { describe } from '../pipeline/sources/describe.ts';
import { NAMED, type SourceGround } from '../pipeline/sources/ground.ts';
import { listen, type QuoteNeeds } from '../pipeline/sources/index.ts';
import type { Mention, MentionGround } from '../pipeline/sources/mentions.ts';
import { type Heads, type Heard, questionOf } from '../pipeline/sources/question.ts';
import { describeReaches, reachesOf, stops } from '../pipeline/sources/reach.ts';
import { runsOver } from '../pipeline/words/positions.ts';
import type { Run } from '../pipeline/words/runs.ts';
import type { MarkedQuote } from './marked.ts';
import { type Choice, type RankerOptions, trainRanker } from './ranker.ts';

/** An article read by the pipeline, quotes and all, with the quotes that people marked in it. */
export interface Lesson {
  readonly needs: QuoteNeeds;
  readonly quotes: readonly Pick<MarkedQuote, 'content' | 'cue' | 'source'>[];
}

type Options = Omit<RankerOptions, 'progress'>;

export const SOURCE_OPTIONS: Options = { epochs: 6, rate: 0.08, dropout: 0.2, average: 3, minCount: 2, prune: 0.02, seed: 7 };

/** Learns from marked articles which mention is a quote's source, and how far it reaches. */
export function trainSources(lessons: readonly SourceLessons[], options: Options = SOURCE_OPTIONS): SourceModel {
  return {
    candidates: trainRanker(
      lessons.flatMap(({ candidates }) => candidates),
      options,
    ),
    reaches: trainRanker(
      lessons.flatMap(({ reaches }) => reaches),
      options,
    ),
  };
}

/** The choices that one article's quotes ask for. */
export interface SourceLessons {
  readonly candidates: readonly Choice[];
  readonly reaches: readonly Choice[];
}

export function lessonsOf({ needs, quotes }: Lesson): SourceLessons {
  const { ground, heads, heard } = listen(needs);
  const marked = quotes.map(({ content, source }) => ({
    parts: runsOver(ground.tokens, content),
    source: runsOver(ground.tokens, source),
  }));
  const lessons = heard.flatMap((quote) => {
    const own = closest(quote.parts, marked);
    return own ? [lessonOf(ground, heads, quote, own.source)] : [];
  });
  return { candidates: lessons.flatMap(({ candidate }) => candidate ?? []), reaches: lessons.flatMap(({ reach }) => reach ?? []) };
}

/** The marked quote that shares half of its words with a found one, and the most of all. */
function closest<Marked extends { readonly parts: readonly Run[] }>(found: readonly Run[], marked: readonly Marked[]): Marked | null {
  let [best, most]: [Marked | null, number] = [null, 0.5];
  const size = (runs: readonly Run[]) => runs.reduce((sum, { from, to }) => sum + to - from, 0);
  for (const one of marked) {
    const shared = one.parts.reduce((sum, part) => sum + common(part, found), 0);
    const share = shared === 0 ? 0 : shared / (size(one.parts) + size(found) - shared);
    if (share >= most) [best, most] = [one, share];
  }
  return best;
}

function lessonOf(ground: MentionGround, heads: Heads, heard: Heard, source: readonly Run[]) {
  const question = questionOf(ground, heads, heard);
  const { candidates } = question;
  const right = source.length > 0 ? rightOf(ground, candidates, source) : null;
  if (source.length > 0 && !right) return { candidate: null, reach: null };
  const described = listsOf(sequenceOf((writer) => describe(ground, heads, question, writer)));
  // Others that touch the source are neither right nor wrong.
  const kept = described.flatMap((_, i) =>
    i === candidates.length || candidates[i] === right || !source.some((run) => overlap(run, candidates[i]!) > 0) ? [i] : [],
  );
  const candidate = {
    candidates: kept.map((i) => described[i]!),
    right: kept.indexOf(right ? candidates.indexOf(right) : candidates.length),
  };
  if (!right) return { candidate, reach: null };
  const wanted = shortest(ground, source[0]!, right);
  const reaches = reachesOf(ground, question, right);
  const at = reaches.findIndex(({ from, to }) => from === wanted.from && to === wanted.to);
  const lists = () => listsOf(sequenceOf((writer) => describeReaches(ground, heads, question, right, reaches, writer)));
  return { candidate, reach: at < 0 ? null : { candidates: lists(), right: at } };
}

/** The marked source without what the shortest mention leaves out: clauses, appositions, the owner's ’s. */
function shortest(ground: SourceGround, source: Run, mention: Run): Run {
  let to = Math.max(mention.from + 1, source.from + 1);
  while (to < source.to && !stops(ground, to) && !/^['’]s?$/.test(ground.tokens[to]!.text)) to++;
  // "the campaign of Bell's rival": an owner inside the phrase ends nothing.
  if (to < source.to - 1 && /^['’]s?$/.test(ground.tokens[to]!.text)) while (to < source.to && !stops(ground, to)) to++;
  let from = mention.from;
  while (from > source.from && !stops(ground, from - 1)) from--;
  return { from: mention.from < source.from ? source.from : from, to };
}

/** The mention that a marked source begins with: the first that begins inside it, else the one that covers most of it. */
function rightOf(ground: SourceGround, candidates: readonly Mention[], source: readonly Run[]): Mention | null {
  const [first] = source;
  const touching = candidates.filter((mention) => source.some((run) => overlap(run, mention) > 0));
  const covering = touching.toSorted((a, b) => common(b, source) - common(a, source))[0];
  if (!covering || (covering.from < first!.from && covering.to >= first!.to)) return covering ?? null;
  const within = ({ to }: Run) => (to <= first!.to ? to : 0);
  const inside = touching.filter(({ from }) => from >= first!.from).sort((a, b) => a.from - b.from || within(b) - within(a));
  return inside[0] ? (nameBehind(ground, inside, source) ?? inside[0]) : covering;
}

/** "Ana Bell" of "the mayor, Ana Bell,": who is named, rather than what they are called before. */
function nameBehind({ tokens, namedAt }: SourceGround, [first, ...others]: readonly Mention[], [source]: readonly Run[]): Mention | null {
  const named = (at: number) => namedAt[at] === NAMED.PERSON;
  if (!first || named(first.to - 1) || tokens[first.to]?.text !== ',') return null;
  const name = others.find(({ from, to }) => from === first.to + 1 && to <= source!.to && named(to - 1));
  return name && (name.to === source!.to || tokens[name.to]!.text === ',') ? name : null;
}

const overlap = (a: Run, b: Run) => Math.min(a.to, b.to) - Math.max(a.from, b.from);
/** How many tokens a range shares with others. */
const common = (mention: Run, source: readonly Run[]) => source.reduce((sum, run) => sum + Math.max(0, overlap(run, mention)), 0);
