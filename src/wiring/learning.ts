import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { errorFields } from '../errors.ts';
import type { Queries, StoredCorrection } from '../storage/queries.ts';
import type { Studied, Studies } from './learn-anew.ts';
import type { LearnWork } from './learn-worker.ts';
import { type LearnedCard, promote, rollBack } from './learned-model.ts';
import { baseOf } from './training.ts';

/** What the last lesson came to. */
export interface Outcome extends Omit<Studied, 'bytes' | 'learnedFrom'> {
  at: string;
  promoted: boolean;
}

/** Where the learning stands. */
export interface LearningState {
  training: boolean;
  /** The model that learned from corrections and is in use; null: the office's own is. */
  learned: LearnedCard | null;
  last: Outcome | null;
  /** The last lesson broke off; the log says where. */
  failed: boolean;
}

/** Learning from corrections beside the work. */
export interface Learning {
  state(): LearningState;
  /** Begins a lesson. False: one is under way. */
  start(): Promise<boolean>;
  /** Takes the model in use back. False: nothing was learned. */
  rollBack(): Promise<boolean>;
  close(): Promise<void>;
}

/** What learning needs. */
export interface LearningDeps {
  store: Pick<Queries, 'corrections' | 'cases'>;
  configDir: string;
  dataDir: string;
  /** The learned model that is in use since the start. */
  learned: LearnedCard | null;
  /** Puts the present model of `dataDir`, or the office's own, to use. */
  reload: () => LearnedCard | null;
  now: () => Date;
  log: Pick<Logger, 'info' | 'error'>;
}

/** Makes the learning of a desk: one lesson at a time, each in a thread of its own. */
export function createLearning(deps: LearningDeps): Learning {
  const state: LearningState = { training: false, learned: deps.learned, last: null, failed: false };
  let worker: Worker | null = null;
  const finish = async (work: LearnWork, result: Studied): Promise<void> => {
    const at = deps.now().toISOString();
    const gone = (await allCorrections(deps.store)).length < work.corrections.length;
    // Whoever was erased while it was learned must not live on in it.
    const studied = gone ? { ...result, worse: [...result.worse, 'somebody was erased meanwhile'] } : result;
    const promoted = studied.worse.length === 0 && studied.corrections > 0;
    if (promoted) {
      promote(deps.dataDir, studied.bytes, cardOf(deps, studied, at));
      state.learned = deps.reload();
    }
    const { bytes: _bytes, learnedFrom: _learnedFrom, ...rest } = studied;
    state.last = { ...rest, at, promoted };
    deps.log.info(
      { promoted, corrections: studied.corrections, worse: studied.worse },
      'a lesson was learned',
    );
  };
  const run = async (): Promise<void> => {
    try {
      const work = await workOf(deps);
      const studied = await studiedBy(work, started => {
        worker = started;
      });
      await finish(work, studied);
    } catch (error) {
      state.failed = true;
      deps.log.error(errorFields(error), 'a lesson broke off');
    } finally {
      worker = null;
      state.training = false;
    }
  };
  return {
    state: () => ({ ...state }),
    start: async () => {
      if (state.training) return false;
      Object.assign(state, { training: true, failed: false });
      void run();
      return true;
    },
    rollBack: async () => {
      if (!rollBack(deps.dataDir)) return false;
      state.learned = deps.reload();
      return true;
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}

function cardOf({ configDir }: LearningDeps, studied: Studied, at: string): LearnedCard {
  const { learnedFrom, corrections, writers, features, before, after } = studied;
  return {
    ...{ base: baseOf(configDir), learnedFrom, at, corrections, writers, features, before, after },
    bytes: studied.bytes.length,
  };
}

const PAGE = 500;
/** Recent cases whose words are read by both models. */
const SHADOW = 500;

async function workOf({ store, configDir, dataDir }: LearningDeps): Promise<LearnWork> {
  const { cases } = await store.cases({ limit: SHADOW });
  const shadow: Studies['shadow'] = cases.flatMap(({ privacy, holder, description }) =>
    privacy === 'normal' && holder ? [{ text: description.join('\n'), agencyId: holder.agencyId }] : [],
  );
  return { configDir, dataDir, shadow, corrections: await allCorrections(store) };
}

/** Every correction that can still be read, in order. */
export async function allCorrections(store: Pick<Queries, 'corrections'>): Promise<StoredCorrection[]> {
  const all: StoredCorrection[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<Queries['corrections']>> = await store.corrections(after, PAGE);
    all.push(...page.corrections);
    after = page.last;
  }
  return all;
}

function studiedBy(work: LearnWork, started: (worker: Worker) => void): Promise<Studied> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./learn-worker.ts', import.meta.url), {
      workerData: work,
      execArgv: [],
    });
    started(worker);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended')));
  });
}
