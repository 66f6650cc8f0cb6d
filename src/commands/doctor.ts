import { type Config, readConfig } from '../config.ts';
import { type Finding, fail } from '../doctor/check.ts';
import { examine } from '../doctor/index.ts';
import { QuotewireError } from '../errors.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = { ok: 'ok  ', warn: 'WARN', fail: 'FAIL' };

/** Prints what is found, a line each; sets exit code 1 where something keeps Quotewire from working. */
export async function doctor({ json = false }: { json?: boolean }): Promise<void> {
  const found = await findings();
  for (const finding of found) {
    console.log(json ? JSON.stringify(finding) : `${MARKS[finding.state]}  ${finding.subject}: ${finding.text}`);
  }
  if (found.some(({ state }) => state === 'fail')) process.exitCode = 1;
}

async function findings(): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    if (error instanceof QuotewireError) return [fail('configuration', error.message)];
    throw error;
  }
  return examine(config);
}
