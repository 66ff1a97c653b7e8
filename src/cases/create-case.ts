import type { ChannelId } from '../channels/channel.ts';
import { anewOnConflict } from '../errors.ts';
import type { FieldProblem } from '../http.ts';
import type { Queries } from '../storage/queries.ts';
import type { Conversation, Store } from '../storage/store.ts';
import { type CaseDeps, commitWithNotice } from './apply.ts';
import type { Case, CaseChange, Privacy, Reporter } from './case.ts';
import { daysOf } from './clock.ts';
import { newNumber } from './number.ts';
import { openCase } from './steps.ts';
import { type Told, type UnderstandDeps, type Understood, understandOpening } from './understand-opening.ts';

/** What opening a case for somebody needs. */
export interface CreateDeps extends CaseDeps, UnderstandDeps {
  store: Pick<Store, 'load' | 'commit' | 'open'> &
    Pick<Queries, 'caseByNumber' | 'caseById' | 'caseByIdempotencyKey' | 'othersOfPerson'>;
  newId: () => string;
  random: (bytes: number) => Buffer;
  /** Digits for the citizen, and the keyed hash to keep of them for this number. */
  newPin: (number: string) => { pin: string; hash: string };
  /** Our side of a channel that is on; null when it is off or unknown. */
  accountOf: (channel: ChannelId) => string | null;
}

/** A case somebody wants opened. */
export interface CreateRequest extends Told {
  privacy: Privacy;
  reporter: Omit<Reporter, 'account'> | null;
  /** A second use gives back the case of the first. */
  idempotencyKey?: string | undefined;
}

/** What a request to open a case came to. */
export type CreateResult =
  /** `pin` is shown now and never again: with the number it opens a case that no conversation shows. */
  | { outcome: 'opened'; case: Case; pin: string | null }
  | { outcome: 'exists'; case: Case }
  | { outcome: 'undecided'; problems: FieldProblem[] };

/** Where a reporter may have come from without a channel: they are told nothing, and have the PIN. */
const OFFLINE_CHANNELS: readonly string[] = ['phone', 'counter', 'letter'];

/**
 * Opens a case for somebody and tells them its number on their channel, in one commit. What the request leaves out is
 * understood from the description; what cannot be decided is named and nothing is stored.
 */
export function createCase(deps: CreateDeps, by: string, request: CreateRequest): Promise<CreateResult> {
  return anewOnConflict(() => createOnce(deps, by, request));
}

async function createOnce(deps: CreateDeps, by: string, request: CreateRequest): Promise<CreateResult> {
  const { idempotencyKey } = request;
  const existing = idempotencyKey ? await deps.store.caseByIdempotencyKey(idempotencyKey) : null;
  if (existing) return { outcome: 'exists', case: existing };
  const problems = reporterProblems(deps, request);
  const understood = understandOpening(deps, request);
  if ('problems' in understood) problems.push(...understood.problems);
  if ('problems' in understood || problems.length > 0) return { outcome: 'undecided', problems };
  const reporter = reporterOf(deps, request.reporter);
  const conversation = reporter && (await talkOf(deps, reporter));
  const { change, pin } = draw(deps, by, { request, understood, reporter, conversation });
  await commitWithNotice(deps, change, { notice: { what: 'opened' }, conversation, name: 'open' });
  return { outcome: 'opened', case: { ...change.case, version: 1 }, pin };
}

function reporterProblems({ accountOf }: CreateDeps, { privacy, reporter }: CreateRequest): FieldProblem[] {
  if (reporter === null) return [];
  if (privacy === 'anonymous') {
    return [{ field: 'reporter', reason: 'an anonymous case keeps no reporter: leave it out' }];
  }
  if (OFFLINE_CHANNELS.includes(reporter.channel) || accountOf(reporter.channel) !== null) return [];
  const reason = `is no channel that is on, nor one of ${OFFLINE_CHANNELS.join(', ')}`;
  return [{ field: 'reporter.channel', reason }];
}

function reporterOf({ accountOf }: CreateDeps, given: CreateRequest['reporter']): Reporter | null {
  if (given === null) return null;
  return { ...given, address: plainAddress(given.address), account: accountOf(given.channel) ?? '' };
}

/** An address as platforms write it: `+507 6000-0000` is `+50760000000`, a mail's has small letters. Others stay. */
export function plainAddress(address: string): string {
  const trimmed = address.trim();
  if (/^\+[\d\s().-]+$/.test(trimmed)) return `+${trimmed.replace(/\D/g, '')}`;
  return /^[^\s@]+@[^\s@]+$/.test(trimmed) ? trimmed.toLowerCase() : trimmed;
}

async function talkOf(deps: CreateDeps, reporter: Reporter): Promise<Conversation | null> {
  if (deps.accountOf(reporter.channel) === null) return null;
  const { channel, account, address, name } = reporter;
  const id = await deps.store.open({ channel, account, address }, name ?? null, deps.now());
  return (await deps.store.load(id, 0))?.conversation ?? null;
}

/** Everything a new case is drawn up from. */
interface Drawing {
  request: CreateRequest;
  understood: Exclude<Understood, { problems: FieldProblem[] }>;
  reporter: Reporter | null;
  conversation: Conversation | null;
}

function draw(
  deps: CreateDeps,
  by: string,
  { request, understood, reporter, conversation }: Drawing,
): { change: CaseChange; pin: string | null } {
  const { kind, description, privacy, idempotencyKey } = request;
  const { centre } = deps.catalogue;
  const number = newNumber(centre.prefix, deps.random);
  const secret = conversation === null ? deps.newPin(number) : null;
  const opening = {
    ...{ id: deps.newId(), number, kind, privacy, reporter, ...understood },
    ...{ description: [description], attachments: [], opening: null, at: deps.now(), by },
    conversationId: conversation?.id ?? null,
    pinHash: secret?.hash ?? null,
    days: daysOf(deps.catalogue, understood.serviceId, understood.holder),
  };
  const change = openCase(opening, centre);
  return { change: idempotencyKey ? { ...change, idempotencyKey } : change, pin: secret?.pin ?? null };
}
