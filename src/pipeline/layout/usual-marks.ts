/** Marks that look like others, and are typed, pasted or left by programs in place of them; below U+00A0 what Windows has where Unicode has nothing. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '＂': '"',
  '″': '"',
  '‶': '"',
  '‟': '“',
  '〝': '“',
  '〞': '”',
  '〟': '”',
  '❝': '“',
  '❞': '”',
  '＇': "'",
  '′': "'",
  '´': "'",
  '`': "'",
  ʼ: '’',
  '‹': '‘',
  '›': '’',
  '‚': '‘',
  '‛': '‘',
  '❛': '‘',
  '❜': '’',
  '\u0085': '…',
  '\u0091': '‘',
  '\u0092': '’',
  '\u0093': '“',
  '\u0094': '”',
  '\u0096': '–',
  '\u0097': '—',
};
/** Two backticks are a mark of their own. */
const LOOKALIKE = new RegExp(`\`\`|[${Object.keys(LOOKALIKES).join('')}]`, 'g');

/** The same text, as long as it was, with the quotation marks and dashes that readers take others for. */
export const withUsualMarks = (text: string): string => text.replace(LOOKALIKE, (mark) => LOOKALIKES[mark] ?? mark);
