import { randomUUID } from 'node:crypto';
import { cacheKey } from '@pothos/selection-mapper';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { readMarked } from '../store/read/marked.ts';
import type { Searched } from '../store/read/scope.ts';
import { pairs, type TextSpan } from '../store/spans.ts';
import { builder, type Context } from './builder.ts';
import { type Excerpt, excerptsOf, MAX_EXCERPTS, unmark } from './excerpts.ts';
import { SpanType } from './span.ts';

/** A row that a search found. */
export interface Found {
  readonly model: Searched;
  readonly search: string;
  readonly id: string;
}

const MatchType = builder.objectRef<{ start: number; end: number }>('Match').implement({
  description: 'A word that a search found, as a half-open range of UTF-16 units.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: "Offset of its first character in the highlight's text." }),
    end: t.exposeInt('end', { description: "Offset behind its last character in the highlight's text." }),
  }),
});

export const HighlightType = builder.objectRef<Excerpt>('Highlight').implement({
  description: `An excerpt around words that a search found, ${MAX_EXCERPTS} at most for each row. Plain text, to be shown as text: nothing in it is markup.`,
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words of the excerpt, as the article has them.' }),
    span: t.field({
      type: SpanType,
      description: "The excerpt's place in the text of its article.",
      resolve: ({ start, end, text }): TextSpan => ({ start, end, text }),
    }),
    matches: t.field({
      type: [MatchType],
      description: 'What to mark in `text`, in order.',
      resolve: ({ matches }) => [...matches],
    }),
  }),
});

const loaders = new WeakMap<Context, Map<string, DataLoader<string, Excerpt[]>>>();

/** The excerpts around what a search found in a row; those of a whole page are read together. */
export function highlightsOf({ model, search, id }: Found, context: Context, info: GraphQLResolveInfo): Promise<Excerpt[]> {
  const ofRequest = loaders.get(context) ?? new Map<string, DataLoader<string, Excerpt[]>>();
  loaders.set(context, ofRequest);
  const key = cacheKey(info.parentType.name, info.path);
  const loader = ofRequest.get(key) ?? new DataLoader((ids: readonly string[]) => read(context, { model, search }, ids));
  ofRequest.set(key, loader);
  return loader.load(id);
}

async function read({ db }: Context, searched: Omit<Found, 'id'>, ids: readonly string[]): Promise<Excerpt[][]> {
  // No text holds what nobody can foresee.
  const nonce = randomUUID().replaceAll('-', '');
  const marks = { open: `[${nonce}]`, close: `[/${nonce}]` };
  const found = await readMarked(db, searched, ids, marks);
  return ids.map((id) => {
    const { text, marked, spans } = found.get(id) ?? { text: '', marked: '', spans: null };
    return excerptsOf(text, unmark(marked, marks), spans === null ? [{ start: 0, end: text.length }] : pairs(spans));
  });
}
