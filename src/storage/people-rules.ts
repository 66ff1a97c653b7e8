/** An address gets no more codes than `MOST_CODES` within this, whoever asks for them. */
export const DAY_MS = 24 * 3_600_000;
/** The most codes an address gets within a day. */
export const MOST_CODES = 3;
/** A code answered wrongly this often is void. */
export const MOST_MISSES = 5;
