import type { Span } from '../span.ts';
import type { Attribution } from './attributions.ts';
import type { Person } from './people.ts';
import { findByModel, type ModelQuote } from './quote-model/find.ts';
import type { QuoteModel } from './quote-model/model.ts';
import { type QuoteText, viewOf } from './quote-model/view.ts';
import { findQuotes, kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';
import type { Run } from './runs.ts';
import { written } from './written.ts';

/** What the stage needs. */
type Heard = QuoteGround & QuoteText & { readonly people: readonly Pick<Person, 'spans'>[] };

/**
 * Finds what was said. Rules find what quotation marks and a clause beside them leave no doubt about; a model, where there is one, finds
 * the rest, indirect words above all. Without a model, rules do what they can.
 */
export function hearQuotes(ground: Heard, model: QuoteModel | null): { found: QuoteFound[] } {
  const byRules = findQuotes(ground).found;
  if (!model) return { found: byRules };
  const heard = findByModel(viewOf(ground, model.cues, model.classes), model).flatMap((quote) => foundBy(ground, quote));
  const certain = byRules.filter((quote) => isCertain(ground, quote));
  const rest = heard.filter((quote) => !isName(ground, quote) && !certain.some((one) => overlap(one.content, quote.content)));
  const alone = byRules.filter((quote) => isAlone(quote) && ![...certain, ...rest].some((one) => overlap(one.content, quote.content)));
  return { found: [...certain, ...rest, ...alone].sort((a, b) => a.content[0]!.start - b.content[0]!.start) };
}

/** Whether nothing but a person's name would be the content: `thanked Eva Dahl` reports no words. */
const isName = ({ people }: Heard, { kind, content }: QuoteFound) =>
  kind === 'INDIRECT' &&
  content.length === 1 &&
  people.some(({ spans }) => spans.some(({ start, end }) => start <= content[0]!.start && content[0]!.end <= end));

/** Whether it is a sentence in quotation marks with no clause beside it, as pull quotes stand: the model learned from texts without them. */
const isAlone = ({ kind, attribution }: QuoteFound) => kind === 'DIRECT' && !attribution;

/** Whether the rules know best: words in quotation marks, or a whole sentence, before the clause that reports them. */
function isCertain({ tokens, sentences }: QuoteGround, { kind, content, attribution }: QuoteFound): boolean {
  if (!attribution || !/^(?:VERB|INVERTED)$/.test(attribution.form)) return false;
  const { from, to, sentence } = attribution;
  if (content[0]!.start > tokens[from]!.start) return false;
  return kind === 'DIRECT' || (attribution.form === 'VERB' && content.length === 1 && sentences[sentence]!.to - to <= 1);
}

const overlap = (some: readonly Span[], others: readonly Span[]) =>
  some.at(-1)!.end > others[0]!.start &&
  some[0]!.start < others.at(-1)!.end &&
  some.some((a) => others.some((b) => a.start < b.end && b.start < a.end));

/** A quote of the model as the rules would give it: its content with the marks that belong to it, and the clause that reports it. */
function foundBy(ground: QuoteGround & QuoteText, { parts, cue, source, speech }: ModelQuote): QuoteFound[] {
  const content = parts.flatMap((part) => written(ground, part));
  if (content.length === 0) return [];
  const kind = kindOf(ground, content);
  const sentence = sentenceOf(ground, parts[0]!.from);
  const known = clauseOf(ground, parts, cue);
  const attribution = known ?? tagged(ground, cue, source, speech);
  return [
    {
      content,
      kind,
      act: known?.act ?? (kind === 'INDIRECT' && !speech ? 'ATTITUDE' : 'SPEECH'),
      attribution,
      sentence,
      until: sentenceOf(ground, parts.at(-1)!.to - 1),
    },
  ];
}

/** The clause known to the rules that has the cue. */
function clauseOf({ attributions }: QuoteGround, parts: readonly Run[], cue: Run | null): Attribution | null {
  if (!cue) return null;
  const clause = attributions[firstBehind(attributions, cue.from)];
  if (!clause || clause.cue.from >= cue.to || clause.cue.to <= cue.from) return null;
  return parts.some(({ from, to }) => clause.source && clause.source.from < to && from < clause.source.to) ? null : clause;
}

function tagged(ground: QuoteGround, cue: Run | null, source: Run | null, speech: boolean): Attribution | null {
  if (!cue) return null;
  const [from, to] = source ? [Math.min(cue.from, source.from), Math.max(cue.to, source.to)] : [cue.from, cue.to];
  return {
    form: 'TAGGED',
    from,
    to,
    sentence: sentenceOf(ground, cue.from),
    cue,
    source,
    audience: null,
    act: speech ? 'SPEECH' : 'ATTITUDE',
    bare: false,
  };
}

/** The sentence that holds a token; of what stands between sentences the one before. */
function sentenceOf({ sentences }: QuoteGround, token: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.from > token) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - 1);
}

/** Index of the first clause that ends behind a token. */
function firstBehind(clauses: readonly Attribution[], token: number): number {
  let [low, high] = [0, clauses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (clauses[middle]!.to > token) high = middle;
    else low = middle + 1;
  }
  return low;
}
