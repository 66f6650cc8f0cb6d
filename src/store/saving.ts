import type { Document } from '../document.ts';
import type { ArticleRows } from './rows.ts';

/** What a batch is made of: a document, and what was found in its text unless that is stored already. */
export interface Saving {
  readonly document: Document;
  readonly found: ArticleRows | null;
}
