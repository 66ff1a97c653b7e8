import type { Attachment } from '../cases/case.ts';
import { SendError } from '../errors.ts';
import type { Queries } from '../storage/queries.ts';
import type { Store, StoredMessage } from '../storage/store.ts';
import type { Channel, ChannelId, MediaSource, Pin } from './channel.ts';
import { type ReadFile, readFile } from './file-kind.ts';
import { withTimeout } from './timeout.ts';

/** What taking a burst's files needs. */
export interface TakeMediaDeps {
  store: Pick<Store, 'addMedia'> & Pick<Queries, 'media'>;
  channels: ReadonlyMap<ChannelId, Channel>;
  /** What may be taken: the office's own limits. */
  limits: { mediaBytes: number; mediaTypes: readonly string[] };
  now: () => Date;
  /** One call, ms; by default ten seconds. */
  callMs?: number;
}

/**
 * What became of a burst's files: stored ones, how many could not be taken, and where the last photo that says so was
 * taken, which is kept nowhere; or when to ask the platform again.
 */
export type TakenMedia =
  | { files: Attachment[]; unreadable: number; takenAt: Pin | null }
  | { laterMs: number };

/** Whose files they are. */
interface Owner {
  id: string;
  channel: ChannelId;
}

/** Gets the files of these messages, and keeps them sealed under their conversation. Rejects when the store cannot. */
export type TakeMedia = (conversation: Owner, messages: readonly StoredMessage[]) => Promise<TakenMedia>;

const CALL_MS = 10_000;
/** For so long after its arrival a message waits for a platform that stumbles; then its words are answered without. */
const HOLD_MS = 45_000;
const SHORTEST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15_000;
/** Calls under way at once: fewer than turns may run, so that a platform that hangs leaves room for other talks. */
const MOST_CALLS = 8;
/** More than any platform lets people send at once: what tells of more means no photos. */
const MOST_OF_MESSAGE = 30;

/** Makes the function that takes a burst's files. */
export function createTakeMedia(deps: TakeMediaDeps): TakeMedia {
  const calls = { running: 0 };
  return async (conversation, messages) => {
    const fresh = messages.filter(({ possibleRepeat }) => !possibleRepeat);
    const told = fresh.reduce((count, { media }) => count + media.length, 0);
    const wanted = fresh.flatMap(message =>
      message.media.slice(0, MOST_OF_MESSAGE).map(source => ({ source, message })),
    );
    const taken = await inTurn(wanted, async ({ source, message }) => ({
      message,
      file: await takeOne(deps, calls, conversation, { source, seq: message.seq }),
    }));
    const waits = taken.flatMap(({ file, message }) => (file === 'later' ? waitOf(message, deps.now()) : []));
    if (waits.length > 0) return { laterMs: Math.min(...waits) };
    const files = taken.flatMap(({ file }) => (file === 'later' || file === null ? [] : [file]));
    const placed = files.findLast(({ takenAt }) => takenAt !== null);
    return {
      files: onceEach(files.map(({ takenAt: _, ...file }) => file)),
      unreadable: told - files.length,
      takenAt: placed?.takenAt ?? null,
    };
  };
}

/** Does it for each, for as many at a time as there may be calls: a burst must not be its own obstacle. */
async function inTurn<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const left = items.entries();
  const done: R[] = [];
  const worker = async (): Promise<void> => {
    for (const [i, item] of left) done[i] = await act(item);
  };
  await Promise.all(Array.from({ length: MOST_CALLS }, worker));
  return done;
}

/** Waits about as long as it has waited already; none when it has waited enough, or its clock tells nothing. */
function waitOf({ receivedAt }: StoredMessage, now: Date): number[] {
  const age = now.getTime() - receivedAt.getTime();
  if (age < 0 || age >= HOLD_MS) return [];
  const wait = Math.min(Math.max(age, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
  return [Math.max(1, Math.min(wait, HOLD_MS - age))];
}

function onceEach(files: Attachment[]): Attachment[] {
  return [...new Map(files.map(file => [file.id, file])).values()];
}

interface Taken extends Attachment {
  takenAt: Pin | null;
}

/** The stored file; null: it cannot be had or is not taken; `later`: it may be had in a while. */
async function takeOne(
  deps: TakeMediaDeps,
  calls: { running: number },
  { id: owner, channel }: Owner,
  { source, seq }: { source: MediaSource; seq: number },
): Promise<Taken | 'later' | null> {
  if ('id' in source) {
    const kept = await deps.store.media(owner, source.id);
    if (kept) return { id: source.id, type: kept.type, bytes: kept.bytes.length, takenAt: null };
  }
  const bytes = await call(deps, calls, channel, source);
  if (bytes === 'later' || bytes === null) return bytes;
  const file = bytes.length > deps.limits.mediaBytes ? null : await kindOf(bytes, deps.limits.mediaTypes);
  if (file === null) return null;
  const { type, bytes: clean, position: takenAt } = file;
  const id = await deps.store.addMedia(owner, { type, bytes: clean }, seq);
  return { id, type, bytes: clean.length, takenAt };
}

/** A file so broken that it cannot even be looked at is no file of a kind we take. */
async function kindOf(bytes: Buffer, allowed: readonly string[]): Promise<ReadFile | null> {
  try {
    return await readFile(bytes, allowed);
  } catch {
    return null;
  }
}

async function call(
  deps: TakeMediaDeps,
  calls: { running: number },
  channelId: ChannelId,
  source: MediaSource,
): Promise<Buffer | 'later' | null> {
  const channel = deps.channels.get(channelId);
  if (!channel?.fetch) return null;
  if (calls.running >= MOST_CALLS) return 'later';
  calls.running += 1;
  // The place is free when the call has really ended, not when we stop waiting for it.
  const fetched = channel.fetch(source).finally(() => {
    calls.running -= 1;
  });
  try {
    return await withTimeout(fetched, deps.callMs ?? CALL_MS);
  } catch (error) {
    return error instanceof SendError && !error.failure.retryable ? null : 'later';
  }
}
