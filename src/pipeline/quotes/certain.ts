import { PARTICIPLES } from '../lexicon/cues.ts';
import { isTime } from '../words/times.ts';
import type { Token } from '../words/tokens.ts';
import { finite } from './quote-content.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

/** Participles behind a comma that tell of whoever speaks: "adding that", "speaking on the phone". */
const isOfSpeaker = ({ lower }: Token) =>
  PARTICIPLES.has(lower) || /^(?:citing|declining|quoting|referring|refusing|requesting|speaking)$/.test(lower);

/** Words that begin a clause which tells of when and why, and may be what the paper adds. */
const BEGINS_CLAUSE = /^(?:after|as|because|before|but|even|hours|days|weeks|since|though|although|when|while)$/;

/** Verbs of saying behind which a clause may come to its end while the sentence goes on. */
const PLAIN = /^(?:said|says|told|reported|added|adds|warned|warns|noted|insisted|acknowledged|conceded|testified|tweeted|predicted)$/;

/** Whether the rules know best: words in quotation marks, or a whole sentence, before the clause that reports them. */
export function isCertain(ground: QuoteGround, { kind, content, attribution }: QuoteFound): boolean {
  const { tokens, sentences } = ground;
  if (!attribution || !/^(?:VERB|INVERTED|LEADING)$/.test(attribution.form)) return false;
  const { from, to, sentence } = attribution;
  if (content[0]!.start > tokens[from]!.start) return false;
  // "in the words of Ana Bell"; "according to" the model knows better.
  if (attribution.form === 'LEADING') return tokens[from]!.lower === 'in';
  if (kind === 'DIRECT') return true;
  if (attribution.form !== 'VERB' || content.length > 1) return false;
  const { to: last } = sentences[sentence]!;
  if (last - to <= 1) return true;
  return isWholeBefore(ground, { content, attribution }) && saysNoMore(ground, to, last);
}

/** Whether the narrator goes on behind a clause that stands in commas behind a whole sentence: "The port closed, two people said, after workers walked out". */
export const isWholeSetOff = (ground: QuoteGround, { content, attribution }: QuoteFound): boolean =>
  isWholeBefore(ground, { content, attribution }) &&
  ground.tokens[attribution!.to]?.text === ',' &&
  /^(?:after|as|before|hours|days|weeks|when|while)$/.test(ground.tokens[attribution!.to + 1]?.lower ?? '');

/** Whether the words of a sentence go on behind a clause in commas, "Gusts reached 148 kph, the service reported, the strongest since 1987", where they have a verb before it. */
export const goesOnBehind = (ground: QuoteGround, { content, attribution }: QuoteFound): boolean =>
  isWholeBefore(ground, { content, attribution }) &&
  ground.tokens[attribution!.to]?.text === ',' &&
  finite(ground.tokens, ground.sentences[attribution!.sentence]!.from, attribution!.from);

/** Whether a plain verb of saying reports the sentence that it stands behind, from its first word on. */
function isWholeBefore({ tokens, sentences }: QuoteGround, { content, attribution }: Pick<QuoteFound, 'content' | 'attribution'>): boolean {
  if (attribution?.form !== 'VERB' || content.length > 1) return false;
  const opener = tokens[sentences[attribution.sentence]!.from]!;
  const isWhole = content[0]!.start === opener.start && !/^(?:\(|asked)$/.test(opener.lower);
  return isWhole && PLAIN.test(tokens[attribution.cue.from]!.lower);
}

/**
 * Whether what follows a clause reports nothing: "on Monday", "in a telephone interview", up to a participle, ", asking not to be named", or a clause, ", after …". Of 45 sentences before such
 * a clause in the training articles 44 are what it reports, whatever else might report in them: "The firm plans to close its plant, two people said on Monday".
 */
function saysNoMore({ tokens, inQuotation }: QuoteGround, from: number, to: number): boolean {
  const first = tokens[from]!;
  // "Said yes", "said a lot", "a fact first reported by Bell".
  if (first.lower === 'by' || !(/^(?:ADP|ADV|PUNCT)$/.test(first.pos) || isTime(first) || isTime(tokens[from + 1] ?? first))) return false;
  for (let at = from; at < to; at++) {
    const { lower, pos, text } = tokens[at]!;
    const next = tokens[at + 1];
    if (text === ',') {
      if (next && (isOfSpeaker(next) || (next.lower === 'without' && /ing$/.test(tokens[at + 2]?.lower ?? '')))) return true;
      // "It was, he said, one of many": the words go on.
      if (at === from) return false;
      if (next && BEGINS_CLAUSE.test(next.lower)) return true;
    }
    if (pos === 'VERB' || pos === 'AUX' || lower === 'that' || inQuotation[at]! >= 0 || /^[:;]$/.test(text)) return false;
  }
  return true;
}
