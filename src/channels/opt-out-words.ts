/** Words by which a citizen wants no more messages, on any channel; `cancelar` leaves a report and is none of them. */
const STOPPING = ['alto', 'baja', 'parar', 'stop', 'unsubscribe'];

/** Words by which they want them again; the office's own sentence says INICIAR. */
const RESUMING = ['alta', 'iniciar', 'start'];

/** No message of more characters is such a word alone. */
const LONGEST = 40;

/** What a whole message says about receiving messages; null: nothing. */
export function signalIn(text: string): 'optOut' | 'optIn' | null {
  const word = wordOf(text);
  if (STOPPING.includes(word)) return 'optOut';
  return RESUMING.includes(word) ? 'optIn' : null;
}

/** A message as one plain word, without accents and marks around it; `''` when it is too long to be one. */
export function wordOf(text: string): string {
  if (text.length > LONGEST && text.trim().length > LONGEST) return '';
  const plain = text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/^[\s"'¡.,!]+|[\s"'.,!]+$/g, '');
}
