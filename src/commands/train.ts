import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeModelFile } from '../model/file.ts';
import { modelsDir } from '../paths.ts';
import { TRAINERS, type TrainerName } from '../training/index.ts';
import { createLearners } from '../training/learners.ts';

export interface TrainOptions {
  /** The folder with the data sets, laid out as the model card describes. */
  readonly data: string;
  /** These models alone; by default all, in their order. */
  readonly only?: readonly TrainerName[];
  readonly seed: number;
  /** Where the weights go; by default models/. */
  readonly out?: string;
  /** Leave out what may not be passed on: weights of openly licensed data alone. */
  readonly open?: boolean;
}

/** Trains models and writes their weights, saying on standard error how far it is. */
export async function train({ data, only, seed, out = modelsDir, open = false }: TrainOptions): Promise<void> {
  mkdirSync(out, { recursive: true });
  let [now, started] = ['', 0];
  const progress = (line: string) => console.error(`${now} ${((performance.now() - started) / 1000).toFixed(0)} s: ${line}`);
  const learners = createLearners();
  const training = { data, models: out, seed, open, learners, progress };
  try {
    for (const name of only ?? (Object.keys(TRAINERS) as TrainerName[])) {
      [now, started] = [name, performance.now()];
      const bytes = gzipSync(writeModelFile(await TRAINERS[name](training)), { level: 9 });
      const file = join(out, `${name}.bin.gz`);
      writeFileSync(file, bytes);
      progress(`wrote ${file}, ${(bytes.length / 1e6).toFixed(2)} MB`);
    }
  } finally {
    await learners.close();
  }
}
