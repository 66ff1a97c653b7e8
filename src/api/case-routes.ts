import type { z } from 'zod';
import type { Case } from '../cases/case.ts';
import { plainAddress } from '../cases/create-case.ts';
import { findArea } from '../cases/find-area.ts';
import { findNumbers } from '../cases/number.ts';
import type { CaseFilter } from '../storage/queries.ts';
import { casePage, deliveryList, shownCase } from './answers.ts';
import type { ApiDeps } from './api-deps.ts';
import { type Caller, sees } from './caller.ts';
import { caseJson, caseWithHistory } from './case-json.ts';
import { type Answer, badFields, notFound, ok, type Route, route } from './route.ts';
import { listQuery, searchBody } from './schemas.ts';

/** Reading cases. */
export function caseRoutes(deps: ApiDeps): Route[] {
  return [
    route({
      ...{ method: 'GET', path: '/cases', summary: 'Cases, newest first, a page at a time' },
      ...{ roles: ['operator', 'agency', 'reader'], success: 200, refusals: [422] },
      query: listQuery,
      answer: casePage,
      handle: ({ caller, query }) => listCases(deps, caller, query),
    }),
    route({
      ...{ method: 'POST', path: '/cases/search', summary: 'The cases of a citizen’s address, newest first' },
      ...{ roles: ['operator'], success: 200, refusals: [422] },
      body: searchBody,
      answer: casePage,
      handle: ({ caller, body }) => searchCases(deps, caller, body),
    }),
    route({
      ...{ method: 'GET', path: '/cases/:number', summary: 'One case with its history' },
      ...{ roles: ['operator', 'agency', 'reader'], success: 200, refusals: [404] },
      answer: shownCase,
      handle: ({ caller, params }) => withCase(deps, caller, params, c => answerCase(deps, caller, c)),
    }),
    route({
      ...{ method: 'GET', path: '/cases/:number/attachments/:id', summary: 'A file the citizen sent' },
      ...{ roles: ['operator', 'agency'], success: 200, refusals: [404] },
      answer: null,
      handle: ({ caller, params }) =>
        withCase(deps, caller, params, c => answerAttachment(deps, c, params['id'] ?? '')),
    }),
    route({
      ...{ method: 'GET', path: '/cases/:number/deliveries' },
      summary: 'What the citizen was told, when, and whether it arrived',
      ...{ roles: ['operator', 'agency'], success: 200, refusals: [404] },
      answer: deliveryList,
      handle: ({ caller, params }) => withCase(deps, caller, params, c => answerDeliveries(deps, c)),
    }),
  ];
}

/** A case's number however it was typed into the address. */
export function numberIn({ catalogue }: Pick<ApiDeps, 'catalogue'>, params: Record<string, string>): string {
  const given = params['number'] ?? '';
  return findNumbers(given, catalogue.centre.prefix)[0]?.number ?? given;
}

/** Answers about a case this caller sees; a foreign one is as unknown as one that never was. */
async function withCase(
  deps: ApiDeps,
  caller: Caller,
  params: Record<string, string>,
  answer: (c: Case) => Promise<Answer>,
): Promise<Answer> {
  const c = await deps.store.caseByNumber(numberIn(deps, params));
  return c && sees(caller)(c) ? answer(c) : notFound('case');
}

/** A case with its history as an answer. */
export async function answerCase(deps: ApiDeps, caller: Caller, c: Case): Promise<Answer> {
  return ok(caseWithHistory(c, await deps.store.history(c.id), caller, deps.now()));
}

async function answerAttachment(deps: ApiDeps, c: Case, id: string): Promise<Answer> {
  const owner = c.conversationId ?? c.opening?.conversationId;
  const listed = c.attachments.some(attachment => attachment.id === id);
  const file = listed && owner ? await fileIn(deps, owner, id) : null;
  return file ? { status: 200, file: file.bytes, type: file.type } : notFound('attachment');
}

/** It lies where it was sent: in the case's own talk, or in another of the same person. */
async function fileIn({ store }: ApiDeps, owner: string, id: string) {
  const own = await store.media(owner, id);
  if (own) return own;
  for (const other of await store.othersOfPerson(owner)) {
    const file = await store.media(other.id, id);
    if (file) return file;
  }
  return null;
}

async function answerDeliveries({ store }: ApiDeps, c: Case): Promise<Answer> {
  const deliveries = await store.deliveries(c.id);
  const shown = deliveries.map(({ outboundId, at, class: kind, ...rest }) => {
    return { id: outboundId, at: at.toISOString(), class: kind, ...rest };
  });
  const ledger = (await store.ledger(c.id)).map(({ noticeId, at, ...line }) => {
    return { notice: noticeId, at: at.toISOString(), ...line };
  });
  return ok({ deliveries: shown, ledger });
}

const PAGE = 50;

async function listCases(deps: ApiDeps, caller: Caller, query: z.output<typeof listQuery>): Promise<Answer> {
  const area = findArea(deps.catalogue, { district: query.district });
  if ('problem' in area) return badFields([area.problem]);
  const { agency = caller.agencyId ?? undefined, status, kind, service, cursor, since } = query;
  if (caller.role === 'agency' && agency !== caller.agencyId) return ok({ cases: [], next: null });
  const filter: CaseFilter = {
    ...{ limit: query.limit ?? PAGE, ...given({ status, kind, cursor }) },
    ...given({ agencyId: agency, serviceId: service, districtCode: area.code ?? undefined }),
    ...given({ holderDistrict: caller.districtCode ?? undefined }),
    ...given({ since: since === undefined ? undefined : startOf(since) }),
  };
  const { cases, next } = await deps.store.cases(filter);
  return ok({ cases: cases.map(c => caseJson(c, caller, deps.now())), next });
}

/** The values that are there. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** A date alone is the beginning of that day in Panama. */
function startOf(since: string): Date {
  return new Date(since.length === 10 ? `${since}T00:00:00-05:00` : since);
}

async function searchCases(
  deps: ApiDeps,
  caller: Caller,
  { address, channel }: z.output<typeof searchBody>,
): Promise<Answer> {
  const accounts = deps.accounts().filter(known => channel === undefined || known.channel === channel);
  const talks = await Promise.all(
    accounts.map(known => deps.store.conversationOf({ ...known, address: plainAddress(address) })),
  );
  const found = await Promise.all(talks.map(talk => (talk ? deps.store.casesOf(talk.id) : [])));
  const cases = found.flat().sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime());
  return ok({ cases: cases.map(c => caseJson(c, caller, deps.now())), next: null });
}
