import type { Span } from '../../span.ts';
import type { SourceGround } from '../sources/ground.ts';
import type { Sourced } from '../sources/index.ts';
import type { ReferenceGround } from './references.ts';

/** What the search for whom a source means looks at. */
export interface ResolutionNeeds extends ReferenceGround {
  readonly text: string;
  readonly sourced: readonly Sourced[];
  readonly sourceGround: SourceGround;
  readonly headline: Span | null;
  /** The line that names who wrote it. */
  readonly byline: Span | null;
}
