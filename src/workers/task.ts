import { workerData } from 'node:worker_threads';
import { type Extracted, toExtracted } from '../extraction/extracted.ts';
import { rowsOf } from '../linking/rows.ts';
import { fromPost } from '../model/post.ts';
import { type AnnotatedDocument, annotate, type Models } from '../pipeline/index.ts';
import type { ArticleRows } from '../store/rows.ts';

/** What a worker can be asked for, by name. It runs in a thread of its own: text goes in and findings come out as copies. */
export interface Tasks {
  /** All that the pipeline finds in a text. */
  annotate(text: string): AnnotatedDocument;
  /** What `extract` prints of a text. */
  extract(text: string): Extracted;
  /** The rows that a text gives rise to. */
  rows(text: string): ArticleRows;
}

/** The weights, which the pool has read for all its threads. */
const models = fromPost<Models>(workerData.models);

const tasks: Tasks = {
  annotate: (text) => annotate({ text }, models),
  extract: (text) => toExtracted(annotate({ text }, models)),
  rows: (text) => rowsOf(annotate({ text }, models)),
};

/** What the pool calls. */
export default ({ name, text }: { readonly name: keyof Tasks; readonly text: string }) => tasks[name](text);
