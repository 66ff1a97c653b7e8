/** Words by which Twilio itself stops or resumes all messages of a sender, and answers (its default keywords). */
const STOPPED_BY_PLATFORM = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'];
const RESUMED_BY_PLATFORM = ['start', 'unstop'];

/** The same in Spanish, which the platform does not know: we stop, and say so. */
const STOPPED_BY_US = ['alto', 'baja', 'parar'];
const RESUMED_BY_US = ['alta'];

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
  if (text.length > LONGEST && text.trim().length > LONGEST) return null;
  const word = fold(text);
  if (STOPPED_BY_PLATFORM.includes(word)) return { signal: 'optOut', signalAnswered: true };
  if (STOPPED_BY_US.includes(word)) return { signal: 'optOut', signalAnswered: false };
  if (RESUMED_BY_PLATFORM.includes(word)) return { signal: 'optIn', signalAnswered: true };
  return RESUMED_BY_US.includes(word) ? { signal: 'optIn', signalAnswered: false } : null;
}

/** No message of more characters is such a word alone. */
const LONGEST = 40;

function fold(text: string): string {
  const plain = text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/^[\s"'¡.,!]+|[\s"'.,!]+$/g, '');
}
