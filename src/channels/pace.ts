import type { Sender } from './accounts.ts';

/** So many calls within a span of ms: never more than seconds, which a process that starts can wait for. */
export interface Pace {
  most: number;
  perMs: number;
}

/** What a platform takes in a moment: of an account, and to one recipient. */
export interface Paces {
  account?: Pace;
  recipient?: Pace;
}

/** A place that was taken, until its call has ended or none was made; or for how many ms there is none. */
export type Place = { leave(wasCalled: boolean): void } | { waitMs: number };

/** Keeps calls within a platform's paces. */
export interface Pacer {
  take(sender: Sender, paces: Paces | undefined): Place;
}

/** A call: when it had ended at the latest; not yet, while it is under way. */
interface Call {
  endedAt: number;
}

/** Recipients whose last calls are remembered. */
const REMEMBERED = 100_000;

/**
 * Makes a pacer. A call keeps its place from before it begins until a span after its end, so that however long it took to
 * arrive the platform sees no more of them within a span. Memory only, and yet no span is overdrawn across a restart: the
 * process before may have used all of it, so a new one lets nothing through until a whole span has passed since its own
 * start. `elapsedMs` rises by one each ms.
 */
export function createPacer(elapsedMs: () => number): Pacer {
  const startedAt = elapsedMs();
  const calls = new Map<string, Call[]>();

  /** Those within the span, and those under way. */
  function within(key: string, { perMs }: Pace): Call[] {
    const recent = (calls.get(key) ?? []).filter(({ endedAt }) => endedAt > elapsedMs() - perMs);
    calls.delete(key);
    calls.set(key, recent);
    const [oldest] = calls.keys();
    if (calls.size > REMEMBERED && oldest !== undefined) calls.delete(oldest);
    return recent;
  }

  function waitFor(key: string, pace: Pace): number {
    const ends = within(key, pace).map(({ endedAt }) => endedAt);
    const inTheWay = ends.length < pace.most ? startedAt : Math.min(...ends);
    return Number.isFinite(inTheWay) ? inTheWay + pace.perMs - elapsedMs() : pace.perMs;
  }

  return {
    take: ({ conversationId, channel, account }, paces = {}) => {
      const wanted = [
        { key: JSON.stringify([channel, account]), pace: paces.account },
        { key: conversationId, pace: paces.recipient },
      ].flatMap(({ key, pace }) => (pace ? [{ key, pace }] : []));
      const waitMs = Math.max(0, ...wanted.map(({ key, pace }) => waitFor(key, pace)));
      if (waitMs > 0) return { waitMs: Math.ceil(waitMs) };
      const call: Call = { endedAt: Number.POSITIVE_INFINITY };
      for (const { key } of wanted) calls.get(key)?.push(call);
      return {
        leave: wasCalled => {
          call.endedAt = wasCalled ? elapsedMs() : Number.NEGATIVE_INFINITY;
        },
      };
    },
  };
}
