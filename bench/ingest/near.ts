import type { PrismaClient } from '../../src/db/generated/client.ts';
import { bandsOf, shinglesOf, similarityOf } from '../../src/shingles.ts';
import { readCandidates } from '../../src/store/read/similar.ts';
import { article } from '../articles.ts';
import { copyOf } from '../copies.ts';
import { random } from '../random.ts';

/** How many copies with so many words changed are found. */
export interface Recall {
  /** Share of the words that are changed. */
  readonly changed: number;
  /** Mean share of the runs of five words that copy and story share. */
  readonly similarity: number;
  /** Of those that share half and more, the share that has a band in common with the story. */
  readonly found: number;
}

/** Copies of generated stories, last paragraph cut, and how many of them their bands lead to. */
export function recall(count: number): Recall[] {
  const stories = Array.from({ length: count }, (_, i) => article(i).document.text);
  return [0.01, 0.02, 0.04, 0.08].map((changed) => {
    const pairs = stories.map((story, i) => {
      const copy = copyOf(story, random(i + 1), { changed, cut: true });
      const bands = new Set(bandsOf(story));
      return { similarity: similarityOf(shinglesOf(story), shinglesOf(copy)), found: bandsOf(copy).some((band) => bands.has(band)) };
    });
    const near = pairs.filter(({ similarity }) => similarity >= 0.5);
    return {
      changed,
      similarity: pairs.reduce((sum, pair) => sum + pair.similarity, 0) / count,
      found: near.filter(({ found }) => found).length / Math.max(near.length, 1),
    };
  });
}

/** Median milliseconds of asking for the near copies of twenty articles. */
export async function lookUp(client: PrismaClient): Promise<number> {
  const rows = await client.article.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 400 });
  const times: number[] = [];
  for (let from = 0; from + 20 <= rows.length; from += 20) {
    const started = performance.now();
    await readCandidates(
      client,
      rows.slice(from, from + 20).map(({ id }) => id),
    );
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
