import { listed } from '../../model/scorer.ts';
import { Features } from '../sources/features.ts';
import { odds } from '../sources/signs.ts';
import type { Quote } from './quote.ts';

/** The salt of this model of confidence. */
const SPEAKER = 5;

const WAYS: readonly Quote['attribution'][] = ['NAME', 'SURNAME', 'TITLE', 'PRONOUN', 'ELLIPSIS', 'ORGANIZATION', 'UNNAMED', 'NONE'];

/** What tells how sure it is that a quote's speaker is the right one. @param shares of those it may be, the likeliest first. */
export function speakerSigns(attribution: Quote['attribution'], share: number, shares: readonly number[]): Int32Array {
  const writer = listed();
  const features = new Features(writer);
  features.begin(SPEAKER);
  const way = WAYS.indexOf(attribution);
  features.add(0);
  features.add(1, way);
  features.add(2, Math.floor(odds(share) / 2));
  features.add(3, way === 0 || way === 1 ? 1 : 0);
  features.add(4, Math.min(shares.length, 3));
  features.add(5, shares.length > 1 ? Math.floor(odds(shares[1]!) / 3) : 9);
  return writer.finish();
}
