/** How many words a text has: runs of letters and digits, with what joins them. */
export const countWords = ({ text }: { text: string }): { wordCount: number } => ({
  wordCount: text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0,
});
