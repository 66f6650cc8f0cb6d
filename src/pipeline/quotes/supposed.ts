import { textOf } from '../words/positions.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

/** What somebody may, should or would have said: "might argue", "should not say", "would probably have said". Not "could be heard saying". */
const SUPPOSED =
  /(?<!\b(?:I|we) )\b(?:(?:should|could|might|may|must)(?: not|n['’]t)?(?: (?:\w+ly|also|even|ever|just|still|then|well))*(?: have(?: \w+ly)?)?|would(?: not|n['’]t)?(?: \w+ly)? have(?: \w+ly)?) \w+$/;
/** Before whoever may not say so: "If Bell says". */
const IF = /(?:^|(?<!\b(?:as|even|asked|see|wonder\w*|know) ))\b(?:if|unless)\s+$/i;

/** Tokens before the last of the cue in which a verb says so. */
const WITHIN = 6;

/** Whether the words are what nobody said yet, for all that the text tells: "Some might argue that rain is dry", "If Bell says that she is sorry, …". */
export function isSupposed({ text, tokens, sentences }: QuoteGround, { attribution, kind, content }: QuoteFound): boolean {
  if (!attribution || kind !== 'INDIRECT' || content[0]!.start < tokens[attribution.cue.from]!.start) return false;
  const { cue, source, form, sentence } = attribution;
  const { from } = sentences[sentence]!;
  const told = textOf({ text, tokens }, { from: Math.max(from, cue.to - WITHIN), to: cue.to });
  if (SUPPOSED.test(told)) return true;
  const first = source && source.from < cue.from ? source.from : cue.from;
  return form !== 'LEADING' && first > from - 1 && IF.test(text.slice(tokens[Math.max(from, first - 2)]!.start, tokens[first]!.start));
}
