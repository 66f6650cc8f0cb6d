import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { train } from '../../src/commands/train.ts';
import { modelsDir } from '../../src/paths.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';

const folder = temporaryFolder();

test.runIf(runs(0, 1))(
  'the same data and seed give the same weights, byte by byte',
  async () => {
    const bytes: Buffer[][] = [];
    for (const time of ['once', 'again']) {
      const out = join(folder, time);
      mkdirSync(out);
      for (const file of ['words.bin.gz', 'names.bin.gz']) cpSync(join(modelsDir, file), join(out, file));
      await train({ data: folder, only: ['quotes', 'speakers'], seed: 1, out, open: true });
      bytes.push(['quotes.bin.gz', 'speakers.bin.gz'].map((file) => readFileSync(join(out, file))));
    }
    expect(bytes[0]!.every((file) => file.length > 10_000)).toBe(true);
    expect(bytes[0]!.map((file, i) => file.equals(bytes[1]![i]!))).toEqual([true, true]);
  },
  600_000,
);
