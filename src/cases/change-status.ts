import { type Actor, applyToCase, type CaseDeps, type CaseResult, findVisible } from './apply.ts';
import type { Status } from './case.ts';
import { stepStatus } from './desk-steps.ts';

/** A step asked for from outside. `note` is read by the citizen. */
export interface StatusRequest {
  status: Status;
  note: string | null;
  reason: string | null;
  idempotencyKey?: string | undefined;
}

/**
 * Moves a case to a status and tells its citizen on the channel they wrote on, in one commit. The same status again
 * does nothing and tells nobody.
 */
export function changeStatus(
  deps: CaseDeps,
  actor: Actor,
  number: string,
  request: StatusRequest,
): Promise<CaseResult> {
  const { status, note, reason, idempotencyKey } = request;
  return applyToCase(deps, {
    name: 'status',
    find: findVisible(deps, actor, number),
    idempotencyKey,
    decide: c => {
      const step = { status, note, reason, by: actor.name, at: deps.now() };
      const result = stepStatus(c, step, deps.catalogue.centre);
      if (!result.ok) return { allowed: result.allowed };
      return result.change === null
        ? { change: null }
        : { change: result.change, notice: { what: 'status', note, reason } };
    },
  });
}
