/** `**words**`: not the stars of `s**t`, nor two in a row of more. */
const EMPHASIS = /(?<![\p{L}\p{N}*])\*\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*\*(?![\p{L}\p{N}*])/gu;
/** What a line begins with: `> ` where words are quoted, `## ` for a heading, and `* ` for an item of a list. */
const QUOTED = /^([^\S\n]*)((?:>[^\S\n]*)+)(?=\S)/gm;
const HEADING = /^(#{1,6})(?= \S)/gm;
const ITEM = /^([^\S\n]*)\*(?=[^\S\n]+[^\s*])/gm;

const blank = (mark: string): string => ' '.repeat(mark.length);

/** The same text, as long as it was, with spaces for the marks of Markdown, which are no part of what somebody wrote, and a bullet for the star of an item. */
export const withoutMarkdown = (text: string): string =>
  text
    .replace(EMPHASIS, '  $1  ')
    .replace(QUOTED, (_, before: string, mark: string) => before + blank(mark))
    .replace(HEADING, blank)
    .replace(ITEM, '$1•');
