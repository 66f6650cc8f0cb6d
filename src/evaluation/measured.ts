import { toExtracted } from '../extraction/extracted.ts';
import { toEvaluation } from '../gold/evaluation.ts';
import { organizationKey, speakerKey } from '../linking/keys.ts';
import { readModels } from '../models.ts';
import { type AnnotatedDocument, annotate } from '../pipeline/index.ts';
import type { MarkedArticle } from '../training/marked.ts';
import { type GoldArticle, type PredictedArticle, toGold, toPredicted } from './format.ts';
import { type Interval, intervals, intervalsOf } from './intervals.ts';
import { countLinks, type LinkedArticle, linkRates } from './linking.ts';
import { type Bin, binsOf, calibrationError, judgedQuotes } from './reliability.ts';
import { type ArticleScore, type Scope, scoreArticle } from './score.ts';
import { countSpeakers, speakerShares } from './speakers.ts';

/** One figure of the report, with the bounds between which it lies in 95 of 100 draws of articles. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** On what it was measured. */
  readonly data: string;
}

/** What an evaluation comes to. */
export interface Measured {
  readonly data: string;
  readonly articles: number;
  readonly scores: readonly ArticleScore[];
  readonly intervals: readonly Interval[];
  /** How sure predictions were, and how many of them were right; empty where gold marks no quotes. */
  readonly bins: readonly Bin[];
}

/** Scores what is found in the texts of gold articles, or what somebody else found in them. */
export function measure(
  data: string,
  gold: readonly GoldArticle[],
  found = gold.map((article) => predict(article)),
  scope: Scope = 'all',
): Measured {
  const scores = gold.map((article, i) => scoreArticle(article, found[i], scope));
  const bins = binsOf(scores.flatMap(judgedQuotes));
  return { data, articles: gold.length, scores, intervals: intervals(scores.map(({ counts }) => counts)), bins };
}

/** What is found in a gold article's text. */
export const predict = ({ id, text }: GoldArticle, models = readModels()): PredictedArticle => predicted(id, annotate({ text }, models));
const predicted = (id: string, found: AnnotatedDocument) => toPredicted({ id, ...toExtracted(found) });

/** Scores articles marked in this project, which tell more: who is who across articles, and which names are wrong. */
export function measureOwn(data: string, articles: readonly MarkedArticle[]): Measured {
  const found = articles.map((article) => annotate(article, readModels()));
  const gold = articles.map((article) => toGold(toEvaluation(article.gold!)));
  const measured = measure(
    data,
    gold,
    found.map((one, i) => predicted(gold[i]!.id, one)),
  );
  const speakers = measured.scores.map(({ matches }) => countSpeakers(matches));
  const links = countLinks(articles.map((article, i) => linksOf(article, found[i]!)));
  return {
    ...measured,
    intervals: [
      ...measured.intervals,
      ...intervalsOf(speakers, speakerShares),
      ...intervalsOf(links, (counts) => {
        const { precision, recall, f1 } = linkRates(counts);
        return { 'identity across articles, B³ precision': precision, 'B³ recall': recall, 'B³ F1': f1 };
      }),
    ],
  };
}

/** The people and organizations that an article names, by who they are in the whole corpus. */
function linksOf({ gold }: MarkedArticle, { people, organizations }: AnnotatedDocument): LinkedArticle {
  const { id, mentions } = gold!;
  const linked = (key: string, spans: AnnotatedDocument['people'][number]['spans']) => spans.map((span) => ({ ...span, key }));
  return {
    gold: mentions.filter(({ isName, type }) => isName && (type === 'PERSON' || type === 'ORGANIZATION')),
    found: [
      ...people.flatMap((person) => linked(`person ${speakerKey(person, id)}`, person.spans)),
      ...organizations.flatMap((organization) => linked(`organization ${organizationKey(organization, id)}`, organization.spans)),
    ],
  };
}

/** How well the second annotator of some articles agrees with the first. */
export function measureAgreement(data: string, first: readonly MarkedArticle[], second: readonly MarkedArticle[]): Measured {
  const byId = new Map(first.map((article) => [article.id, article]));
  const gold = second.map(({ id }) => toGold(toEvaluation(byId.get(id)!.gold!)));
  const found = second.map((article) => {
    const { quotes, entities, roles, ...rest } = toEvaluation(article.gold!);
    // In a prediction a role stands with a name; this one is of no type that is compared.
    const holders = roles.map(({ person: name, ...role }) => ({
      start: role.span[0],
      end: role.span[1],
      type: 'HOLDER',
      name,
      roles: [role],
    }));
    return toPredicted({
      ...rest,
      entities: [...entities, ...holders],
      quotes: quotes.map((quote) => ({ ...quote, sourceSpans: quote.source })),
    });
  });
  return measure(data, gold, found);
}

/** All figures of an evaluation. */
export const measuresOf = ({ data, intervals, bins }: Measured): Measure[] => [
  ...intervals.map(({ measure: name, ...bounds }) => ({ name, ...bounds, data })),
  ...(bins.length > 0 ? [whole('expected calibration error', calibrationError(bins), data)] : []),
];

const whole = (name: string, value: number, data: string): Measure => ({ name, value, low: value, high: value, data });
