/** Signs that a text was decoded once too seldom, or as another code page than it is in, and what is told of them. */
const MARRED: readonly (readonly [sign: RegExp, what: string])[] = [
  [/&(?:amp|quot|apos|nbsp|[mn]dash|hellip|[lr][sd]quo|#\d{2,5}|#x[\da-f]{2,4});/i, 'characters written as in HTML'],
  // No quotation mark follows Ã, since one may close what ends so in Portuguese.
  [/â€.|Ã[¡-ª¬-º¼-¿]/su, 'UTF-8 read as another code page'],
];

/** Notes on what is wrong with the characters of a text. It is kept as it is: who has it may know better, and places in it are counted. */
export const marredNotes = (text: string): string[] =>
  MARRED.flatMap(([sign, what]) => {
    const [found] = sign.exec(text) ?? [];
    return found
      ? [`The text holds ${what} (${found}) and is kept so; quotation marks among them are not seen: mend it and load it again.`]
      : [];
  });
