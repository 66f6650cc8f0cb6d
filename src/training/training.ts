import type { Learners } from './learners.ts';

/** What a trainer is given. */
export interface Training {
  /** The folder with the data sets. */
  readonly data: string;
  /** The folder with the models that were trained before it. */
  readonly models: string;
  readonly seed: number;
  /** Whether to use openly licensed data alone. */
  readonly open: boolean;
  readonly learners: Learners;
  readonly progress: (line: string) => void;
}
