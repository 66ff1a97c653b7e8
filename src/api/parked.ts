import { anewOnConflict } from '../errors.ts';
import type { ParkedMessage } from '../storage/queries.ts';
import type { Conversation, ConversationSet, Unparking } from '../storage/store.ts';
import type { ApiDeps } from './api-deps.ts';
import { WITH_BOT } from './desk.ts';

/** Why a person needs no turn for messages put aside. */
export const DROP_REASONS = ['answered', 'nothing', 'repeat', 'abuse', 'test'] as const;

/** What each reason says. */
export const DROP_MEANINGS: Record<(typeof DROP_REASONS)[number], string> = {
  answered: 'a person answered the citizen',
  nothing: 'nothing was asked or told',
  repeat: 'the same was said again and handled then',
  abuse: 'it was written to do harm',
  test: 'it was a trial of ours',
};

/** What a decision about messages put aside needs. */
export type ParkedDeps = Pick<ApiDeps, 'store' | 'queue' | 'now' | 'failPoint'>;

/** How many messages it concerned; 0: nothing is put aside in this talk. Null: there is no such talk. */
export type Decided = number | null;

/** More than these at once are the next call's. */
export const MOST_AT_ONCE = 500;

/**
 * Makes the messages of a talk that were put aside wait again, and wakes the turn. The bot has the talk then, unless
 * a person took it, or was promised for another reason.
 */
export async function retryParked(deps: ParkedDeps, id: string): Promise<Decided> {
  const decided = await decide(deps, id, 'parked-retry', seqs => ({ seqs, to: 'retry' }));
  if (decided) await deps.queue.add({ name: 'turn', conversationId: id });
  return decided;
}

/** Notes that a person has seen to the messages of a talk that were put aside: they stay, and are listed no more. */
export function dropParked(deps: ParkedDeps, id: string, by: string, reason: string): Promise<Decided> {
  return decide(deps, id, 'parked-drop', seqs => ({ seqs, to: 'drop', by, reason }));
}

/** Reads and commits; anew when somebody was faster. */
function decide(
  deps: ParkedDeps,
  id: string,
  name: string,
  unparking: (seqs: number[]) => Unparking,
): Promise<Decided> {
  return anewOnConflict(async () => {
    const conversation = (await deps.store.load(id, 0))?.conversation;
    if (!conversation) return null;
    const parked = await deps.store.parkedMessages(id, MOST_AT_ONCE);
    if (parked.length === 0) return 0;
    await commit(deps, conversation, name, unparking(parked.map(({ message: { seq } }) => seq)));
    return parked.length;
  });
}

async function commit(
  deps: ParkedDeps,
  conversation: Conversation,
  name: string,
  unparked: Unparking,
): Promise<void> {
  const { id, version } = conversation;
  const set: ConversationSet = unparked.to === 'retry' ? { failures: 0, ...backToBot(conversation) } : {};
  const change = { id, expectedVersion: version, consumed: [], turn: false, unparked, set };
  await deps.failPoint?.(`${name}:before-commit`);
  await deps.store.commit({ at: deps.now(), conversation: change });
  await deps.failPoint?.(`${name}:after-commit`);
}

/** Nobody waits for a person any more whom only the failed turn had promised one. */
function backToBot({ mode, reason }: Conversation): ConversationSet {
  return mode === 'waiting' && reason === 'failed_turn' ? WITH_BOT : {};
}

/** A message put aside as people's screens show it. */
export function parkedJson({ message, parkedAt, reason }: ParkedMessage) {
  const { seq, receivedAt, text, choice, media } = message;
  return {
    ...{ seq, at: receivedAt.toISOString(), parkedAt: parkedAt.toISOString(), reason },
    ...{ text: text ?? choice, files: media.length },
  };
}
