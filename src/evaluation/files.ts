import { QuotewireError } from '../errors.ts';
import { linesOfFile, parseLine } from '../extraction/json-lines.ts';
import { fileError } from '../readers/errors.ts';
import { type GoldArticle, type PredictedArticle, toGold, toPredicted } from './format.ts';

/**
 * The articles of a gold file: JSON lines, packed with gzip or not.
 * @throws QuotewireError naming file and line where one is no gold article, or none holds anything to compare.
 */
export async function readGold(path: string): Promise<GoldArticle[]> {
  const articles = await readAll(path, toGold);
  if (articles.some(({ quotes, entities }) => quotes || entities)) return articles;
  throw new QuotewireError('GOLD_EMPTY', `${path}: no line has quotes or entities to compare with; is it a gold file?`);
}

/**
 * The articles of a prediction file by their ids.
 * @throws QuotewireError naming file and line where one is no prediction.
 */
export async function readPredictions(path: string): Promise<Map<string, PredictedArticle>> {
  return new Map((await readAll(path, toPredicted)).map((article) => [article.id, article]));
}

async function readAll<Article>(path: string, parse: (value: unknown) => Article): Promise<Article[]> {
  const articles: Article[] = [];
  let place = path;
  try {
    for await (const line of linesOfFile(path)) {
      place = `${path}, line ${line.number}`;
      articles.push(parseLine(line, parse));
    }
  } catch (error) {
    const { code, message } = fileError(error);
    throw new QuotewireError(code, `${place}: ${message}`, { cause: error });
  }
  return articles;
}
