import { anewOnConflict } from '../errors.ts';
import type { Attempt } from '../storage/changes.ts';
import type { Queries, StoredNotice } from '../storage/queries.ts';
import type { Change } from '../storage/store.ts';
import type { CaseDeps } from './apply.ts';
import { type News, QUIET, sendNews } from './news.ts';

/** What carrying news on needs. */
export interface CarryOnDeps extends CaseDeps {
  store: CaseDeps['store'] & Pick<Queries, 'notice' | 'othersOfPerson'>;
}

/**
 * Makes what a `notice` job runs: news that waited for the morning takes its road now, and news whose road is known to
 * have failed takes the next one, unless there is newer news of the case. Early, late or repeated jobs do no harm.
 */
export function createCarryOn(deps: CarryOnDeps): (noticeId: string) => Promise<void> {
  return noticeId => anewOnConflict(() => attempt(deps, noticeId));
}

async function attempt(deps: CarryOnDeps, noticeId: string): Promise<void> {
  const now = deps.now();
  const stored = await deps.store.notice(noticeId);
  if (stored === null || stored.wakeAt === null || stored.wakeAt > now) return;
  const { change, wakes } = await next(deps, stored, now);
  await deps.failPoint?.('notice:before-commit');
  await deps.store.commit(change);
  await deps.failPoint?.('notice:after-commit');
  if (wakes !== null) await deps.queue.add({ name: 'deliver', conversationId: wakes });
}

interface Next {
  change: Change;
  wakes: string | null;
}

async function next(deps: CarryOnDeps, stored: StoredNotice, now: Date): Promise<Next> {
  const from = goesOnFrom(stored);
  if (from === null) return ended(stored, now, []);
  const c = await deps.store.caseById(stored.caseId);
  const own = c?.conversationId ? (await deps.store.load(c.conversationId, 0))?.conversation : null;
  const last = stored.attempts.at(-1);
  if (!c || !own || stored.isOld) {
    const code = stored.isOld ? 'newer_news' : 'nobody';
    const gone = { conversationId: null, what: 'skipped', code } as const;
    return ended(stored, now, [{ step: from.step, road: last?.road ?? '', reason: from.after, ...gone }]);
  }
  const others = own.person === null ? [] : await deps.store.othersOfPerson(own.id);
  const { id, kind, notice, attempts } = stored;
  const failedIn = last?.what === 'taken' ? last.conversationId : null;
  const news: News = {
    ...{ id, kind, notice, case: c, from: from.step, after: from.after },
    ...{ known: attempts.length, failedIn },
  };
  const plan = deps.catalogue.notices;
  const { wakes, ...sending } = sendNews({ ...deps, plan, now }, news, { own, others });
  return { change: { at: now, ...sending }, wakes };
}

/** Where in the list of roads to go on, and why; null: nobody knows that the road taken last failed. */
function goesOnFrom({ attempts, failure }: StoredNotice): { step: number; after: string } | null {
  const tried = attempts.at(-1);
  if (tried?.what === 'postponed') return { step: tried.step, after: QUIET };
  const isOver = tried?.what === 'taken' && failure !== null;
  return isOver ? { step: tried.step + 1, after: failure } : null;
}

function ended({ id, attempts }: StoredNotice, at: Date, more: Attempt[]): Next {
  return {
    change: { at, notice: { id, known: attempts.length, attempts: more, wakeAt: null } },
    wakes: null,
  };
}
