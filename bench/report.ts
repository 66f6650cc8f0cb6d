import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/paths.ts';

/** On what a benchmark ran, and when. */
export interface Machine {
  readonly day: string;
  readonly cores: number;
  readonly cpu: string;
  readonly node: string;
}

export const machine = (): Machine => ({
  day: new Date().toISOString().slice(0, 10),
  cores: cpus().length,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  node: process.version,
});

/** One line for the head of a report. */
export const ranOn = ({ day, cores, cpu, node }: Machine) => `On ${day}, ${cores} cores (${cpu}), Node ${node}.`;

/** Writes reports/NAME.md for people and reports/NAME.json for programs. */
export function writeReport(name: string, figures: object, markdown: string): void {
  const path = (extension: string) => join(projectRoot, 'reports', `${name}.${extension}`);
  writeFileSync(path('json'), `${JSON.stringify({ ...machine(), ...figures }, null, 2)}\n`);
  writeFileSync(path('md'), markdown.endsWith('\n') ? markdown : `${markdown}\n`);
  console.error(`Wrote ${path('md')}`);
}

/** A table in Markdown: the first column to the left, the others to the right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
