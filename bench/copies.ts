import type { Random } from './random.ts';
import { WORDS } from './vocabulary.ts';

/** What another paper makes of a wire story: so many of its words changed, straight quotation marks, and perhaps its last paragraph cut. */
export function copyOf(text: string, r: Random, { changed, cut }: { readonly changed: number; readonly cut: boolean }): string {
  const paragraphs = text.split('\n\n');
  const kept = cut ? paragraphs.slice(0, -1) : paragraphs;
  return kept
    .map((paragraph) =>
      paragraph
        .replace(/[“”]/g, '"')
        .split(' ')
        .map((word) => (r.chance(changed) ? r.one(WORDS) : word))
        .join(' '),
    )
    .join('\n\n');
}
