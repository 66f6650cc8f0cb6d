import { featureId } from './hash.ts';

/** Tokens as their features: the ids of token i are `features[offsets[i]]` up to `features[offsets[i + 1]]`, without the last. */
export interface Sequence {
  readonly features: Int32Array;
  readonly offsets: Int32Array;
}

/** Number of tokens. */
export const lengthOf = ({ offsets }: Sequence): number => offsets.length - 1;

/** The features of each token as a list of its own. */
export const listsOf = ({ features, offsets }: Sequence): Int32Array[] =>
  Array.from({ length: offsets.length - 1 }, (_, i) => features.slice(offsets[i]!, offsets[i + 1]!));

/** Takes the features of one token after the other. Its functions may be taken off it. */
export interface FeatureWriter {
  /** Gives the token the feature that `template`, a number of its own for each kind of feature, has the values a, b, c. */
  readonly add: (template: number, a: number, b?: number, c?: number) => void;
  /** Goes on to the next token. */
  readonly next: () => void;
}

/** The features that are written, kept to learn from. @param expected about how many there will be. */
export function sequenceOf(write: (writer: FeatureWriter) => void, expected?: number): Sequence {
  const writer = new SequenceWriter(expected);
  write(writer);
  return writer.finish();
}

/** Hands on the features of each token in the order of their templates, in whatever order they are written: what is learned depends on it. */
export function inOrder(writer: FeatureWriter): FeatureWriter {
  let written: [number, number, number, number][] = [];
  return {
    add: (template, a, b = 0, c = 0) => {
      written.push([template, a, b, c]);
    },
    next: () => {
      for (const feature of written.sort(([a], [b]) => a - b)) writer.add(...feature);
      writer.next();
      written = [];
    },
  };
}

/** Keeps the features of one token after the other. */
export class SequenceWriter implements FeatureWriter {
  #features: Int32Array;
  #length = 0;
  #offsets = new Int32Array(64);
  #tokens = 0;

  /** @param expected about how many features there will be. */
  constructor(expected = 4096) {
    this.#features = new Int32Array(expected);
  }

  readonly add = (template: number, a: number, b = 0, c = 0): void => {
    if (this.#length === this.#features.length) this.#features = grown(this.#features);
    this.#features[this.#length++] = featureId(template, a, b, c);
  };

  readonly next = (): void => {
    if (this.#tokens + 1 === this.#offsets.length) this.#offsets = grown(this.#offsets);
    this.#offsets[++this.#tokens] = this.#length;
  };

  readonly finish = (): Sequence => ({
    features: this.#features.subarray(0, this.#length),
    offsets: this.#offsets.subarray(0, this.#tokens + 1),
  });
}

/** The same list with room for as much again. */
export function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * list.length + 64);
  longer.set(list);
  return longer;
}
