/** A source of numbers that follow from a seed alone: the same on every machine. */
export interface Random {
  /** From 0 up to, and without, 1. */
  next(): number;
  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number;
  /** One of these, each as likely. */
  one<Value>(values: readonly Value[]): Value;
  /** Whether something happens that does so in `share` of all cases. */
  chance(share: number): boolean;
  /** A rank from 0 up to, and without, `count`, where rank n comes up about 1/(n+1) as often as the first: as words and names do. */
  zipf(count: number): number;
}

/** Mulberry32. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    one: (values) => values[below(values.length)]!,
    chance: (share) => next() < share,
    zipf: (count) => Math.floor((count + 1) ** next()) - 1,
  };
}
