/** Spans in ms, and how many calls one account may have under way. */
export interface DeliverTimes {
  /** A send, or a read-back, that took longer is given up as unknown. */
  callMs: number;
  /** For how long a claim is ours: longer than a read-back and a send together. */
  leaseMs: number;
  /** A platform may show a call this much later: "it is not there" is not believed before. */
  settleMs: number;
  /** The longest an unknown outcome holds a conversation back. */
  holdMs: number;
  /** How long an account rests when most of its calls fail. */
  pauseMs: number;
  perAccount: number;
}

/** The times of a desk in service. */
export const TIMES: DeliverTimes = {
  callMs: 15_000,
  leaseMs: 40_000,
  settleMs: 2_000,
  holdMs: 60_000,
  pauseMs: 15_000,
  perAccount: 16,
};
