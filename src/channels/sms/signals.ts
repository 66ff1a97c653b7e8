import { signalIn, wordOf } from '../opt-out-words.ts';

/** Words by which Twilio itself stops or resumes all messages of a sender, and answers (its default keywords). */
const STOPPED_BY_PLATFORM = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'];
const RESUMED_BY_PLATFORM = ['start', 'unstop'];

/** What a message says about receiving messages. */
export interface Signal {
  signal: 'optOut' | 'optIn';
  /** The platform answers it. */
  signalAnswered: boolean;
}

/**
 * Reads a signal from a whole message, or from what the platform made of it (`OptOutType`). "YES" resumes on the
 * platform too, but here it confirms a summary.
 */
export function signalOf(text: string, optOutType: string | null): Signal | null {
  if (optOutType === 'STOP') return { signal: 'optOut', signalAnswered: true };
  if (optOutType === 'START') return { signal: 'optIn', signalAnswered: true };
  const word = wordOf(text);
  if (STOPPED_BY_PLATFORM.includes(word)) return { signal: 'optOut', signalAnswered: true };
  if (RESUMED_BY_PLATFORM.includes(word)) return { signal: 'optIn', signalAnswered: true };
  // The platform does not know the Spanish ones: we stop, and say so.
  const signal = signalIn(text);
  return signal === null ? null : { signal, signalAnswered: false };
}
