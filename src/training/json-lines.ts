import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The values of a file of JSON lines, packed with gzip or not; none where there is no such file. They are taken for what is asked for. */
export function readJsonLines<Value>(file: string): Value[] {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Value);
}
