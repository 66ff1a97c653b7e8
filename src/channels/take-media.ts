import type { Attachment } from '../cases/case.ts';
import { SendError } from '../errors.ts';
import type { Queries } from '../storage/queries.ts';
import type { Store, StoredMessage } from '../storage/store.ts';
import type { Channel, ChannelId, MediaSource, Pin } from './channel.ts';
import { type ReadFile, readFile } from './file-kind.ts';
import { forgetOldest } from './forget-oldest.ts';
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
/** Calls under way at once: fewer than turns may run, so that platforms that hang leave room for other talks. */
const MOST_CALLS = 12;
/** The same of one channel, so that one platform that hangs leaves room for the files of the others. */
const MOST_OF_CHANNEL = 8;
/** More than any platform lets people send at once: what tells of more means no photos. */
const MOST_OF_MESSAGE = 30;
/** Files of bursts that wait; what is forgotten is only asked for once more. */
const MOST_SETTLED = 1_000;

/** The stored file; null: it cannot be had, or is not taken. */
type Settled = Taken | null;

interface Taken extends Attachment {
  takenAt: Pin | null;
}

/** What goes on in this process. */
interface Desk extends TakeMediaDeps {
  /** Calls under way, by channel. */
  running: Map<ChannelId, number>;
  /** What became of files whose burst still waits for others. */
  settled: Map<string, Settled>;
}

interface Wanted {
  source: MediaSource;
  message: StoredMessage;
  key: string;
}

/** Makes the function that takes a burst's files. */
export function createTakeMedia(deps: TakeMediaDeps): TakeMedia {
  const desk: Desk = { ...deps, running: new Map(), settled: new Map() };
  return async (conversation, messages) => {
    const fresh = messages.filter(({ possibleRepeat }) => !possibleRepeat);
    const told = fresh.reduce((count, { media }) => count + media.length, 0);
    const wanted = fresh.flatMap(message =>
      message.media
        .slice(0, MOST_OF_MESSAGE)
        .map((source, i) => ({ source, message, key: `${message.id} ${i}` })),
    );
    const taken = await inTurn(wanted, file => settle(desk, conversation, file));
    const waits = taken.flatMap(file => (file !== null && 'waitMs' in file ? [file.waitMs] : []));
    if (waits.length > 0) return { laterMs: Math.min(...waits) };
    for (const { key } of wanted) desk.settled.delete(key);
    const files = taken.flatMap(file => (file === null || 'waitMs' in file ? [] : [file]));
    const placed = files.findLast(({ takenAt }) => takenAt !== null);
    return {
      files: onceEach(files.map(({ takenAt: _, ...file }) => file)),
      unreadable: told - files.length,
      takenAt: placed?.takenAt ?? null,
    };
  };
}

type Outcome = Settled | { waitMs: number };

/** Does it for each, as many at a time as there may be calls: a burst must not be its own obstacle. */
async function inTurn(
  files: readonly Wanted[],
  act: (file: Wanted) => Promise<Outcome | 'busy'>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = files.map(() => ({ waitMs: SHORTEST_WAIT_MS }));
  const left = files.entries();
  const worker = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) {
      const [i, file] = next.value;
      const outcome = await act(file);
      if (outcome === 'busy') return;
      outcomes[i] = outcome;
    }
  };
  await Promise.all(Array.from({ length: MOST_OF_CHANNEL }, worker));
  return outcomes;
}

/**
 * What becomes of one file, asked of its platform at least once however old its message is: that there is no room for a
 * call says nothing about the file.
 */
async function settle(desk: Desk, talk: Owner, file: Wanted): Promise<Outcome | 'busy'> {
  const known = desk.settled.get(file.key);
  if (known !== undefined) return known;
  const tried = await takeOne(desk, talk, file);
  if (tried === 'busy') return 'busy';
  const waitMs = tried === 'later' ? waitOf(file.message, desk.now()) : null;
  if (waitMs !== null) return { waitMs };
  const settled = tried === 'later' ? null : tried;
  desk.settled.set(file.key, settled);
  forgetOldest(desk.settled, MOST_SETTLED);
  return settled;
}

/** Waits about as long as it has waited already; null when it has waited enough, or its clock tells nothing. */
function waitOf({ receivedAt }: StoredMessage, now: Date): number | null {
  const age = now.getTime() - receivedAt.getTime();
  if (age < 0 || age >= HOLD_MS) return null;
  const wait = Math.min(Math.max(age, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
  return Math.max(1, Math.min(wait, HOLD_MS - age));
}

function onceEach(files: Attachment[]): Attachment[] {
  return [...new Map(files.map(file => [file.id, file])).values()];
}

/** `later`: the platform may give it in a while; `busy`: it was not asked. */
async function takeOne(
  desk: Desk,
  { id: owner, channel }: Owner,
  { source, message: { seq } }: Wanted,
): Promise<Settled | 'later' | 'busy'> {
  if ('id' in source) {
    const kept = await desk.store.media(owner, source.id);
    if (kept) return { id: source.id, type: kept.type, bytes: kept.bytes.length, takenAt: null };
  }
  const bytes = await call(desk, channel, source);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const file = bytes.length > desk.limits.mediaBytes ? null : await kindOf(bytes, desk.limits.mediaTypes);
  if (file === null) return null;
  const { type, bytes: clean, position: takenAt } = file;
  const id = await desk.store.addMedia(owner, { type, bytes: clean }, seq);
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
  { channels, running, callMs }: Desk,
  channelId: ChannelId,
  source: MediaSource,
): Promise<Buffer | 'later' | 'busy' | null> {
  const channel = channels.get(channelId);
  if (!channel?.fetch) return null;
  const inAll = [...running.values()].reduce((sum, calls) => sum + calls, 0);
  const calls = running.get(channelId) ?? 0;
  if (calls >= MOST_OF_CHANNEL || inAll >= MOST_CALLS) return 'busy';
  running.set(channelId, calls + 1);
  // The place is free when the call has really ended, not when we stop waiting for it.
  const fetched = channel.fetch(source).finally(() => {
    running.set(channelId, (running.get(channelId) ?? 1) - 1);
  });
  try {
    return await withTimeout(fetched, callMs ?? CALL_MS);
  } catch (error) {
    return error instanceof SendError && !error.failure.retryable ? null : 'later';
  }
}
