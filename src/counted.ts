/** So many of something, in words: `1 quote`, `2 quotes`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
