import { SortedNumbers } from './numbers.ts';
import { SparseRows } from './rows.ts';

/** The key under which what is posted names its class, which no thread is told by itself. */
const CLASS = 'class of weights';

/** What is read from files of weights, as another thread can be given it: the lists stay where they are, in memory that both see. */
export function toPost(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Map) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, toPost(field)]));
  if (value instanceof SparseRows) return { [CLASS]: 'SparseRows', ...fields };
  if (value instanceof SortedNumbers) return { [CLASS]: 'SortedNumbers', ...fields };
  return fields;
}

/** What `toPost` was given, in the thread that received it. */
export function fromPost<Value>(posted: unknown): Value {
  return restored(posted) as Value;
}

function restored(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Map) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, restored(field)]));
  switch (fields[CLASS]) {
    case 'SparseRows':
      return new SparseRows(fields.words as Uint32Array);
    case 'SortedNumbers':
      return new SortedNumbers(fields.hashes as Int32Array, fields.values as Int32Array);
    default:
      return fields;
  }
}
