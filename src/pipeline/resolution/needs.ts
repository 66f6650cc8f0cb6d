import type { Span } from '../../span.ts';
import type { Sourced } from '../sources/index.ts';
import type { MentionGround } from '../sources/mentions.ts';
import type { ReferenceGround } from './references.ts';

/** What the search for whom a source means looks at. */
export interface ResolutionNeeds extends ReferenceGround {
  readonly text: string;
  readonly sourced: readonly Sourced[];
  readonly sourceGround: MentionGround;
  readonly headline: Span | null;
  /** The line that names who wrote it. */
  readonly byline: Span | null;
}
