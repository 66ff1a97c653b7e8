import type { z } from 'zod';
import type { Actor, CaseResult } from '../cases/apply.ts';
import { askAboutCase } from '../cases/ask-citizen.ts';
import { assign } from '../cases/assign.ts';
import { changeIncident, changeStatus } from '../cases/change-status.ts';
import { createCase } from '../cases/create-case.ts';
import { findArea } from '../cases/find-area.ts';
import { holderOf } from '../cases/holder.ts';
import { addNote } from '../cases/note.ts';
import { openedCase, shownCase } from './answers.ts';
import type { ApiDeps } from './api-deps.ts';
import { type Caller, sees } from './caller.ts';
import { caseWithHistory } from './case-json.ts';
import { answerCase, numberIn } from './case-routes.ts';
import { type Answer, badFields, notFound, ok, type Route, route } from './route.ts';
import { assignBody, createBody, statusBody, textBody } from './schemas.ts';

/** Opening and changing cases. */
export function caseChangeRoutes(deps: ApiDeps): Route[] {
  const change = { method: 'POST', success: 200, answer: shownCase, roles: ['operator', 'agency'] } as const;
  return [
    route({
      ...{ method: 'POST', path: '/cases', summary: 'Opens a case for somebody', roles: ['operator'] },
      ...{ body: createBody, answer: openedCase, success: 201, refusals: [422] },
      handle: ({ caller, body }) => open(deps, caller, body),
    }),
    route({
      ...{ ...change, path: '/cases/:number/status', summary: 'Moves a case on and tells its citizen' },
      ...{ body: statusBody, refusals: [404, 409, 422] },
      handle: ({ caller, params, body }) => {
        const number = numberIn(deps, params);
        const { status, note = null, reason = null } = body;
        const request = { status, note, reason, ...ownKey(caller, `status ${number}`, body) };
        const change = body.incident ? changeIncident : changeStatus;
        return answered(deps, caller, change(deps, actor(caller), number, request));
      },
    }),
    route({
      ...{ ...change, path: '/cases/:number/assign', summary: 'Gives a case to a body' },
      ...{ body: assignBody, refusals: [404, 409, 422] },
      handle: ({ caller, params, body }) => assignTo(deps, caller, numberIn(deps, params), body),
    }),
    route({
      ...{ ...change, path: '/cases/:number/question' },
      summary: 'Asks the citizen; the holder’s clock stands still until they answer',
      ...{ body: textBody, refusals: [404, 409, 422] },
      handle: ({ caller, params, body }) => {
        const number = numberIn(deps, params);
        const request = { text: body.text, ...ownKey(caller, `question ${number}`, body) };
        return answered(deps, caller, askAboutCase(deps, actor(caller), number, request));
      },
    }),
    route({
      ...{ ...change, path: '/cases/:number/notes', summary: 'Writes an internal note' },
      ...{ body: textBody, refusals: [404, 422] },
      handle: ({ caller, params, body }) => {
        const number = numberIn(deps, params);
        const request = { text: body.text, ...ownKey(caller, `note ${number}`, body) };
        return answered(deps, caller, addNote(deps, actor(caller), number, request));
      },
    }),
  ];
}

function actor(caller: Caller): Actor {
  return { name: caller.name, sees: sees(caller) };
}

/** A caller's key of a change counts for this caller and this sort of change only. */
function ownKey(
  { name, role, agencyId }: Caller,
  what: string,
  { idempotencyKey }: { idempotencyKey?: string | undefined },
): { idempotencyKey?: string } {
  if (idempotencyKey === undefined) return {};
  return { idempotencyKey: [role, agencyId ?? '', name, what, idempotencyKey].join('\n') };
}

async function answered(deps: ApiDeps, caller: Caller, result: Promise<CaseResult>): Promise<Answer> {
  const settled = await result;
  if (settled.outcome === 'unknown') return notFound('case');
  if (settled.outcome === 'done') return answerCase(deps, caller, settled.case);
  const { allowed } = settled;
  if (allowed.length === 0) return { status: 409, detail: 'This case has come to its end: no step follows.' };
  const detail = `Not from where this case is; allowed now: ${allowed.join(', ')}.`;
  return {
    status: 409,
    detail,
    problems: [{ field: 'status', reason: `allowed: ${allowed.join(', ')}` }],
  };
}

async function assignTo(
  deps: ApiDeps,
  caller: Caller,
  number: string,
  body: z.output<typeof assignBody>,
): Promise<Answer> {
  // Before the fields: what is wrong with them must not tell a foreign case from an unknown one.
  const c = await deps.store.caseByNumber(number);
  if (!c || !sees(caller)(c)) return notFound('case');
  const area = findArea(deps.catalogue, { district: body.district });
  if ('problem' in area) return badFields([area.problem]);
  const found = holderOf(deps.catalogue, body.agency, area.code ?? null);
  if ('problem' in found) return badFields([found.problem]);
  const request = {
    holder: found.holder,
    note: body.note ?? null,
    ...ownKey(caller, `assign ${number}`, body),
  };
  return answered(deps, caller, assign(deps, actor(caller), number, request));
}

async function open(deps: ApiDeps, caller: Caller, body: z.output<typeof createBody>): Promise<Answer> {
  const { reporter, ...rest } = body;
  const result = await createCase(deps, caller.name, {
    ...{ ...rest, ...ownKey(caller, 'open', body) },
    reporter: reporter ? present(reporter) : null,
  });
  if (result.outcome === 'undecided') return badFields(result.problems);
  const history = await deps.store.history(result.case.id);
  const shown = caseWithHistory(result.case, history, caller, deps.now());
  if (result.outcome === 'exists') return ok(shown);
  return ok(result.pin === null ? shown : { ...shown, pin: result.pin }, 201);
}

function present({ channel, address, name, contact }: NonNullable<z.output<typeof createBody>['reporter']>) {
  return {
    ...{ channel, address },
    ...(name === undefined ? {} : { name }),
    ...(contact === undefined ? {} : { contact }),
  };
}
