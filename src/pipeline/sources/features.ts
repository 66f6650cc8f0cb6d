import { featureId, hashText } from '../../model/hash.ts';
import { PART, type SourceGround } from './ground.ts';

/** A list of hashed features. */
export class Features {
  readonly #ids: number[] = [];
  readonly #salt: number;
  /** @param salt parts the features of one model from those of another. */
  constructor(salt: number) {
    this.#salt = salt << 10;
  }
  add(template: number, a = 0, b = 0, c = 0, d = 0): void {
    this.#ids.push(featureId(this.#salt + template, a, b, d === 0 ? c : Math.imul(d, 0x9e3779b1) + c));
  }
  finish(): Int32Array {
    return Int32Array.from(this.#ids);
  }
}

/** A distance in a few steps. */
export const step = (distance: number): number =>
  distance < 4 ? distance : distance < 6 ? 4 : distance < 9 ? 5 : distance < 14 ? 6 : distance < 22 ? 7 : 8;

const NO_WORD = hashText('');
export const wordAt = ({ words }: SourceGround, at: number): number => words[at] ?? NO_WORD;
export const partAt = ({ parts }: SourceGround, at: number): number => parts[at] ?? 0;

export const isVerb = (part: number) => part === PART.VERB || part === PART.AUX;
const isMark = ({ parts, tokens }: SourceGround, at: number) => parts[at] === PART.PUNCT || !/[\p{L}\p{N}]/u.test(tokens[at]!.text);

/** The first marks between two tokens, as one number. */
export function marksBetween(ground: SourceGround, from: number, to: number): number {
  let marks = 0;
  let count = 0;
  for (let at = from; at < to && at < from + 12 && count < 4; at++) {
    if (!isMark(ground, at)) continue;
    marks = Math.imul(marks, 31) + wordAt(ground, at);
    count++;
  }
  return marks;
}
