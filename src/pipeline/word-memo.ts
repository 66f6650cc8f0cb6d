/** Words that are remembered at once: most of what a newspaper writes, in a megabyte or two. */
const MOST = 12_000;
/** From this length on V8 may keep a piece of a text as a reference into the whole, which would stay in memory with it. */
const LONG = 13;

/**
 * Remembers what was worked out about words, since a few thousand make up most of every text. Memory is bounded: once it is full, it
 * begins anew, and long words, which are rare, are worked out each time.
 */
export class WordMemo<Facts> {
  readonly #known = new Map<string, Facts>();
  readonly #factsOf: (word: string) => Facts;

  /** @param factsOf what there is to know of a word, which follows from nothing else. */
  constructor(factsOf: (word: string) => Facts) {
    this.#factsOf = factsOf;
  }

  get(word: string): Facts {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const facts = this.#factsOf(word);
    if (word.length < LONG) {
      if (this.#known.size >= MOST) this.#known.clear();
      this.#known.set(word, facts);
    }
    return facts;
  }
}
