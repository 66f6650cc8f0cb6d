import { shinglesOf, similarityOf } from '../shingles.ts';
import { type Body, readBodies, readCandidates } from '../store/read/similar.ts';
import { batched } from './batched.ts';
import { builder } from './builder.ts';
import { badInput } from './errors.ts';
import { Article } from './nouns.ts';

/** Runs of five words that two articles share of all that they have, at least: below, they have sentences in common rather than a source. */
const LEAST = 0.5;

/** Articles that are listed unasked, and at most. */
const LISTED = 10;
const MAX_LISTED = 50;

/** An article that is nearly the same as another. */
interface Similar {
  readonly id: string;
  readonly sortAt: Date;
  readonly similarity: number;
}

const SimilarArticle = builder.objectRef<Similar>('SimilarArticle').implement({
  description: 'An article whose running text is nearly that of another: the same wire story with small edits, cut or in another paper.',
  fields: (t) => ({
    article: t.field({
      type: Article,
      description: 'The other one, with all that was found in it.',
      resolve: ({ id }) => ({ id }) as never,
    }),
    similarity: t.float({
      description: `Of all runs of five words in the two running texts the share that stands in both, from ${LEAST} to 1; letter case and punctuation aside. 1 where only these, the headline or the dateline differ.`,
      resolve: ({ similarity }) => Math.round(similarity * 100) / 100,
    }),
  }),
});

/** All near copies of an article, the nearest first, then the earliest. */
const similarTo = batched<string, Similar[]>(async (db, ids) => {
  const candidates = await readCandidates(db, ids);
  if (candidates.size === 0) return ids.map(() => []);
  const bodies = await readBodies(db, [...new Set([...candidates].flatMap(([id, near]) => [id, ...near]))]);
  const shingles = new Map<string, ReadonlySet<number>>();
  const shinglesAt = ({ id, body }: Body) => {
    const known = shingles.get(id) ?? shinglesOf(body);
    shingles.set(id, known);
    return known;
  };
  return ids.map((id) => {
    const own = bodies.get(id);
    if (!own) return [];
    return (candidates.get(id) ?? [])
      .flatMap((other) => bodies.get(other) ?? [])
      .map((other) => ({ id: other.id, sortAt: other.sortAt, similarity: similarityOf(shinglesAt(own), shinglesAt(other)) }))
      .filter(({ similarity }) => similarity >= LEAST)
      .sort((a, b) => b.similarity - a.similarity || a.sortAt.getTime() - b.sortAt.getTime() || (a.id < b.id ? -1 : 1));
  });
});

builder.prismaObjectField(Article, 'similar', (t) =>
  t.field({
    type: [SimilarArticle],
    description:
      'Current articles whose running text is nearly the same, the nearest first: copies of a wire story with small edits. The very same text read from two places is one article with two `origins`.',
    args: { first: t.arg.int({ defaultValue: LISTED, description: `How many, from 0 to ${MAX_LISTED}.` }) },
    select: { id: true },
    resolve: async ({ id }, { first }, context) => {
      const count = first ?? LISTED;
      if (count < 0 || count > MAX_LISTED) throw badInput('first', `${count} is not between 0 and ${MAX_LISTED}`);
      return (await similarTo(context, id)).slice(0, count);
    },
  }),
);
