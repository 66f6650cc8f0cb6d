import { workerData } from 'node:worker_threads';
import { load } from '../load.mjs';

/** What the module that `workerData` names exports: a pool of threads calls it. */
export default (await load(workerData.module)).default;
