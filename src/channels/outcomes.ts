import { WINDOW_CLOSED } from '../errors.ts';
import type { Outcome } from '../storage/store.ts';
import { FILE_GONE, STORE_TROUBLE } from './file-to-send.ts';

/** The code of a send whose outcome is still being read back. */
export const UNSETTLED = 'unsettled';
/** Nobody was called, in one case because a channel's own budget is used up: it tells nothing of the account. */
const NO_CALL = [UNSETTLED, WINDOW_CLOSED, 'budget', STORE_TROUBLE.code, FILE_GONE.code];

/** Is nothing left to be done for a message that came to this? */
export function isDone({ state }: Outcome): boolean {
  return state === 'accepted' || state === 'rejected';
}

/** Did the platform answer? A refusal is an answer: the account works. Null: nobody was called, and nothing is known of it. */
export function isAnswer(outcome: Outcome): boolean | null {
  if (outcome.state === 'accepted' || outcome.state === 'sending') return true;
  return NO_CALL.includes(outcome.code) ? null : outcome.state === 'rejected';
}
