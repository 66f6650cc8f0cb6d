import { readModels } from '../../src/models.ts';
import { annotate } from '../../src/pipeline/index.ts';
import type { Span } from '../../src/span.ts';

export const models = readModels();
/** The words of some spans, parted by dots. */
export const wordsOf = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ');

/** What somebody said, as the API gives it unasked: each quote as its source and its words. */
export const spoken = (text: string) =>
  annotate({ text }, models)
    .quotes.filter(({ act, within }) => act === 'SPEECH' && !within)
    .map(({ source, content }) => `${wordsOf(text, source) || '–'}: ${wordsOf(text, content)}`);

/** Whose each quote is, by name. */
export const speakers = (text: string) => {
  const { quotes, people, organizations } = annotate({ text }, models);
  return quotes.map(({ speaker, organization }) =>
    speaker !== null ? people[speaker]!.name : organization !== null ? organizations[organization]!.name : null,
  );
};
