/** How many words a text has: runs of letters and digits, with what joins them. */
export function countWords({ text }: { text: string }): { wordCount: number } {
  const words = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;
  let wordCount = 0;
  while (words.test(text)) wordCount++;
  return { wordCount };
}
