import { textOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';

/** What a paragraph of speech begins and ends with; headings do not, nor what happens in the room, "(LAUGHTER)". */
const SPEECH = /^["“‘'«]?[\p{L}\p{N}$£€].*[.?!…—–-]["”’'»]*$/su;
/** Words of who speaks and who listens. What the paper tells in between has none, but in quotation marks. */
const SPEAKS = /^(?:i|me|my|mine|we|us|our|ours|you|your|yours)$/;

interface Ground {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The quotation in which each token lies; -1 for none. */
  readonly inQuotation: Int32Array;
}

/** Whether some words, a paragraph, look like speech: no heading. */
export const isProse = (ground: Ground, words: Run): boolean => words.to > words.from && SPEECH.test(textOf(ground, words));

/** Whether among some words is one of who speaks or listens, outside quotation marks. */
export const speaks = ({ tokens, inQuotation }: Ground, { from, to }: Run): boolean =>
  tokens.slice(from, to).some(({ lower }, k) => inQuotation[from + k]! < 0 && SPEAKS.test(lower));

/** Whether a paragraph without quotation marks is what somebody says. */
export const isSpeech = (ground: Ground, words: Run): boolean => isProse(ground, words) && speaks(ground, words);
