import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Said, Witness } from './ledger.ts';
import { stormsOf, type World } from './world.ts';

/** What the office said to a citizen. */
export interface Reply {
  text: string;
  asks: string;
  case: string | null;
  choices: string[];
}

/** A citizen's way to the office. */
export interface Line {
  channel: string;
  address: string;
  /** Says it; resolves when it is acknowledged, or when nobody can know. */
  say(said: { text: string; choice?: string }): Promise<void>;
  /** The next thing said by the office. Rejects with `Ended` when nothing comes in time, or the run ends. */
  next(patienceMs: number): Promise<Reply>;
  /** Proves another address of theirs, where that is played: a telephone. */
  prove?(patienceMs: number): Promise<void>;
  close(): void;
}

/** The run ends, or patience does: whoever waited, stops. */
export class Ended extends Error {}

/** Replies as they come, for one reader. */
export interface Inbox {
  put(reply: Reply): void;
  next(patienceMs: number): Promise<Reply>;
}

/** An empty inbox; the witness counts the summaries that come. */
export function createInbox(ending: AbortSignal, witness: Witness): Inbox {
  const waiting: Reply[] = [];
  let wake: () => void = () => {};
  ending.addEventListener('abort', () => wake());
  return {
    put: reply => {
      if (reply.asks === 'confirm') witness.summaries += 1;
      waiting.push(reply);
      wake();
    },
    next: async patienceMs => {
      const end = performance.now() + patienceMs;
      for (;;) {
        const reply = waiting.shift();
        if (reply) return reply;
        const leftMs = end - performance.now();
        if (ending.aborted || leftMs <= 0) throw new Ended();
        await new Promise<void>(resolve => {
          wake = resolve;
          setTimeout(resolve, leftMs);
        });
      }
    },
  };
}

/** Tells a message as platforms do that tell it until it is taken, at times five times at once at first. */
export async function tellUntilTaken(
  world: World,
  said: Said,
  tell: () => Promise<boolean>,
  chance: Chance,
): Promise<void> {
  world.repeats.set(said, tell);
  const times = chance.yes(stormsOf(world)) ? 5 : 1;
  world.ledger.redelivered += times - 1;
  const first = await Promise.all(Array.from({ length: times }, tell));
  if (first.some(ok => ok) || (await again(world, tell))) acknowledged(world, said);
}

/** False: the run ended before it was taken. */
async function again({ ending }: World, tell: () => Promise<boolean>): Promise<boolean> {
  while (!ending.aborted) {
    if (await tell()) return true;
    await pause(150);
  }
  return false;
}

/** Notes that words were acknowledged, so that somebody is owed an answer. */
export function acknowledged({ ledger }: World, said: Said): void {
  said.ackedAt = performance.now();
  ledger.unanswered.set(said.address, said.ackedAt);
}

/** Notes that an answer came. */
export function answered({ ledger }: World, channel: string, address: string): void {
  const since = ledger.unanswered.get(address);
  if (since === undefined) return;
  ledger.unanswered.delete(address);
  const at = performance.now();
  ledger.waits.push({ channel, address, at, ms: at - since });
}
