import type { Span } from '../../span.ts';
import { textOf } from '../words/positions.ts';
import type { QuoteFound, QuoteGround } from './quotes.ts';

/** Tokens before the verb in which it may be denied. */
const DENIED_WITHIN = 5;
const DECLINED =
  /\b(?:declin|refus)(?:e[sd]?|ing) (?:\w+ )?(?:to (?:answer|comment|confirm|disclose|discuss|elaborate|explain|identify|name|reveal|say|speak|specify|state|talk|be (?:named|interviewed|identified|quoted|drawn))|(?:further )?comment)\b/i;
const DENIED = new RegExp(
  [
    String.raw`\b(?:not|(?<=n['’])t|never|neither|nor)\b(?:\s\w+)*\s(?:respond|repl(?:y|ied)|return|comment)(?:ed)?(?: to| on| about)?$`,
    String.raw`\b(?:gave|had|made|offered)\sno\s(?:\w+\s)?(?:answer|comment|details|explanation|reply|response)(?: about| for| of| on| to)?$`,
    String.raw`\bfail(?:s|ed|ing)? to (?:answer|disclose|explain|mention|say|specify)$`,
    // "Did not directly say", "nor did she say"; not "those who do not vote say".
    String.raw`(?:\b(?:not|(?<=n['’])t|never)(?:\s(?:\w+ly|even|just|yet))?|\b(?:neither|nor)\s\w+\s\w+)\s(?:disclose|discuss|elaborate|explain|identify|mention|reveal|say|specify|talk)(?:ed|d)?(?: (?:on|about))?$`,
    String.raw`\bnever (?:said|told)$`,
    String.raw`\bha(?:s|ve|d)(?:\s?n['’]t| not| never)(?: (?:\w+ly|even|yet))? (?:said|spoken|told)(?: (?:of|about))?$`,
    String.raw`\b(?:nobody|no[ -]one|none|neither)\b(?:\s\w+){0,2}\s(?:asked|mentioned|said|spoke|spoken|talked|told|wrote)(?: (?:about|of|out about))?$`,
  ].join('|'),
  'i',
);
/** "Terms were not disclosed": nobody says which. */
const UNDISCLOSED =
  /^(?:is|are|was|were|(?:has|have) been)(?:\s?n['’]t| not)(?: \w+)? (?:announced|clarified|disclosed|given|released|revealed|specified)$/i;
/** A question that got no answer, whatever is held for the cue: "did not respond to". */
const UNANSWERED = /\b(?:not|n['’]t|never|neither|nor)\b(?: \w+){0,3} (?:repl(?:y|ied)|respond(?:ed)?|return(?:ed)?)(?: to)?\s*$/i;
/** Characters before the words in which that stands. */
const LOOKED_AT = 60;
/** What somebody refused or was refused: "refused to rule out", "declined the offer", "was denied a". */
const REFUSED = /\b(?:(?:declin|refus)(?:e[sd]?|ing)(?: to(?: \w+)?)?|(?:was|were|been|being) denied)$/i;
/** What a defendant answers to a charge, which is what follows. */
const PLEA = /^plead(?:ed|s|ing)?\s(?:not )?guilty\b/i;
/** "Said nothing", "said a word", "said a lot": no words either. */
const NOTHING = /^(?:nothing|a lot|a word|a thing|little|plenty|no more|no such thing)(?: (?:about|of|on|more)\b.*)?$/is;

/** How a source wants to be treated: "asking not to be named". */
const UNNAMED =
  /^(?:not to be (?:identified|named|quoted)|(?:that )?(?:his|her|their) names? not be|to (?:remain|stay) anonymous|anonymity)\b/i;

/** "Issued a statement" in which words follow only of where it came from: "from her office". */
const ISSUED = /\b(?:issued|published|put out|read|released)\b(?:.*\b(?:apology|release|statement))?$/i;
const WHERE = /\b(?:at|by|from|in|on|outside|through|via)\s+$/i;
const STATEMENT = /^(?:an?|her|his|its|the|their) (?:\w+ )?(?:apology|press release|statement)\b/i;

/**
 * Whether the text reports that somebody said nothing: "declined to comment", "did not respond to questions". PolNeAR counts these as speech, with "to
 * comment" for its words: in folds that costs 0.1 of soft F1 within speech. A reader who asks for quotes wants none of them.
 */
export function isWithheld({ text, tokens, sentences }: QuoteGround, { attribution, kind, sentence, content }: QuoteFound): boolean {
  if (kind !== 'INDIRECT') return false;
  if (isUnanswered(text, tokens[sentences[sentence]!.from]!.start, content[0]!)) return true;
  if (!attribution || attribution.sentence !== sentence) return false;
  const { cue } = attribution;
  if (UNNAMED.test(text.slice(content[0]!.start, content[0]!.end))) return true;
  const told = textOf({ text, tokens }, cue);
  if (UNDISCLOSED.test(told)) return true;
  if (content[0]!.start < tokens[cue.from]!.start) return false;
  if (PLEA.test(text.slice(tokens[cue.to - 1]!.start, content[0]!.end)) || PLEA.test(text.slice(tokens[cue.from]!.start, content[0]!.end)))
    return true;
  if (REFUSED.test(told) && content[0]!.start - tokens[cue.to - 1]!.end <= 1) return true;
  if (
    NOTHING.test(text.slice(content[0]!.start, content[0]!.end)) &&
    /^(?:say|says|said|saying|spoke|spoken)$/.test(tokens[cue.to - 1]!.lower)
  )
    return true;
  const start = content[0]!.start;
  if (
    ISSUED.test(told) &&
    (/\s/.test(told) ? WHERE.test(text.slice(Math.max(0, start - 9), start)) : STATEMENT.test(text.slice(start, start + 40)))
  )
    return true;
  const { from, to } = sentences[sentence]!;
  const before = Math.max(from, Math.min(attribution.from - 1, cue.from - DENIED_WITHIN));
  const wordsTo = (begin: number, end: number) => textOf({ text, tokens }, { from: begin, to: Math.min(end, to) });
  // Of "did not respond to" the model may take "did" for the cue.
  const end = /^(?:did|do|does|had|has|have)$/.test(tokens[cue.to - 1]!.lower) ? cue.to + 3 : cue.to;
  return DECLINED.test(wordsTo(Math.max(from, cue.from - 2), cue.to + 3)) || DENIED.test(wordsTo(before, end));
}

/** Whether some words of a sentence are what nobody answered: "a request for comment" of "Bell did not respond to a request for comment". */
const isUnanswered = (text: string, from: number, { start }: Span): boolean =>
  UNANSWERED.test(text.slice(Math.max(from, start - LOOKED_AT), start).replace(/\s+/g, ' '));
