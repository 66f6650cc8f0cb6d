import { join } from 'node:path';
import { projectRoot } from '../paths.ts';
import type { NameType } from '../pipeline/names/model/labels.ts';
import { readJsonLines } from './json-lines.ts';
import { readSamples } from './marked.ts';
import type { MarkedName, NamedArticle } from './named-article.ts';
import { repaired } from './repair.ts';

/** What a program marked counts half. */
const SILVER_WEIGHT = 0.5;

const TYPES: Readonly<Record<string, NameType>> = { PER: 'PERSON', ORG: 'ORGANIZATION', LOC: 'PLACE', MISC: 'OTHER' };

interface Line {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

const marks = ({ entities }: Pick<Line, 'entities'>): MarkedName[] =>
  entities.flatMap(({ start, end, type }) => (TYPES[type] ? [{ start, end, type: TYPES[type] }] : [])).sort((a, b) => a.start - b.start);

/** WikiGold, marked by hand. */
export const readWikiGold = (data: string): NamedArticle[] =>
  readJsonLines<Line>(join(data, 'train/wikigold.jsonl.gz')).map((line) => ({
    id: line.id,
    text: line.text,
    names: marks(line),
    weight: 1,
  }));

/** PolNeAR's train split with the names that a program found, put right where the articles themselves show it wrong. */
export function readSilver(data: string): NamedArticle[] {
  const texts = new Map(readJsonLines<Line>(join(data, 'eval/polnear-train.jsonl.gz')).map(({ id, text }) => [id, text]));
  const lines = readJsonLines<Line>(join(data, 'train/polnear-train-names-silver.jsonl.gz'));
  return repaired(
    lines.flatMap((line) => {
      const text = texts.get(line.id);
      return text === undefined ? [] : [{ id: line.id, text, names: marks(line), weight: SILVER_WEIGHT }];
    }),
  );
}

const GOLD_TYPES = { PERSON: 'PERSON', ORGANIZATION: 'ORGANIZATION', PLACE: 'PLACE', DOCUMENT: 'OTHER' } as const;

/** The articles of fiction of this project, marked by hand. */
export const readNamedSamples = (): NamedArticle[] =>
  readSamples(join(projectRoot, 'samples/train')).map(({ id, text, gold }) => ({
    id,
    text,
    names: gold!.mentions.flatMap(({ start, end, type, isName }) => (isName ? [{ start, end, type: GOLD_TYPES[type] }] : [])),
    weight: 1,
  }));
