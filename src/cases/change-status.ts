import type { Queries } from '../storage/queries.ts';
import { type Actor, applyToCase, type CaseDeps, type CaseResult, findVisible } from './apply.ts';
import type { Status } from './case.ts';
import { sameHolder } from './change.ts';
import { stepStatus } from './desk-steps.ts';
import { isOpen } from './lifecycle.ts';

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

/** `CaseDeps`, and the cases of a breakdown. */
export type IncidentDeps = CaseDeps & { store: Pick<Queries, 'incidentCases'> };

/**
 * The same step for a case and for every other open one of its incident that the same body holds, each with its own
 * event and notice; one that cannot take it stays as it is. A repeat goes on where an earlier call ended. The result
 * is that of the case named.
 */
export async function changeIncident(
  deps: IncidentDeps,
  actor: Actor,
  number: string,
  request: StatusRequest,
): Promise<CaseResult> {
  const result = await changeStatus(deps, actor, number, request);
  if (result.outcome !== 'done' || result.case.incident === null) return result;
  const { incident, holder } = result.case;
  for (const other of await deps.store.incidentCases(incident)) {
    if (other.number === number || !isOpen(other) || !holder || !sameHolder(other.holder, holder)) continue;
    const { idempotencyKey: key } = request;
    const idempotencyKey = key === undefined ? undefined : `${key}\n${other.number}`;
    await changeStatus(deps, actor, other.number, { ...request, idempotencyKey });
  }
  return result;
}
