import { type Actor, applyToCase, type CaseDeps, type CaseResult, findVisible } from './apply.ts';
import type { Case, Holder } from './case.ts';
import { sameHolder } from './change.ts';
import { daysOf } from './clock.ts';
import { correctionByDesk } from './correction.ts';
import { assignCase } from './desk-steps.ts';
import { isOpen, nextSteps } from './lifecycle.ts';

/** Who is to hold a case; a second use of the same key changes nothing. */
export interface AssignRequest {
  holder: Holder;
  note: string | null;
  idempotencyKey?: string | undefined;
}

/** Gives an open case to a body and tells the citizen who has it now. The body it has already: nothing happens. */
export function assign(
  deps: CaseDeps,
  actor: Actor,
  number: string,
  { holder, note, idempotencyKey }: AssignRequest,
): Promise<CaseResult> {
  return applyToCase(deps, {
    name: 'assign',
    find: findVisible(deps, actor, number),
    idempotencyKey,
    decide: c => {
      if (!isOpen(c)) return { allowed: nextSteps(c) };
      if (sameHolder(c.holder, holder)) return { change: null };
      return { change: changeFor(deps, actor, c, { holder, note }), notice: { what: 'assigned' } };
    },
  });
}

function changeFor(
  deps: CaseDeps,
  { name }: Actor,
  c: Case,
  { holder, note }: Pick<AssignRequest, 'holder' | 'note'>,
): ReturnType<typeof assignCase> {
  const days = daysOf(deps.catalogue, c.serviceId, holder);
  const correction = correctionByDesk(c, holder, name);
  const change = assignCase(c, { holder, note, by: name, at: deps.now() }, deps.catalogue.centre, days);
  return correction === null ? change : { ...change, correction };
}
