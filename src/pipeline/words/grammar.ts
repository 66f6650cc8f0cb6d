import type { Token } from './tokens.ts';

/** Whether a token is the ’s or the ’ of an owner. */
export const isPossessive = (token: Token | undefined): boolean => /^['’]s?$/.test(token?.text ?? '');

/** Whether a token is a verb or helps one. */
export const isVerb = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';

/** Whether the library lets a sentence begin with a token. */
export const opensSentence = (tokens: readonly Token[], at: number): boolean => at === 0 || tokens[at - 1]!.endsSentence;
