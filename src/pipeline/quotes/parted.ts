import { lastAt } from '../../sorted.ts';
import { firstEndingBehind } from '../../span.ts';
import { isPossessive } from '../words/grammar.ts';
import { sentenceOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { isAnswer } from './asking.ts';
import type { Attribution } from './attributions.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';

/**
 * A quote in two, where a clause with a subject of its own announces a stretch of it and another clause reports what stands before: in `"We won," he began, and somebody
 * shouted: "You lost!"` two speak. So they do where a sentence of somebody else leads to the second stretch, whatever its verb: `"We won," said Bell. Dahl was blunter: "We
 * lost."`
 */
export function parted(ground: QuoteGround, quote: QuoteFound): QuoteFound[] {
  const { content } = quote;
  for (let k = 1; k < content.length; k++) {
    const clauses = clausesBetween(ground, content[k - 1]!.end, content[k]!.start);
    const answer = answered(ground, quote, clauses[0], k);
    if (answer) return [answer.before, ...parted(ground, answer.behind)];
    const led = ledByAnother(ground, quote, clauses[0], k);
    if (led) return [led.before, ...parted(ground, led.behind)];
    const own = clauses.at(-1);
    const other = clauses.at(-2);
    if (!own || !other?.source || !announces(ground, own, content[k]!.start)) continue;
    const [before, behind] = [content.slice(0, k), content.slice(k)];
    return [
      { ...quote, content: before, kind: kindOf(ground, before), attribution: quote.attribution === own ? other : quote.attribution },
      ...parted(ground, { ...quote, content: behind, kind: kindOf(ground, behind), attribution: own, sentence: own.sentence }),
    ];
  }
  return [quote];
}

/** The clauses that report between two offsets, in order. */
function clausesBetween({ tokens, attributions }: QuoteGround, start: number, end: number): Attribution[] {
  const clauses: Attribution[] = [];
  for (let i = lastAt(attributions, end, (clause) => tokens[clause.from]!.start); i >= 0; i--) {
    const clause = attributions[i]!;
    if (tokens[clause.from]!.start < start) break;
    if (tokens[clause.to - 1]!.end <= end) clauses.unshift(clause);
  }
  return clauses;
}

/** Whether nothing but a comma or colon and a mark stands between a clause with a subject before its verb and a sentence that begins with a capital. */
const announces = ({ text, tokens }: QuoteGround, { form, source, to }: Attribution, start: number): boolean =>
  form === 'VERB' &&
  source !== null &&
  /^\s*[,:]\s*["“”‘'«]+$/.test(text.slice(tokens[to - 1]!.end, start)) &&
  /^\p{Lu}/u.test(text.slice(start, start + 2));

/** A question with the clause that reports it, and the answer in the next paragraph, which none does: `"Do you hear me?" Bell asked. ¶ "Yes."` Null for any other. */
function answered(
  ground: QuoteGround,
  quote: QuoteFound,
  clause: Attribution | undefined,
  k: number,
): { before: QuoteFound; behind: QuoteFound } | null {
  const { text, tokens, sentences } = ground;
  const [before, behind] = [quote.content.slice(0, k), quote.content.slice(k)];
  const [question, answer] = [before.at(-1)!, behind[0]!];
  const isApart = /\n\s*["“‘'«]\s*$/.test(text.slice(question.end, answer.start));
  if (!isApart || !clause?.source || !isAnswer(text.slice(question.start, question.end), text.slice(answer.start, answer.end))) return null;
  const sentence = sentenceOf(sentences, firstEndingBehind(tokens, answer.start));
  return {
    before: { ...quote, content: before, kind: kindOf(ground, before), attribution: clause },
    behind: { ...quote, content: behind, kind: kindOf(ground, behind), attribution: null, sentence },
  };
}

/** Both parts of a quote whose second begins behind a sentence of somebody other than whom the clause behind the first names; null for any other. */
function ledByAnother(
  ground: QuoteGround,
  quote: QuoteFound,
  clause: Attribution | undefined,
  k: number,
): { before: QuoteFound; behind: QuoteFound } | null {
  const { tokens, sentences } = ground;
  const [before, behind] = [quote.content.slice(0, k), quote.content.slice(k)];
  const first = firstEndingBehind(tokens, behind[0]!.start);
  // The sentence that leads to it is its own where a colon does, else the one before.
  let last = first - 1;
  while (last > 0 && ground.inQuotation[last]! >= 0) last--;
  const lead = { from: sentences[sentenceOf(sentences, last)]!.from, to: last + 1 };
  if (!clause?.source || clause.to > lead.from || !leadsTo(ground, lead) || !isOfAnother(ground, lead, clause.source)) return null;
  const { attribution } = quote;
  const isOwn = attribution !== null && attribution.cue.from >= lead.from;
  return {
    before: { ...quote, content: before, kind: kindOf(ground, before), attribution: isOwn ? clause : attribution },
    behind: {
      ...quote,
      content: behind,
      kind: kindOf(ground, behind),
      attribution: isOwn ? attribution : null,
      sentence: sentenceOf(sentences, first),
    },
  };
}

/** What people do as they begin to speak. */
const GESTURE =
  /^(?:agreed|agrees|disagreed|disagrees|concurred|concurs|frowned|frowns|grimaced|grinned|grins|laughed|laughs|nodded|nods|paused|shrugged|shrugs|sighed|sighs|smiled|smiles|winced|winces)$/;
/** Tokens of a sentence that tells of nothing else. */
const SHORTEST = 8;

/** Whether a sentence announces words in quotation marks, by a colon or by what somebody does as they begin to speak. */
const leadsTo = ({ tokens }: QuoteGround, { from, to }: Run): boolean =>
  tokens[to - 1]!.text === ':' || (to - from <= SHORTEST && tokens.slice(from, to).some(({ lower }) => GESTURE.test(lower)));

/** What joins a sentence to the one before, or says to whom it seems so: "But for Bell it is simple". */
const OPENS = /^(?:and|but|so|then|yet|for|to)$/;

/** Whether a sentence has a subject that is another than a source: a person, or somebody new, "A second". */
function isOfAnother({ tokens, personMentions }: QuoteGround, { from, to }: Run, source: Run): boolean {
  let begins = from;
  while (begins < to && begins - from < 2 && OPENS.test(tokens[begins]!.lower)) begins++;
  if (/^(?:an?|another)$/.test(tokens[begins]!.lower))
    return /^(?:second|third|fourth|fifth|colleague|friend|neighbou?r)$/.test(tokens[begins + 1]?.lower ?? '');
  // "His wife Laura".
  if (/^(?:his|her|their)$/.test(tokens[begins]!.lower))
    while (begins < to && /^(?:PRON|DET|ADJ|NOUN)$/.test(tokens[begins]!.pos)) begins++;
  const mention = personMentions[lastAt(personMentions, begins, ({ titleFrom }) => titleFrom)];
  if (!mention || mention.titleFrom !== begins || isPossessive(tokens[mention.to])) return false;
  return !personMentions.some(({ person, from: own }) => person === mention.person && source.from <= own && own < source.to);
}
