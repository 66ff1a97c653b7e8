import type { NewsKind, NoticePlan } from '../catalogue/catalogue.ts';
import type { Attempt } from '../storage/changes.ts';
import type { Change, Conversation, ConversationChange } from '../storage/store.ts';
import type { Case } from './case.ts';
import { type Notice, type NotifyDeps, neverAsked, noLongerAwaiting, notify } from './notify.ts';
import { findRoad, type Search } from './roads.ts';

/** Whom a case's news concerns: the talk it was opened in, and the citizen's other addresses. */
export interface Audience {
  own: Conversation;
  others: readonly Conversation[];
}

/** A piece of news at the point of being told. */
export interface News {
  id: string;
  kind: NewsKind;
  notice: Notice;
  /** The case as it now is. */
  case: Case;
  /** Where in the list of roads to begin, and why the one before is over. */
  from: number;
  after: string | null;
  /** Attempts known so far. */
  known: number;
  /** The talk whose road failed. */
  failedIn: string | null;
}

/** The part of a commit that brings news on its way. */
export interface Sending extends Pick<Change, 'outbound' | 'notice'> {
  talks: NonNullable<Change['talks']>;
  /** The talk whose sends somebody must wake; null: nothing is sent now. */
  wakes: string | null;
}

/** The kind of a notice, by which the office names its roads. */
export function kindOf(notice: Notice, { status }: Pick<Case, 'status'>): NewsKind {
  if (notice.what === 'solved_nudge') return 'reminder';
  if (notice.what !== 'status') return notice.what;
  if (status === 'resolved') return 'solved';
  return status === 'awaiting_citizen' ? 'question' : 'status';
}

/**
 * Looks for the road news takes now, and words it for that. What was looked at goes into the ledger; a road on which the
 * citizen sleeps is come back to. Pure.
 */
export function sendNews(
  deps: NotifyDeps & { plan: NoticePlan; now: Date },
  news: News,
  { own, others }: Audience,
): Sending {
  const { plan, now, capabilitiesOf } = deps;
  const { id, kind, notice, from, after, known } = news;
  const search: Search = { plan, kind, from, after, own, others, capabilitiesOf, about: news.case, now };
  const { skipped, take, wait } = findRoad(search);
  const mayCost = plan.news[kind].cost === 'paid';
  const told = take && notify(deps, news.case, notice, { ...take, noticeId: id, mayCost });
  const left = [own, ...others].flatMap(talk => {
    if (talk.id === take?.conversation.id) return [];
    return (talk.id === news.failedIn ? neverAsked(talk, news.case) : null) ?? [];
  });
  return {
    outbound: told?.outbound ?? [],
    talks: [
      ...(told?.conversation ? [told.conversation] : []),
      ...left,
      ...overIn(own, news, take?.conversation),
    ],
    notice: {
      ...{ id, known, wakeAt: wait?.until ?? null },
      attempts: [
        ...skipped.map(toSkipped(search)),
        ...(take ? [taken(take)] : []),
        ...(wait ? [postponed(wait)] : []),
      ],
    },
    wakes: take && !take.capabilities.pull ? take.conversation.id : null,
  };
}

/** Where it was opened, nothing is awaited any more that the case no longer asks. */
function overIn(own: Conversation, news: News, taken: Conversation | undefined): ConversationChange[] {
  if (taken?.id === own.id || news.failedIn === own.id) return [];
  return [noLongerAwaiting(own, news.case)].filter(talk => talk !== null);
}

function toSkipped({
  own,
  others,
}: Search): (skipped: ReturnType<typeof findRoad>['skipped'][number]) => Attempt {
  return ({ step, road, reason, code }) => {
    const found = [own, ...others].find(({ channel }) => channel === road);
    return { step, road, conversationId: found?.id ?? null, reason, what: 'skipped', code };
  };
}

type Found = ReturnType<typeof findRoad>;

function taken({ step, reason, conversation }: NonNullable<Found['take']>): Attempt {
  const { id: conversationId, channel: road } = conversation;
  return { step, road, conversationId, reason, what: 'taken', code: null };
}

function postponed({ step, reason, road }: NonNullable<Found['wait']>): Attempt {
  return { step, road, conversationId: null, reason, what: 'postponed', code: QUIET };
}

/** Why news waits for the morning. */
export const QUIET = 'quiet_hours';
