import { createHealth, type HealthDeps } from './health.ts';
import { createLine, type Line, type Waiting } from './line.ts';
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
  const line = createCalledLine(elapsedMs);
  const health = createHealth(deps);
  const paced = pace && createPaced(pace, elapsedMs, startedAt, deps.part);
  let inside = 0;

  function waitMs(urgent: boolean): number {
    const kept = (most: number): number => (urgent ? 0 : keptForDanger(most));
    const hasRoom = inside < limit - kept(limit);
    const room = health.isPaused() ? health.waitMs() : hasRoom ? 0 : Number.POSITIVE_INFINITY;
    return Math.max(room, paced ? paced.waitMs(kept(paced.most())) : 0);
  }

  function wakeFirst(): void {
    const next = line.first();
    // Who leaves wakes again.
    const delayMs = next ? waitMs(next.urgent) : Number.POSITIVE_INFINITY;
    if (!next || delayMs === Number.POSITIVE_INFINITY) return;
    const isNews = line.call(next.conversationId, elapsedMs() + delayMs);
    if (isNews) wake(next.conversationId, Math.ceil(delayMs));
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
      line.arrived(conversationId);
      const next = line.first();
      const mayEnter = next?.conversationId === conversationId && waitMs(next.urgent) === 0;
      if (mayEnter) line.leave(conversationId);
      const leave = mayEnter ? begin(conversationId) : null;
      wakeFirst();
      return leave;
    },
  };
}

/** A line of which one is called at a time, and loses the place when they do not come. */
interface CalledLine extends Line {
  /** Notes that this one is called to come at this time; false: they already were, for as soon. */
  call(conversationId: string, at: number): boolean;
  /** Notes that this one came. */
  arrived(conversationId: string): void;
}

function createCalledLine(elapsedMs: () => number): CalledLine {
  const line = createLine();
  let called: { conversationId: string; at: number } | null = null;

  function first(): Waiting | null {
    const next = line.first();
    const isLate =
      called?.conversationId === next?.conversationId && elapsedMs() > (called?.at ?? 0) + LATE_MS;
    if (!next || !isLate) return next;
    line.leave(next.conversationId);
    called = null;
    return first();
  }

  return {
    ...line,
    first,
    call: (conversationId, at) => {
      // Sums of parts of a millisecond are never quite the same.
      if (called?.conversationId === conversationId && called.at < at + 1) return false;
      called = { conversationId, at };
      return true;
    },
    arrived: conversationId => {
      if (called?.conversationId === conversationId) called = null;
    },
  };
}
