/**
 * Characters that no reader sees and no word is made of, which editors and programs leave in texts: zero-width spaces, byte order marks,
 * marks of the direction of writing. Soft hyphens and joiners stand within words.
 */
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** The same text, as long as it was, with a space for each of them: what stood beside one was taken for the middle of a word. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, ' ');
