import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { sharedBytes, sharedInts } from '../model/shared.ts';
import type { Example, Labelling, Trained, TrainingOptions, trainLabeller } from './labeller.ts';

/** Threads that train labellers, each one at a time: there are a dozen to train, which takes nearly all the time there is. Whoever makes them closes them. */
export interface Learners {
  /** Does what `trainLabeller` does. More than there are threads for wait for their turn. */
  readonly train: (...given: Parameters<typeof trainLabeller>) => Promise<Trained>;
  readonly close: () => Promise<void>;
}

/** What a thread is given. */
export interface Lesson {
  readonly examples: readonly Example[];
  readonly labelling: Labelling;
  readonly options: Omit<TrainingOptions, 'progress'>;
  /** Where it tells the number of each epoch and its loss. */
  readonly told: MessagePort;
}

/** @param size threads; by default one for each core. Each fills about half a gigabyte with the weights of a tagger of quotes. */
export function createLearners(size = availableParallelism()): Learners {
  const pool = new Piscina({
    filename: new URL('../workers/worker.mjs', import.meta.url).href,
    workerData: { module: new URL('learner.ts', import.meta.url).href },
    minThreads: 0,
    maxThreads: size,
    execArgv: [],
  });
  return {
    train: async (examples, labelling, { progress, ...options }) => {
      const { port1, port2 } = new MessageChannel();
      const tell = ([epoch, loss]: [number, number]) => progress?.(epoch, loss);
      port1.on('message', tell);
      try {
        return await pool.run({ examples, labelling, options, told: port2 }, { transferList: [port2] });
      } finally {
        // What was trained may come before what is told of the last epochs.
        for (let left = receiveMessageOnPort(port1); left; left = receiveMessageOnPort(port1)) tell(left.message);
        port1.close();
      }
    },
    close: () => pool.destroy(),
  };
}

/** The same examples in memory that all threads see: to give them to one copies nothing. */
export function shared<Given extends Example>(examples: readonly Given[]): Given[] {
  const total = (lengthOf: (example: Given) => number) => examples.reduce((sum, example) => sum + lengthOf(example), 0);
  const features = filling(sharedInts(total(({ sequence }) => sequence.features.length)));
  const offsets = filling(sharedInts(total(({ sequence }) => sequence.offsets.length)));
  const labels = filling(sharedBytes(total((example) => example.labels.length)));
  return examples.map((example) => ({
    ...example,
    sequence: { features: features(example.sequence.features), offsets: offsets(example.sequence.offsets) },
    labels: labels(example.labels),
  }));
}

/** Copies one list after the other into memory, and gives each as it stands there. */
function filling<List extends Int32Array | Uint8Array>(memory: List): (list: List) => List {
  let end = 0;
  return (list) => {
    const start = end;
    end += list.length;
    memory.set(list, start);
    return memory.subarray(start, end) as List;
  };
}
