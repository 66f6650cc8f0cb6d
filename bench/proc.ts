import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of a tick of the clock by which Linux counts what processes use. */
const TICK = 10;

/** A process as Linux tells of it. */
export interface Process {
  readonly id: number;
  readonly parent: number;
  /** Milliseconds of CPU that it has used, and that those of its children have which are gone. */
  readonly cpu: number;
  readonly cpuOfGone: number;
}

/** A process; null of one that is gone, and where the system is no Linux. */
export function processOf(id: number): Process | null {
  const stat = told(id, 'stat');
  if (stat === '') return null;
  // The name of the program, in parentheses, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, userOfGone = 0, systemOfGone = 0] = fields.slice(11, 15).map(Number);
  return { id, parent: Number(fields[1]), cpu: (user + system) * TICK, cpuOfGone: (userOfGone + systemOfGone) * TICK };
}

/** The children of a process; none where the system is no Linux. */
export function childrenOf(parent: number): Process[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)) ?? [])
    .filter((child) => child.parent === parent);
}

/** Milliseconds of CPU that PostgreSQL has used: its first process, its children and those that are gone; null where the system does not tell. */
export function cpuOfPostgres(postmaster: number): number | null {
  const first = processOf(postmaster);
  return first && childrenOf(postmaster).reduce((sum, { cpu }) => sum + cpu, first.cpu + first.cpuOfGone);
}

/** What the system says of a process; nothing of one that is gone. */
export function told(id: number, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
