import type { Catalogue } from '../catalogue/catalogue.ts';
import { anewOnConflict } from '../errors.ts';
import type { Queue } from '../queue/queue.ts';
import type { Queries } from '../storage/queries.ts';
import type { Change, Conversation, Store } from '../storage/store.ts';
import type { Case, CaseChange, Status } from './case.ts';
import { kindOf, type Sending, sendNews } from './news.ts';
import { type Notice, type NotifyDeps, noLongerAwaiting, outboundId } from './notify.ts';

/** What every change of a stored case needs. */
export interface CaseDeps extends NotifyDeps {
  store: Pick<Store, 'load' | 'commit'> &
    Pick<Queries, 'caseByNumber' | 'caseById' | 'caseByIdempotencyKey' | 'othersOfPerson'>;
  queue: Pick<Queue, 'add'>;
  catalogue: Catalogue;
  now: () => Date;
  /** Called around every write, so that tests can end the process there. */
  failPoint?: (name: string) => void | Promise<void>;
}

/** Who changes a case, and what of it they may touch. */
export interface Actor {
  /** The key's name, as the history will say. */
  name: string;
  /** False: to this actor the case does not exist. */
  sees: (c: Case) => boolean;
}

/** What a change of a case came to; expected outcomes are values. */
export type CaseResult =
  /** `changed` false: it was so already, or this very request was done before; nothing was sent. */
  | { outcome: 'done'; case: Case; changed: boolean }
  /** No such case, or none this actor sees. */
  | { outcome: 'unknown' }
  /** Not from this status; these are the steps that are. */
  | { outcome: 'forbidden'; allowed: Status[] };

/** What is to be done with a case as it is now. */
export type Decision =
  | { change: CaseChange; notice: Notice | null }
  | { change: null }
  | { allowed: Status[] };

/** How a case is found, decided about and changed. */
export interface Application {
  find: () => Promise<Case | null>;
  decide: (c: Case, conversation: Conversation | null) => Decision;
  /** A second use does nothing; made the caller's own by its prefix. */
  idempotencyKey?: string | undefined;
  /** The first word of the fail points around the commit. */
  name: string;
}

/**
 * Reads a case, decides, and commits the case, its event, the notice and what the conversation awaits as one change;
 * then wakes `deliver`. Decides anew when somebody was faster. Rejects when the store cannot take it.
 */
export function applyToCase(deps: CaseDeps, application: Application): Promise<CaseResult> {
  return anewOnConflict(() => applyOnce(deps, application));
}

async function applyOnce(deps: CaseDeps, application: Application): Promise<CaseResult> {
  const { find, decide, idempotencyKey, name } = application;
  const c = await find();
  if (c === null) return { outcome: 'unknown' };
  if (idempotencyKey && (await deps.store.caseByIdempotencyKey(idempotencyKey))) {
    return { outcome: 'done', case: c, changed: false };
  }
  const conversation = await conversationOf(deps, c);
  const decision = decide(c, conversation);
  if ('allowed' in decision) return { outcome: 'forbidden', allowed: decision.allowed };
  if (decision.change === null) return { outcome: 'done', case: c, changed: false };
  const change = idempotencyKey ? { ...decision.change, idempotencyKey } : decision.change;
  await commitWithNotice(deps, change, { notice: decision.notice, conversation, name });
  return { outcome: 'done', case: { ...change.case, version: change.expectedVersion + 1 }, changed: true };
}

async function conversationOf(deps: CaseDeps, c: Case): Promise<Conversation | null> {
  if (c.conversationId === null) return null;
  return (await deps.store.load(c.conversationId, 0))?.conversation ?? null;
}

/** What goes with a case's change into its commit. */
export interface Telling {
  notice: Notice | null;
  conversation: Conversation | null;
  /** The first word of the fail points. */
  name: string;
}

/** Commits a case's change together with what its citizen is told. Throws `ConflictError`. */
export async function commitWithNotice(
  deps: TellDeps,
  caseChange: CaseChange,
  telling: Telling,
): Promise<void> {
  const at = deps.now();
  const { talks = [], wakes = null, ...sending } = await tell(deps, caseChange, telling, at);
  const change: Change = { at, cases: [caseChange], talks, ...sending };
  await deps.failPoint?.(`${telling.name}:before-commit`);
  await deps.store.commit(change);
  await deps.failPoint?.(`${telling.name}:after-commit`);
  if (wakes !== null) await deps.queue.add({ name: 'deliver', conversationId: wakes });
}

type TellDeps = Pick<CaseDeps, 'queue' | 'now' | 'failPoint' | 'catalogue'> &
  NotifyDeps & { store: Pick<CaseDeps['store'], 'commit' | 'othersOfPerson'> };

async function tell(
  deps: TellDeps,
  { case: c, expectedVersion }: CaseChange,
  { notice, conversation: own }: Telling,
  now: Date,
): Promise<Partial<Sending>> {
  if (own === null) return {};
  if (notice === null) {
    const over = noLongerAwaiting(own, c);
    return over ? { talks: [over] } : {};
  }
  const others = own.person === null ? [] : await deps.store.othersOfPerson(own.id);
  const id = outboundId(c.id, String(expectedVersion));
  const kind = kindOf(notice, c);
  const news = { id, kind, notice, case: c, from: 0, after: null, known: 0, failedIn: null };
  const sending = sendNews({ ...deps, plan: deps.catalogue.notices, now }, news, { own, others });
  return {
    ...sending,
    ...(sending.notice ? { notice: { ...sending.notice, begun: { caseId: c.id, kind, notice } } } : {}),
  };
}

/** A case by its number, if this actor sees it. */
export function findVisible(deps: CaseDeps, actor: Actor, number: string): () => Promise<Case | null> {
  return async () => {
    const c = await deps.store.caseByNumber(number);
    return c && actor.sees(c) ? c : null;
  };
}
