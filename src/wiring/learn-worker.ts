import { parentPort, workerData } from 'node:worker_threads';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { learnAnew, type Studies } from './learn-anew.ts';
import { loadInUse } from './learned-model.ts';

/** What the thread is given: what to learn from, and where the model in use lies. */
export interface LearnWork extends Studies {
  dataDir: string;
}

/** Learns beside the work, on a core of its own, and hands the model over. */
const work = workerData as LearnWork;
const inUse = (catalogue: Catalogue) => loadInUse(work.configDir, work.dataDir, catalogue).model;
const studied = await learnAnew(work, inUse);
parentPort?.postMessage(studied, [studied.bytes.buffer]);
