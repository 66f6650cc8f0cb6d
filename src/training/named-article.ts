import type { NameType } from '../pipeline/names/model/labels.ts';
import type { Span } from '../span.ts';

/** A name as people, or for some articles a program, marked it. */
export interface MarkedName extends Span {
  readonly type: NameType;
}

/** An article with the names marked in it. */
export interface NamedArticle {
  readonly id: string;
  readonly text: string;
  readonly names: readonly MarkedName[];
  /** How much it counts beside others: less where a program marked it. */
  readonly weight: number;
}
