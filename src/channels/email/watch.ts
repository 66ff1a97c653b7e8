import type { Logger } from 'pino';
import type { InboundMessage, Receipt, Receive } from '../channel.ts';
import { pause } from '../pause.ts';
import { readHead } from './header.ts';
import type { Listed, Mailbox } from './mailbox.ts';
import { type Place, readPlace, writePlace } from './place.ts';
import { type Read, type Reader, readMail } from './read-mail.ts';

/** What watching a mailbox needs. `timer` runs something once after a delay and gives back its cancelling. */
export interface WatchDeps {
  reader: Reader;
  open: () => Promise<Mailbox>;
  /** What is kept of this mailbox across restarts, by name. */
  bookmarks: {
    read(name: string): Promise<string | null>;
    write(name: string, value: string): Promise<void>;
  };
  now: () => Date;
  timer: (ms: number, run: () => void) => () => void;
  log: Pick<Logger, 'info' | 'warn'>;
  /** May this process read the mailbox now? Absent: always. */
  isOurs?: (() => boolean) | undefined;
}

/** A mailbox that is watched. */
export interface Watch {
  /** Is there a connection now? */
  isUp(): boolean;
  stop(): Promise<void>;
}

const BATCH = 20;
const SHORTEST_MS = 1_000;
const LONGEST_MS = 60_000;
/** A mail the connection breaks on so often is left to people. */
const MOST_TRIES = 3;

/**
 * Watches a mailbox: what is in it beyond the place kept, then what comes, as it comes. The place moves on when what was
 * read is durable; what is read again after a crash is known already. The first connection is made before this
 * resolves, and rejects when it cannot be; later ones are tried again and again.
 */
