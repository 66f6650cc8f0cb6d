import { lastAt } from '../../sorted.ts';
import { runsOver, sentenceOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

/** Participles that put a question to the subject of the sentence. */
export const ASKED = /^(?:asked|pressed|questioned|quizzed|challenged|grilled)$/;
/** And those that tell it something. */
const TOLD = /^(?:told|reminded|informed)$/;

/** The participle with which a sentence opens that tells what its subject was asked, "asked" of "When asked whether it was safe, Bell said"; -1 for others. */
export function askingAt(tokens: readonly Token[], first: number): number {
  const at = /^(?:when|once|if|but|and|then|later)$/.test(tokens[first]?.lower ?? '') ? first + 1 : first;
  return ASKED.test(tokens[at]?.lower ?? '') || (TOLD.test(tokens[at]?.lower ?? '') && /^(?:told|when|once)/.test(tokens[first]!.lower))
    ? at
    : -1;
}

/** Tokens between "asked" and what was asked, at most: "Asked on Monday at the harbour about". */
const ASKED_WITHIN = 8;

/**
 * Whether the words are only what somebody was asked about, by nobody whom the text names: "the delay" of "Asked about the delay, Bell said". Whole questions, "asked whether it was
 * safe", are somebody's words.
 */
export function isAskedAbout({ tokens, sentences, inQuotation }: QuoteGround, { kind, content }: QuoteFound): boolean {
  const [part] = kind === 'INDIRECT' && content.length === 1 ? runsOver(tokens, content) : [];
  if (!part) return false;
  const { from } = sentences[sentenceOf(sentences, part.from)]!;
  for (let at = part.from - 1; at >= from && part.from - at <= ASKED_WITHIN; at--) {
    const { lower, text } = tokens[at]!;
    if (/^(?:by|if|whether|why|how|what|when|where|who|which|that|to)$/.test(lower) || text === ',' || inQuotation[at]! >= 0) return false;
    if (ASKED.test(lower) || lower === 'told') {
      if (askingAt(tokens, from) === at) return isTopic(tokens, at, part, true);
      const before = at > from ? tokens[at - 1]!.lower : '';
      // ", asked about it, said", not ", asked about it."
      const isSetOff = before === ',' && tokens[part.to]?.text === ',';
      return (isSetOff || /^(?:when|once|while|being|been|was|were|is|are)$/.test(before)) && isTopic(tokens, at, part, false);
    }
  }
  return false;
}

/** Whether words behind "asked" are no question and no order: behind "about", or a noun. */
const isTopic = (tokens: readonly Token[], asked: number, { from }: Run, opens: boolean) =>
  !/^(?:whether|if|why|how|what|when|where|who|whom|which|that|to)$/.test(tokens[tokens[from]!.pos === 'ADV' ? from + 1 : from]!.lower) &&
  !/^(?:how|why|when|where)$/.test(tokens[from]!.lower) &&
  (/^(?:about|for|on|over|of|regarding)$/.test(tokens[from - 1]!.lower) ||
    (opens && from === asked + 1 && ASKED.test(tokens[asked]!.lower)) ||
    /^(?:about|regarding)$/.test(tokens[from]!.lower));

/** Whether words are what the subject of a sentence was asked, which begins at a token: "the cost" of "Asked about the cost, she laughed." */
export function isAsked(tokens: readonly Token[], first: number, { from, to }: Run): boolean {
  const asking = askingAt(tokens, first);
  return asking >= 0 && from >= asking && from - asking <= ASKED_WITHIN && tokens[to]?.text === ',';
}

/** Where the clause begins that reports, behind what its subject was asked and a comma: of "Asked how it sank, Bell said" at "Bell"; elsewhere where the sentence does. */
export const askedUntil = (tokens: readonly Token[], first: number, clause: number): number =>
  askingAt(tokens, first) >= 0 && tokens[clause - 1]?.text === ',' ? clause : first;

/** Where a question ends that a sentence opens with, and its subject and verb follow behind a comma: "if he smoked" of "Asked by Dahl if he smoked, Bell laughed". */
export function questionEnd({ tokens, sentences, inQuotation, personMentions }: QuoteGround, { from, to }: Run): number {
  const first = sentences[sentenceOf(sentences, from)]!.from;
  const asking = askingAt(tokens, first);
  if (asking < 0 || from < asking || from - asking > ASKED_WITHIN || inQuotation[from]! >= 0) return to;
  for (let at = to - 2; at > from; at--) {
    if (tokens[at]!.text !== ',' || inQuotation[at]! >= 0) continue;
    const name = personMentions[lastAt(personMentions, at + 1, ({ titleFrom }) => titleFrom)];
    const behind = name?.titleFrom === at + 1 ? name.to : /^(?:he|she|they)$/.test(tokens[at + 1]!.lower) ? at + 2 : -1;
    if (behind > 0 && tokens[behind]?.pos === 'VERB') return at;
  }
  return to;
}

/** Words with which an answer begins. */
const ANSWERS = /^(?:absolutely|aye|certainly|never|no|nope|not|of course|oh|sure|well|yeah|yes|yep)\b/i;

/** Whether words in quotation marks answer others: behind a question to "you", or with "yes" and "no" behind any. */
export const isAnswer = (question: string, answer: string): boolean =>
  /\?["”’']?$/.test(question) &&
  !/\?["”’']?$/.test(answer) &&
  (/\byou(?:r|rs|rself)?\b/i.test(lastSentence(question)) || ANSWERS.test(answer));

/** The sentence that the question mark ends. */
function lastSentence(words: string): string {
  const before = words.slice(0, words.lastIndexOf('?'));
  return words.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf('?'), before.lastIndexOf('!')) + 1);
}
