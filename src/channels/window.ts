import { WINDOW_CLOSED } from '../errors.ts';
import type { Outbound } from '../storage/store.ts';
import type { Capabilities, Form } from './channel.ts';

/** The code in the ledger of a message that went out as its approved template, not in the words written there. */
export const AS_TEMPLATE = 'as_template';

/** A call takes its time, and clocks differ: so long before its end the window counts as closed. */
const MARGIN_MS = 60_000;

/** What of a message decides how it may leave. */
export type Leaving = Pick<Outbound, 'from' | 'part' | 'code'>;

/**
 * How a message may leave now, by when its citizen last wrote; null: not at all. Who never wrote has opened no window;
 * a platform that said it has closed is believed more than our own reckoning.
 */
export function formOf(
  { replyWindowMs, lateWindowMs = 0, templates = false }: Capabilities,
  { from, part, code }: Leaving,
  lastInboundAt: Date | null,
  now: Date,
): Form | null {
  if (replyWindowMs === null) return 'free';
  const age = lastInboundAt === null ? Number.POSITIVE_INFINITY : now.getTime() - lastInboundAt.getTime();
  if (code !== WINDOW_CLOSED && age < replyWindowMs - MARGIN_MS) return 'free';
  if (templates && part.template) return 'template';
  return from === 'person' && age < lateWindowMs - MARGIN_MS ? 'late' : null;
}
