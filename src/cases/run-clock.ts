import type { Queries } from '../storage/queries.ts';
import type { Conversation } from '../storage/store.ts';
import { applyToCase, type CaseDeps, type Decision } from './apply.ts';
import type { Case, CaseEvent } from './case.ts';
import { changeOf } from './change.ts';
import { atDeskHour } from './clock.ts';
import { closeInSilence, remindSolved } from './desk-steps.ts';
import { isBusy } from './notify.ts';

/** What the clock of a case needs. */
export interface ClockDeps extends CaseDeps {
  store: CaseDeps['store'] & Pick<Queries, 'history'>;
}

/**
 * Makes what a `clock` job runs: for a resolved case whose time has come, asks the citizen once more, and the next time
 * closes it unconfirmed. Early, late or repeated jobs do no harm.
 */
export function createClock(deps: ClockDeps): (caseId: string) => Promise<void> {
  return async caseId => {
    const history = await deps.store.history(caseId);
    await applyToCase(deps, {
      name: 'clock',
      find: () => deps.store.caseById(caseId),
      decide: (c, conversation) => decide(deps, c, { history, conversation }),
    });
  };
}

/** What is known of a case besides itself. */
interface Around {
  history: CaseEvent[];
  conversation: Conversation | null;
}

function decide(deps: ClockDeps, c: Case, { history, conversation }: Around): Decision {
  const now = deps.now();
  const { centre } = deps.catalogue;
  if (c.wakeAt === null || c.wakeAt > now) return { change: null };
  if (c.status !== 'resolved') return { change: changeOf(c, { ...c, wakeAt: null }), notice: null };
  if (wasReminded(history)) return { change: closeInSilence(c, now), notice: null };
  if (conversation === null) return closeUnasked(deps, c, now);
  if (isBusy(conversation) && now < closeTime(deps, c, now)) {
    // Their next words would be taken for the report they are writing: ask another day.
    return { change: changeOf(c, { ...c, wakeAt: atDeskHour(now, 1, centre) }), notice: null };
  }
  return { change: remindSolved(c, now, centre), notice: { what: 'solved_nudge' } };
}

/** Told by the order of the history, not by its times: clocks jump. */
function wasReminded(history: CaseEvent[]): boolean {
  const solved = history.findLastIndex(({ what, to }) => what === 'status' && to === 'resolved');
  return history.slice(solved + 1).some(({ what }) => what === 'reminded');
}

/** Nobody can be asked about a case without a conversation: it waits out its days and closes. */
function closeUnasked(deps: ClockDeps, c: Case, now: Date): Decision {
  const closesAt = closeTime(deps, c, now);
  if (now >= closesAt) return { change: closeInSilence(c, now), notice: null };
  return { change: changeOf(c, { ...c, wakeAt: closesAt }), notice: null };
}

/** When a resolved case closes of which nobody says anything. */
function closeTime({ catalogue: { centre } }: ClockDeps, { resolvedAt }: Case, now: Date): Date {
  return atDeskHour(resolvedAt ?? now, centre.closeAfterDays, centre);
}
