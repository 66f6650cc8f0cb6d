import { overlap, type Span } from '../span.ts';
import { comparable, entityKey } from './entities.ts';
import type { GoldArticle, PredictedArticle } from './format.ts';
import { hasName, isRightName } from './names.ts';
import type { ArticleScore } from './score.ts';
import { common } from './words.ts';

/** Something that was found wrongly or not at all, as lines for a reader. */
export interface Mistake {
  readonly cause: 'missed' | 'spurious' | 'inexact' | 'source' | 'name' | 'entity';
  readonly lines: readonly string[];
}

/** Characters shown on either side. */
const AROUND = 60;

/** What is wrong in one article, in the order of the text. */
export function mistakesOf(gold: GoldArticle, prediction: PredictedArticle | undefined, score: ArticleScore): Mistake[] {
  const mistakes = [...quoteMistakes(gold, score), ...(gold.entities ? entityMistakes(gold, prediction) : [])];
  return mistakes.sort((a, b) => a.at - b.at).map(({ cause, lines }) => ({ cause, lines }));
}

type Placed = Mistake & { readonly at: number };

function quoteMistakes({ id, text }: GoldArticle, { matches, predicted }: ArticleScore): Placed[] {
  const asked = new Set(matches.flatMap(({ gold }) => gold.words));
  const spurious = predicted
    .filter(({ words }) => common(words, asked) * 2 < words.length || words.length === 0)
    .map(({ kind, content }): Placed => placed('spurious', id, content, [`${kind}: ${shown(text, content)}`]));
  const wrong = matches.flatMap(({ gold, predicted, sourceIsRight }): Placed[] => {
    const asIs = `${gold.kind}: ${shown(text, gold.content)}`;
    if (!predicted) return [placed('missed', id, gold.content, [asIs])];
    const found: Placed[] = [];
    if (predicted.wordKey !== gold.wordKey)
      found.push(placed('inexact', id, gold.content, [`gold  ${asIs}`, `found ${predicted.kind}: ${shown(text, predicted.content)}`]));
    if (gold.sourceWords.length > 0 && !sourceIsRight)
      found.push(placed('source', id, gold.content, [asIs, `gold ${words(text, gold.source)}, found ${words(text, predicted.source)}`]));
    const name = predicted.quote.speakerName ?? '';
    if (hasName(gold.quote) && !isRightName(name, gold.quote))
      found.push(placed('name', id, gold.content, [asIs, `gold ${gold.quote.speakerName ?? gold.quote.sourceText}, found ${name || '–'}`]));
    return found;
  });
  return [...spurious, ...wrong];
}

function entityMistakes({ id, text, entities = [] }: GoldArticle, prediction: PredictedArticle | undefined): Placed[] {
  const [gold, predicted] = [comparable(entities), comparable(prediction?.entities ?? [])];
  const [wanted, given] = [gold, predicted].map((list) => new Set(list.map(entityKey)));
  const said = (entity: (typeof gold)[number] | undefined) => (entity ? `${entity.type} ${words(text, [entity])}` : '–');
  const touching = (list: typeof gold, span: Span) => list.find((other) => overlap(span, other));
  const lost = gold.filter((entity) => !given!.has(entityKey(entity)));
  const extra = predicted.filter((entity) => !wanted!.has(entityKey(entity)) && !touching(lost, entity));
  return [
    ...lost.map((entity) =>
      placed('entity', id, [entity], [`gold ${said(entity)}, found ${said(touching(predicted, entity))}: ${shown(text, [entity])}`]),
    ),
    ...extra.map((entity) => placed('entity', id, [entity], [`gold –, found ${said(entity)}: ${shown(text, [entity])}`])),
  ];
}

const placed = (cause: Mistake['cause'], id: string, spans: readonly Span[], lines: readonly string[]): Placed => ({
  cause,
  at: spans[0]?.start ?? 0,
  lines: [`${cause} in ${id} at ${spans[0]?.start ?? '–'}`, ...lines],
});

/** The spans in brackets with what stands around them. */
function shown(text: string, spans: readonly Span[]): string {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return '–';
  let shown = text.slice(Math.max(0, first.start - AROUND), first.start);
  for (const [i, { start, end }] of spans.entries())
    shown += `⟦${text.slice(start, end)}⟧${text.slice(end, spans[i + 1]?.start ?? end + AROUND)}`;
  return shown.replace(/\s+/g, ' ');
}

const words = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ') || '–';
