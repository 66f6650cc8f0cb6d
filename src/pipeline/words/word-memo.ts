/** Words that are remembered at once: most of what a newspaper writes, in a megabyte or two. */
export const WORDS_KEPT = 12_000;
/** From this length on V8 may keep a piece of a text as a reference into the whole, which would stay in memory with it: such words are copied. */
const LONG = 13;
/** The longest word that is remembered; what is longer is no word. */
const LONGEST = 40;

/**
 * Remembers what was worked out about words, since a few thousand make up most of every text. Memory is bounded: once it is full, it
 * begins anew with the next text.
 */
export class WordMemo<Facts> {
  readonly #known = new Map<string, Facts>();
  readonly #factsOf: (word: string, slot: number) => Facts;

  /** @param factsOf what there is to know of a word, which follows from nothing else; its slot is below `WORDS_KEPT`, no other's in the same text, and −1 where the word is not kept. */
  constructor(factsOf: (word: string, slot: number) => Facts) {
    this.#factsOf = factsOf;
  }

  /** What there is to know of each word of a text. */
  of(words: readonly { readonly text: string }[]): Facts[] {
    if (this.#known.size >= WORDS_KEPT) this.#known.clear();
    return words.map(({ text }) => this.#get(text));
  }

  #get(word: string): Facts {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const keeps = word.length <= LONGEST && this.#known.size < WORDS_KEPT;
    const facts = this.#factsOf(word, keeps ? this.#known.size : -1);
    if (keeps) this.#known.set(word.length < LONG ? word : copied(word), facts);
    return facts;
  }
}

/** The same word in memory of its own. */
const copied = (word: string): string => Buffer.from(word, 'utf16le').toString('utf16le');
