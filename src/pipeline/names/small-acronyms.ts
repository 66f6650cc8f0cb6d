import type { Token } from '../words/tokens.ts';

/** Words that an acronym leaves out. */
const LEFT_OUT = /^(?:and|for|in|of|the|to|with)$/;

/** Last words of laws. */
const LAW = /^(?:Act|Bill|Treaty)$/;

/** Acronyms of what the text explains in small letters, "multiple sclerosis (MS)", or of a law: names of nothing that speaks. */
export function smallAcronyms(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 2; at + 1 < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (tokens[at - 1]!.text !== '(' || tokens[at + 1]!.text !== ')' || !/^\p{Lu}{2,5}$/u.test(text)) continue;
    if (LAW.test(tokens[at - 2]!.text) || explains(tokens, at - 1, text.toLowerCase())) found.add(text);
  }
  return found;
}

/** Whether the small words before a token begin with the letters. */
function explains(tokens: readonly Token[], end: number, letters: string): boolean {
  let left = letters.length;
  for (let at = end - 1; at >= 0 && left > 0; at--) {
    const { text } = tokens[at]!;
    if (text === '-' || (LEFT_OUT.test(text) && text[0] !== letters[left - 1])) continue;
    if (!/^\p{Ll}/u.test(text) || text[0] !== letters[left - 1]) return false;
    left--;
  }
  return left === 0;
}
