import type { Token } from '../words/tokens.ts';

/** Participles that put a question to the subject of the sentence. */
export const ASKED = /^(?:asked|pressed|questioned|quizzed|challenged|grilled)$/;

/** The participle with which a sentence opens that tells what its subject was asked, "asked" of "When asked whether it was safe, Bell said"; -1 for others. */
export function askingAt(tokens: readonly Token[], first: number): number {
  const at = /^(?:when|once|if|but|and|then|later)$/.test(tokens[first]?.lower ?? '') ? first + 1 : first;
  return ASKED.test(tokens[at]?.lower ?? '') ? at : -1;
}
