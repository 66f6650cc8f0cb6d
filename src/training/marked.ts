import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toEvaluation } from '../gold/evaluation.ts';
import { type GoldArticle, parseGold } from '../gold/markup.ts';
import { projectRoot } from '../paths.ts';
import type { Span } from '../span.ts';
import { readJsonLines } from './json-lines.ts';

type Pair = readonly [start: number, end: number];

/** A quote as people marked it. */
export interface MarkedQuote {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly audience: readonly Span[];
  readonly act: 'SPEECH' | 'ATTITUDE';
  readonly kind: 'DIRECT' | 'INDIRECT' | 'MIXED';
  /** Who it is, the same for two quotes of one; null where the article does not say, or nobody marked it. */
  readonly speakerKey: string | null;
}

/** An article with the quotes that people marked in it. */
export interface MarkedArticle {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly MarkedQuote[];
  /** The article as marked in this project, with its names; null for those of others, in which no names are marked. */
  readonly gold: GoldArticle | null;
}

/** The articles of a file in the evaluation format; none where there is no such file. */
export const readMarked = (file: string): MarkedArticle[] => readJsonLines<Line>(file).map((line) => markedFrom(line, null));

/** The articles of a folder of samples, by name. */
export const readSamples = (folder: string): MarkedArticle[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.gold'))
    .sort()
    .map((file) => parseGold(file, readFileSync(join(folder, file), 'utf8')))
    .map((gold) => markedFrom(toEvaluation(gold), gold));

/** The articles that quotes and speakers are learned from: PolNeAR's train split, where it may be used, and the project's own samples. */
export function markedArticles({ data, open }: { readonly data: string; readonly open: boolean }): MarkedArticle[] {
  const polnear = open ? [] : readMarked(join(data, 'eval/polnear-train.jsonl.gz'));
  return [...polnear, ...readSamples(join(projectRoot, 'samples/train'))];
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly {
    readonly content: readonly Pair[];
    readonly cue?: readonly Pair[];
    readonly source?: readonly Pair[];
    readonly audience?: readonly Pair[];
    readonly speech?: boolean;
    readonly kind: 'direct' | 'indirect' | 'mixed';
  }[];
}

const spansOf = (pairs: readonly Pair[] = []): Span[] => pairs.map(([start, end]) => ({ start, end }));

const markedFrom = ({ id, text, quotes }: Line, gold: GoldArticle | null): MarkedArticle => ({
  id,
  text,
  gold,
  quotes: quotes.map(({ content, cue, source, audience, speech, kind }, i) => ({
    content: spansOf(content),
    cue: spansOf(cue),
    source: spansOf(source),
    audience: spansOf(audience),
    act: speech === false ? 'ATTITUDE' : 'SPEECH',
    kind: kind.toUpperCase() as MarkedQuote['kind'],
    speakerKey: gold?.quotes[i]?.speakerKey ?? null,
  })),
});
