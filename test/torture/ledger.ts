/** A citizen's message as it was known outside the service. */
export interface Said {
  channel: string;
  account: string;
  address: string;
  providerId: string;
  text: string;
  startedAt: number;
  /** When a 2xx came back; null: nobody knows whether it was taken. */
  ackedAt: number | null;
  /** The place in the talk, where the channel tells it. */
  seq: number | null;
}

/** Something an operator asked for, once, with as many tries as it took. */
export interface Operation {
  what: string;
  /** Stands in what was written: nobody else writes it. */
  marker: string;
  /** The case, or the talk. */
  target: string;
  acked: boolean;
  /** The status the service gave at last; null when none came. */
  status: number | null;
  /** Does the citizen read the marker? */
  isTold: boolean;
}

/** What a citizen lived through. */
export interface Witness {
  channel: string;
  address: string;
  /** Summaries that came, those of them that were confirmed, and the numbers of cases that were told. */
  summaries: number;
  confirmed: number;
  /** Yeses to another question. One that crosses a summary that was not read yet confirms it. */
  otherYeses: number;
  numbers: string[];
  /** Reads its own talk again: web only. */
  transcript?: () => Promise<unknown[]>;
  /** What was read while it went on. */
  seen: { seq: number; text: string; from: string }[];
}

/** A witness of nothing yet. */
export function openWitness(channel: string, address: string): Witness {
  return { channel, address, summaries: 0, confirmed: 0, otherYeses: 0, numbers: [], seen: [] };
}

/** How long somebody waited for an answer, from the acknowledgement of their words. */
export interface Wait {
  channel: string;
  address: string;
  at: number;
  ms: number;
}

/** Everything that is known of a run outside the service. */
export interface Ledger {
  said: Said[];
  operations: Operation[];
  witnesses: Witness[];
  waits: Wait[];
  /** Breaches seen at once, in words. */
  breaches: string[];
  /** Calls under way: the service owes an answer. */
  open: number;
  /** Acknowledged words that nobody answered yet: when, by address. */
  unanswered: Map<string, number>;
  /** Answers of 5xx to citizens and operators, by the wall clock. */
  refusals: { at: number; status: number }[];
  redelivered: number;
  troubles: number;
  /** Of these, those after which nobody can know whether a call was taken. */
  unreadable: number;
}

/** An empty ledger. */
export function createLedger(): Ledger {
  return {
    ...{ said: [], operations: [], witnesses: [], waits: [], breaches: [], refusals: [] },
    ...{ open: 0, unanswered: new Map(), redelivered: 0, troubles: 0, unreadable: 0 },
  };
}

/** Runs a call while the ledger counts it as open; null when no answer came. */
export async function counted<T>(ledger: Ledger, call: () => Promise<T>): Promise<T | null> {
  ledger.open += 1;
  try {
    return await call();
  } catch {
    return null;
  } finally {
    ledger.open -= 1;
  }
}
