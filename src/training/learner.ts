import { trainLabeller } from './labeller.ts';
import type { Lesson } from './learners.ts';

/** What runs in a thread of its own. */
export default ({ examples, labelling, options, told }: Lesson) =>
  trainLabeller(examples, labelling, { ...options, progress: (epoch, loss) => told.postMessage([epoch, loss]) });
