/** Bits of a feature's id: two features in a few thousand share one, which costs a model next to nothing. */
export const FEATURE_BITS = 22;
const MASK = (1 << FEATURE_BITS) - 1;

/** A 32-bit number for a word; features are built of numbers, since joining strings takes most of the time that tagging takes. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return scatter(h);
}

/** One 32-bit number for two, the order told apart. */
export const join = (a: number, b: number): number => scatter(Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca77) + 0x27d4eb2f);

/** The id of the feature that `template` has the values a, b and c. */
export function featureId(template: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
  return scatter(h) & MASK;
}

function scatter(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}
