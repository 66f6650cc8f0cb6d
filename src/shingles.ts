/** Words in a row that are compared: short enough for an edited sentence to keep some, long enough to be nobody else's. */
const SHINGLE = 5;

/** Bands, and least hashes in each. Two texts that share the part j of their shingles have a band in common with the chance 1 - (1 - j^3)^10. */
const BANDS = 10;
const ROWS = 3;

/**
 * Ten numbers that near copies of a text mostly share some of, and other texts don't: of copies that share 0.9 of their shingles all but none
 * have none in common, at 0.7 two in a hundred, at 0.5 a quarter. They follow from the words alone: letter case, punctuation and spacing aside. Empty for
 * texts of fewer than five words.
 */
export function bandsOf(text: string): number[] {
  const shingles = shinglesOf(text);
  if (shingles.size === 0) return [];
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let i = 0; i < least.length; i++) {
      const hash = mix(shingle ^ Math.imul(i + 1, 0x9e3779b1));
      if (hash < least[i]!) least[i] = hash;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = band + 1;
    for (let row = 0; row < ROWS; row++) hash = mix(Math.imul(hash, 0x85ebca6b) ^ least[band * ROWS + row]!);
    return hash | 0;
  });
}

/** The part of all their shingles that two texts share, from 0 to 1. */
export function similarityOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Each run of five words of a text as a number. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => hashOf(word));
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let hash = 0;
    for (let k = 0; k < SHINGLE; k++) hash = mix(Math.imul(hash, 31) + words[i + k]!);
    shingles.add(hash);
  }
  return shingles;
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The finalizer of MurmurHash3: every bit depends on every bit. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
