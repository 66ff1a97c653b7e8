import type { Logger } from 'pino';
import { errorFields } from '../errors.ts';
import type { Memory } from '../nlu/memory/memory.ts';
import type { StoredCorrection } from '../storage/queries.ts';
import type { Change } from '../storage/store.ts';
import type { WholeStore } from '../storage/whole-store.ts';

/** A store whose corrections are remembered as soon as they are durable, and forgotten with who wrote them. */
export interface RememberingStore {
  store: WholeStore;
  /** Takes up what was stored and is not remembered yet: all of it at the start. */
  refresh(): Promise<void>;
}

const PAGE = 500;

/** Joins a store and a memory. */
export function remembering(
  real: WholeStore,
  memory: Pick<Memory, 'learn' | 'forget'>,
  log: Pick<Logger, 'error'>,
): RememberingStore {
  let last = 0;
  let running: Promise<void> = Promise.resolve();
  const takeUp = async (): Promise<void> => {
    for (;;) {
      const page = await real.corrections(last, PAGE);
      for (const correction of page.corrections) memory.learn(lessonOf(correction));
      if (page.last === null) return;
      last = page.last;
    }
  };
  const refresh = (): Promise<void> => {
    running = running.then(takeUp).catch(error => {
      log.error(errorFields(error), 'corrections could not be read; they are taken up with the next one');
    });
    return running;
  };
  const commit = async (change: Change): ReturnType<WholeStore['commit']> => {
    const committed = await real.commit(change);
    if (change.cases?.some(({ correction }) => correction)) await refresh();
    // What was read before the erasure is learned before it is forgotten.
    if (change.erase) {
      await running;
      memory.forget(change.erase.conversationId);
    }
    return committed;
  };
  return { store: { ...real, commit }, refresh };
}

function lessonOf({ caseId, writer, corrector, source, text, before, after }: StoredCorrection) {
  const kind = source === 'citizen' && after.kind !== before.kind ? after.kind : null;
  const { serviceId, agencyId } = after;
  return { caseId, writer, corrector, source, text, meaning: { serviceId, agencyId, kind } };
}
