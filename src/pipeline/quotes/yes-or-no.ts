import type { QuoteFound, QuoteGround } from './quotes.ts';

/** The answers of one word: "no" of "Asked whether it was safe, Bell said no." */
export function yesOrNo({ tokens, attributions }: QuoteGround): QuoteFound[] {
  return attributions.flatMap((attribution): QuoteFound[] => {
    const { cue, form, act, sentence } = attribution;
    const answer = tokens[cue.to];
    if (form !== 'VERB' || !answer || !SAYS.test(tokens[cue.to - 1]!.lower)) return [];
    // "No." may be one token, as in "No. 5".
    const next = answer.lower === 'no.' ? '.' : (tokens[cue.to + 1]?.text ?? '.');
    if (!/^(?:yes|no\.?)$/.test(answer.lower) || !/^(?:[.,;!–—]|--)$/.test(next)) return [];
    const content = [{ start: answer.start, end: answer.end }];
    return [{ content, kind: 'INDIRECT', act, attribution, sentence, until: sentence }];
  });
}

const SAYS = /^(?:said|says|answered|answers|replied|replies)$/;
