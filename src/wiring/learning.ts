import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { errorFields } from '../errors.ts';
import type { Queries, StoredCorrection } from '../storage/queries.ts';
import type { Studied, Studies } from './learn-anew.ts';
import type { LearnWork } from './learn-worker.ts';
import { discard, type LearnedCard, layReady, promote, rollBack } from './learned-model.ts';
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
  const ending = new AbortController();
  const run = async (): Promise<void> => {
    try {
      const work = await workOf(deps);
      const studied = await studiedBy(work, ending.signal);
      state.last = await judged(deps, work, studied);
      if (state.last.promoted) state.learned = deps.reload();
    } catch (error) {
      state.failed = true;
      if (!ending.signal.aborted) deps.log.error(errorFields(error), 'a lesson broke off');
    } finally {
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
    close: async () => ending.abort(),
  };
}

/** Puts a model in its place if it may be used; what the lesson came to. */
async function judged(deps: LearningDeps, work: LearnWork, studied: Studied): Promise<Outcome> {
  const at = deps.now().toISOString();
  const { bytes, learnedFrom: _learnedFrom, ...rest } = studied;
  const mayBeUsed = studied.worse.length === 0 && studied.corrections > 0;
  if (mayBeUsed) await layReady(deps.dataDir, bytes, cardOf(deps, studied, at));
  const kept = new Set((await allCorrections(deps.store)).map(({ key }) => key));
  // Whoever was erased while it was learned must not live on in it. Nothing may come between this look and the change.
  const gone = work.corrections.some(({ key }) => !kept.has(key));
  const worse = gone ? [...studied.worse, 'somebody was erased meanwhile'] : studied.worse;
  const promoted = mayBeUsed && !gone;
  if (promoted) promote(deps.dataDir);
  else discard(deps.dataDir);
  deps.log.info({ promoted, corrections: studied.corrections, worse }, 'a lesson was learned');
  return { ...rest, worse, at, promoted };
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
async function allCorrections(store: Pick<Queries, 'corrections'>): Promise<StoredCorrection[]> {
  const all: StoredCorrection[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<Queries['corrections']>> = await store.corrections(after, PAGE);
    all.push(...page.corrections);
    after = page.last;
  }
  return all;
}

/** Learns in a thread; rejects when it breaks off, or is broken off by the signal. */
function studiedBy(work: LearnWork, signal: AbortSignal): Promise<Studied> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Error('the desk ends'));
    const script = new URL('./learn-worker.ts', import.meta.url);
    const worker = new Worker(script, { workerData: work, execArgv: [] });
    signal.addEventListener('abort', () => void worker.terminate());
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended')));
  });
}