export async function watchMailbox(deps: WatchDeps, receive: Receive): Promise<Watch> {
  const ending = new AbortController();
  const eye: Eye = { ...deps, receive, tries: new Map(), signal: ending.signal, box: null };
  eye.box = await deps.open();
  ending.signal.addEventListener('abort', () => eye.box?.close());
  const running = run(eye);
  return {
    isUp: () => eye.box !== null,
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

interface Eye extends WatchDeps {
  receive: Receive;
  /** How often each mail was begun, by its number. */
  tries: Map<number, number>;
  signal: AbortSignal;
  box: Mailbox | null;
}

async function run(eye: Eye): Promise<void> {
  let waitMs = SHORTEST_MS;
  while (!eye.signal.aborted) {
    try {
      if (isOthers(eye)) throw OTHERS;
      eye.box ??= await eye.open();
      // Whoever ended it meanwhile could not close it yet.
      if (eye.signal.aborted) eye.box.close();
      await serve(eye, eye.box, () => {
        waitMs = SHORTEST_MS;
      });
    } catch (error) {
      eye.box?.close();
      eye.box = null;
      if (eye.signal.aborted) return;
      eye.log.warn({ channel: eye.reader.channel, code: codeOf(error) }, 'the mailbox cannot be read');
      await pause(eye, waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_MS);
    }
  }
}

/** Another process reads this mailbox now: whoever has lost it waits to be ended, or to have it again. */
const OTHERS = Object.assign(new Error('another process has this mailbox'), { code: 'lease_lost' });

function isOthers({ isOurs }: Eye): boolean {
  return isOurs !== undefined && !isOurs();
}

/** Until the connection is gone. */
async function serve(eye: Eye, box: Mailbox, ok: () => void): Promise<void> {
  let place = await placeIn(eye, box);
  for (;;) {
    if (isOthers(eye)) throw OTHERS;
    place = await readOn(eye, box, place, await box.uidsAfter(place.uid));
    ok();
    await box.news();
  }
}

/** Where to read on. A mailbox met for the first time is read from now on; one that was numbered anew, from its time. */
async function placeIn(eye: Eye, box: Mailbox): Promise<Place> {
  const kept = readPlace(await eye.bookmarks.read(nameOf(eye)));
  const { validity, nextUid } = box;
  if (kept?.validity === validity) return kept;
  const at = eye.now().toISOString();
  const fresh: Place = { validity, uid: nextUid - 1, since: kept?.since ?? at, at: kept?.at ?? at };
  if (kept) {
    eye.log.warn({ channel: eye.reader.channel }, 'the mailbox was numbered anew and is read again');
    await readAgain(eye, box, kept);
  }
  await keep(eye, fresh);
  return fresh;
}

/** Its times may have been made anew as well: what says itself that it is older than our beginning was never ours. */
async function readAgain(eye: Eye, box: Mailbox, { since, at }: Place): Promise<void> {
  const from = new Date(Date.parse(at) - DAY_MS);
  const uids = (await box.uidsSince(from)).filter(uid => uid < box.nextUid);
  for (let i = 0; i < uids.length && !eye.signal.aborted; i += BATCH) {
    const listed = await box.list(uids.slice(i, i + BATCH));
    const recent: Listed[] = [];
    for (const mail of listed) {
      const { sentAt } = await readHead(mail.head);
      if ((sentAt ?? mail.at).getTime() >= Date.parse(since) - DAY_MS) recent.push(mail);
    }
    await take(eye, box, recent);
  }
}

const DAY_MS = 24 * 3_600_000;

async function readOn(eye: Eye, box: Mailbox, from: Place, uids: readonly number[]): Promise<Place> {
  let place = from;
  for (let i = 0; i < uids.length && !eye.signal.aborted; i += BATCH) {
    const batch = uids.slice(i, i + BATCH);
    const listed = await box.list(batch);
    await take(eye, box, listed);
    const newest = Math.max(Date.parse(place.at), ...listed.map(({ at }) => at.getTime()));
    place = { ...place, uid: batch.at(-1) ?? place.uid, at: new Date(newest).toISOString() };
    await keep(eye, place);
  }
  return place;
}

/** Reads mails and hands over what is in them, durably; then marks those a person need not look at. */
async function take(eye: Eye, box: Mailbox, listed: readonly Listed[]): Promise<void> {
  const messages: InboundMessage[] = [];
  const receipts: Receipt[] = [];
  const taken: number[] = [];
  for (const mail of listed) {
    const read = await readOne(eye, box, mail);
    if ('machine' in read) {
      eye.log.info({ channel: eye.reader.channel, code: read.machine }, 'a mail was left unread');
      continue;
    }
    taken.push(mail.uid);
    if ('message' in read) messages.push(read.message);
    else receipts.push(...read.receipts);
  }
  if (taken.length === 0) return;
  await eye.receive(messages, receipts);
  await box.markRead(taken);
}

/** A mail that cannot be read holds none of the others back: it is left to people. */
async function readOne(eye: Eye, box: Mailbox, mail: Listed): Promise<Read> {
  const tries = (eye.tries.get(mail.uid) ?? 0) + 1;
  if (tries > MOST_TRIES) return { machine: 'unreadable' };
  eye.tries.set(mail.uid, tries);
  const read = await readMail(eye.reader, box, mail);
  eye.tries.delete(mail.uid);
  return read;
}

async function keep(eye: Eye, place: Place): Promise<void> {
  if (isOthers(eye)) throw OTHERS;
  await eye.bookmarks.write(nameOf(eye), writePlace(place));
}

function nameOf({ reader }: Eye): string {
  return `${reader.channel} ${reader.account}`;
}

/** Libraries and the system name their errors; what they say may hold addresses. */
export function codeOf(error: unknown): string {
  const { code, authenticationFailed } = (error ?? {}) as { code?: unknown; authenticationFailed?: unknown };
  if (authenticationFailed === true) return 'login_refused';
  return typeof code === 'string' && /^[A-Za-z_]{1,40}$/.test(code) ? code : 'failed';
}
