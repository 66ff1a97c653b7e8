import type { InboundMessage } from '../channel.ts';
import { objectIn } from '../json.ts';
import { type PauseDeps, pause } from '../pause.ts';
import type { KeeperDeps } from './keeper.ts';
import { readMessage } from './messages.ts';
import type { Question } from './protocol.ts';

/** What a session reads of what was written while nobody was here, and how far it has come. */
export interface CatchUp {
  /** Reads it, and again with growing pauses, until all of it is stored. Called meanwhile, it is read once more. */
  start(): void;
  /** These are stored. The place is moved on to them, but not over what is still to be read. */
  passed(messages: InboundMessage[]): Promise<void>;
}

/** What a catch-up needs of its session. */
export interface CatchUpDeps extends Pick<KeeperDeps, 'bookmarks' | 'now' | 'timer' | 'log'> {
  ask: (question: Question, ms: number) => Promise<unknown>;
  /** Ends with the session. */
  signal: AbortSignal;
  /** Resolves when they are stored: true; or given up: false. */
  store: (messages: InboundMessage[]) => Promise<boolean>;
  /** Does this when everything before it is done. */
  inLine: <T>(step: () => Promise<T>) => Promise<T | undefined>;
}

interface Reading {
  isRunning: boolean;
  /** How often it was called: what was asked for before the last call may lack what that was for. */
  calls: number;
  /** The last call that all of the past was read and stored for. */
  done: number;
  /** Of what is stored, the newest; in seconds since 1970. */
  newest: number;
  /** What was stored while the past was not, so that the next reading does not tell it again. */
  stored: Set<string>;
}

const PLACE = 'whatsapp-web place';
/** Messages of one second need not come in their order. */
const AROUND_S = 60;
/** Live messages may have to wait for the first reading as long as this. */
const READ_MS = 60_000;
const SHORTEST_MS = 5_000;
const LONGEST_MS = 600_000;

/** Makes the catch-up of a session. The place is where the next session reads on from; it is kept across processes. */
export function createCatchUp(deps: CatchUpDeps): CatchUp {
  const reading: Reading = { isRunning: false, calls: 0, done: -1, newest: 0, stored: new Set() };
  return {
    start: () => {
      reading.calls += 1;
      if (reading.isRunning) return;
      reading.isRunning = true;
      let isFirst = true;
      void untilDone(deps, async () => {
        const isDone = await readOn(deps, reading, isFirst);
        isFirst = false;
        return isDone;
      }).then(() => {
        reading.isRunning = false;
      });
    },
    passed: async messages => {
      for (const { providerId, sentAt } of messages) {
        reading.newest = Math.max(reading.newest, Math.floor((sentAt?.getTime() ?? 0) / 1_000));
        if (reading.done < reading.calls) reading.stored.add(`${providerId}`);
      }
      if (reading.done === reading.calls) await moveOn(deps, reading.newest);
    },
  };
}

/** Does something until it is done, with growing pauses; what it throws is as if it were not. */
export async function untilDone(deps: PauseDeps, attempt: () => Promise<boolean>): Promise<void> {
  for (let waitMs = SHORTEST_MS; !deps.signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_MS)) {
    if (await attempt().catch(() => false)) return;
    await pause(deps, waitMs);
  }
}

async function readOn(deps: CatchUpDeps, reading: Reading, isFirst: boolean): Promise<boolean> {
  const { calls } = reading;
  const read = missed(deps);
  // Who writes now waits for the first reading, for the order's sake, and not for one that was tried in vain.
  if (!isFirst) await read;
  const isDone = await deps.inLine(async () => {
    const { messages, isWhole } = await read;
    const fresh = messages.filter(({ providerId }) => !reading.stored.has(`${providerId}`));
    if (!(await deps.store(fresh)) || !isWhole || calls !== reading.calls) return false;
    await moveOn(deps, reading.newest);
    reading.done = calls;
    reading.stored.clear();
    return true;
  });
  return isDone === true;
}

async function moveOn({ bookmarks }: CatchUpDeps, newest: number): Promise<void> {
  const kept = Number((await bookmarks.read(PLACE)) ?? 0);
  if (newest > kept) await bookmarks.write(PLACE, String(newest));
}

/** What was read, and whether that is all. */
interface Missed {
  messages: InboundMessage[];
  isWhole: boolean;
}

/** What was written since the place; of a number that was never served, nothing. Never rejects. */
async function missed({ bookmarks, now, log, ask }: CatchUpDeps): Promise<Missed> {
  let read: Missed = { messages: [], isWhole: false };
  try {
    const kept = await bookmarks.read(PLACE);
    if (kept === null) {
      await bookmarks.write(PLACE, String(Math.floor(now().getTime() / 1_000)));
      return { messages: [], isWhole: true };
    }
    const answer = objectIn(await ask({ ask: 'since', at: Number(kept) - AROUND_S }, READ_MS));
    const told: unknown = answer?.['told'];
    const messages = Array.isArray(told) ? told.map(readMessage).filter(message => message !== null) : [];
    read = { messages, isWhole: Array.isArray(told) && answer?.['isWhole'] === true };
  } catch {
    // It is read again, as what was read in part.
  }
  if (!read.isWhole) {
    log.warn({ channel: 'whatsapp-web', code: 'not_read' }, 'what came meanwhile could not all be read');
  }
  return read;
}
