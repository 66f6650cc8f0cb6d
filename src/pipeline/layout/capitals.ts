/** Whether a word begins with a capital: asked of every word many times, so that letters of English are told without a regular expression. */
export function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}

/** Words in capitals with one capital each: `Ostley`, `O’Neill`. */
export const capitalized = (name: string): string =>
  name.toLowerCase().replace(/(?<=^|[ -]|\b[od]['’])\p{Ll}/gu, (letter) => letter.toUpperCase());
