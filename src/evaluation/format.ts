import { z } from 'zod';

const pair = z.tuple([z.number().int().min(0), z.number().int().min(0)]);
const pairs = z.array(pair);
const entity = z.object({ start: z.number().int(), end: z.number().int(), type: z.string() });

/** What a text calls a person. */
const goldRole = z.object({ span: pair, person: z.string(), organization: z.string().nullish() });

/** A quote of a gold file. */
const goldQuote = z.object({
  content: pairs,
  source: pairs.default([]),
  kind: z.string(),
  sourceText: z.string().default(''),
  sourceKind: z.string().nullish(),
  /** False for beliefs, plans and findings. */
  speech: z.boolean().nullish(),
  /** Neither asked for nor held against anyone. */
  ignore: z.boolean().nullish(),
  speakerName: z.string().nullish(),
  speakerAliases: z.array(z.string()).nullish(),
  /** There, whatever it holds, in files whose names come from coreference: without a `speakerName` the article names nobody. */
  speakerChain: z.unknown().optional(),
});

/** A line of a gold file: an article with its quotes, its names, its roles, or some of these. */
const goldArticle = z.object({
  id: z.string(),
  text: z.string(),
  quotes: z.array(goldQuote).optional(),
  entities: z.array(entity).optional(),
  roles: z.array(goldRole).optional(),
});

/** A predicted name; of a person, with what the text calls it. */
const predictedEntity = entity.extend({
  name: z.string().nullish(),
  roles: z.array(z.object({ span: pair, organization: z.string().nullish() })).default([]),
});

const predictedQuote = z.object({
  content: pairs.default([]),
  /** The words, where `content` gives no place for them. */
  text: z.string().optional(),
  kind: z.string().optional(),
  act: z.string().optional(),
  sourceSpans: pairs.default([]),
  speakerName: z.string().nullish(),
  /** From 0 to 1, where it says how sure it is. */
  confidence: z.number().optional(),
});

/** A line of a prediction file: what was found in the gold article of that id. */
const predictedArticle = z.object({
  id: z.string(),
  quotes: z.array(predictedQuote).default([]),
  entities: z.array(predictedEntity).default([]),
});

export type GoldArticle = z.infer<typeof goldArticle>;
export type GoldRole = z.infer<typeof goldRole>;
export type GoldQuote = z.infer<typeof goldQuote>;
export type PredictedArticle = z.infer<typeof predictedArticle>;
export type PredictedQuote = z.infer<typeof predictedQuote>;

/**
 * A gold article from its line.
 * @throws ZodError where it is none.
 */
export const toGold = (line: unknown): GoldArticle => goldArticle.parse(line);

/**
 * A prediction from its line.
 * @throws ZodError where it is none.
 */
export const toPredicted = (line: unknown): PredictedArticle => predictedArticle.parse(line);
