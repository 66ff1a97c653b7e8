import { createHealth, type HealthDeps } from './health.ts';
import { createLine, type Waiting } from './line.ts';
import { createPaced, keptForDanger, type Pace } from './pace.ts';

/** What an account's door needs. */
export interface DoorDeps extends HealthDeps {
  /** Asks for a conversation's delivery by this very process, after a delay. */
  wake: (conversationId: string, delayMs: number) => void;
  /** Calls under way at once. */
  limit: number;
  /** How much of an account's pace, 0 to 1, is this process's own now; absent: all of it. */
  part?: () => number;
}

/** Gives a place back. `ok`: did the platform take the call; null: nothing is known of it. `wasCalled`: there may have been one. */
export type Leave = (tried: { wasCalled: boolean; ok: boolean | null }) => void;

/** The door of one account. */
export interface Door {
  /** Takes a place; null: there is none, or others come first. Then it stands in the line, and is woken when it is its turn. */
  enter(waiting: Waiting): Leave | null;
  /** Would the calls under way, and those of the last span, fit in this part of its pace? */
  fits(part: number): boolean;
}

/** Who was woken and did not come for so long stands in nobody's way. */
const LATE_MS = 5_000;

/**
 * Makes the door of an account: so many calls at once, no more than its pace, none but a probe while most of its recent
 * calls fail. Places are handed out in order of arrival, those with numbers for danger first, and some are kept for them. Only
 * who is first in the line is woken, when there is a place.
 */
export function createDoor(deps: DoorDeps, pace: Pace | undefined, startedAt: number): Door {
  const { elapsedMs, limit, wake } = deps;
  const line = createLine();
  const health = createHealth(deps);
  const paced = pace && createPaced(pace, elapsedMs, startedAt, deps.part);
  let inside = 0;
  let woken: { conversationId: string; at: number } | null = null;

  function waitMs(urgent: boolean): number {
    const kept = (most: number): number => (urgent ? 0 : keptForDanger(most));
    const hasRoom = inside < limit - kept(limit);
    const room = health.isPaused() ? health.waitMs() : hasRoom ? 0 : Number.POSITIVE_INFINITY;
    return Math.max(room, paced ? paced.waitMs(kept(paced.most())) : 0);
  }

  function first(): Waiting | null {
    const next = line.first();
    const isLate = woken?.conversationId === next?.conversationId && elapsedMs() > (woken?.at ?? 0) + LATE_MS;
    if (!next || !isLate) return next;
    line.leave(next.conversationId);
    woken = null;
    return first();
  }

  function wakeFirst(): void {
    const next = first();
    // Who leaves wakes again.
    const delayMs = next ? waitMs(next.urgent) : Number.POSITIVE_INFINITY;
    if (!next || delayMs === Number.POSITIVE_INFINITY) return;
    const at = elapsedMs() + delayMs;
    const { conversationId } = next;
    // Sums of parts of a millisecond are never quite the same.
    if (woken?.conversationId === conversationId && woken.at < at + 1) return;
    woken = { conversationId, at };
    wake(conversationId, Math.ceil(delayMs));
  }

  function begin(conversationId: string): Leave {
    inside += 1;
    health.begin(conversationId);
    const end = paced?.begin();
    return ({ wasCalled, ok }) => {
      inside -= 1;
      health.end(conversationId, ok);
      end?.(wasCalled);
      wakeFirst();
    };
  }

  return {
    fits: part => paced?.fits(part) ?? true,
    enter: waiting => {
      const { conversationId } = waiting;
      line.join(waiting);
      const next = first();
      if (woken?.conversationId === conversationId) woken = null;
      const mayEnter = next?.conversationId === conversationId && waitMs(next.urgent) === 0;
      if (mayEnter) line.leave(conversationId);
      const leave = mayEnter ? begin(conversationId) : null;
      wakeFirst();
      return leave;
    },
  };
}
