/** How far a mailbox was read; kept across restarts. */
export interface Place {
  /** What its numbers meant. */
  validity: string;
  /** The number of the last mail that was read. */
  uid: number;
  /** When it was met first: older mails were never ours. ISO. */
  since: string;
  /** When the server took the newest mail that was read. ISO. */
  at: string;
}

/** A place as it was kept; null: none, or one that nobody can make sense of. */
export function readPlace(kept: string | null): Place | null {
  const [validity, uid, since, at] = (kept ?? '').split(' ');
  const isWhole = validity && /^\d+$/.test(uid ?? '') && isTime(since) && isTime(at);
  return isWhole ? { validity, uid: Number(uid), since, at } : null;
}

function isTime(text: string | undefined): text is string {
  return text !== undefined && !Number.isNaN(Date.parse(text));
}

/** A place as it is to be kept. */
export function writePlace({ validity, uid, since, at }: Place): string {
  return [validity, uid, since, at].join(' ');
}
