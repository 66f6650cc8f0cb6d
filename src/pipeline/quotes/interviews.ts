import type { Span } from '../../span.ts';
import type { Quotation } from '../layout/quotations.ts';
import type { Token } from '../words/tokens.ts';
import type { Turn } from './labels.ts';

interface Ground {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly paragraphs: readonly Span[];
  readonly quotations: readonly Quotation[];
}

/** Answers that make an interview, at least. */
const FEWEST = 2;

/**
 * The answers of an interview that is printed without labels: paragraphs in quotation marks, each behind one that ends with a question and has none. They are those of
 * whom the article is about, and the questions nobody's.
 */
export function findAnswers({ text, tokens, paragraphs, quotations }: Ground): Turn[] {
  const answers: Turn[] = [];
  const ends = new Set(paragraphs.map(({ end }) => end));
  let [at, next] = [0, 0];
  for (const [i, { start }] of paragraphs.entries()) {
    while (next < quotations.length && quotations[next]!.outer.start < start) next++;
    const quotation = quotations[next];
    const before = paragraphs[i - 1];
    if (!before || quotation?.outer.start !== start || !isQuestion(text.slice(before.start, before.end))) continue;
    const { end } = quotation.outer;
    if (!ends.has(end)) continue;
    while (at < tokens.length && tokens[at]!.start < before.start) at++;
    const asks = at;
    while (at < tokens.length && tokens[at]!.start < start) at++;
    let from = at;
    while (from < tokens.length && tokens[from]!.start < quotation.spans[0]!.start) from++;
    let to = from;
    while (to < tokens.length && tokens[to]!.start < quotation.spans.at(-1)!.end) to++;
    if (to === from) continue;
    answers.push({ label: { from: asks, to: asks }, words: { from: asks, to: at }, by: 'QUESTION', person: null });
    answers.push({ label: { from: at, to: from }, words: { from, to }, by: 'ANSWER', person: null });
  }
  return answers.length < 2 * FEWEST ? [] : answers;
}

const isQuestion = (paragraph: string) => paragraph.endsWith('?') && !/["“”«»]/.test(paragraph) && !paragraph.startsWith('‘');
