import { type FetchMessageObject, ImapFlow } from 'imapflow';
import type { ServerSettings } from './settings.ts';
import type { Part } from './structure.ts';
import { MOST_TEXT_BYTES } from './words.ts';

/** A mail as its mailbox lists it. */
export interface Listed {
  uid: number;
  /** When the server took it. */
  at: Date;
  /** Its header block, the first 256 kB. */
  head: Buffer;
  structure: Part;
}

/** An open mailbox. Every call rejects when the connection is gone; then a new one must be opened. */
export interface Mailbox {
  /** The server's word for "the numbers of mails still mean what they meant" (RFC 3501, UIDVALIDITY). */
  validity: string;
  /** The number the next mail will have, as of the opening. */
  nextUid: number;
  /** Numbers of mails beyond this one, rising. */
  uidsAfter(uid: number): Promise<number[]>;
  /** Numbers of mails the server took on this day or later, rising. */
  uidsSince(at: Date): Promise<number[]>;
  /** Rising; without those that are gone. */
  list(uids: readonly number[]): Promise<Listed[]>;
  /** The first bytes of a part's body as it is encoded; empty when it is gone. */
  text(uid: number, part: Part): Promise<Buffer>;
  /** The first bytes of the whole mail. */
  source(uid: number): Promise<Buffer>;
  /** A part's file, decoded; null when it is gone or larger. */
  file(uid: number, part: string, mostBytes: number): Promise<Buffer | null>;
  /** Marks mails as read, for people who look into the mailbox. */
  markRead(uids: readonly number[]): Promise<void>;
  /** Resolves when something may have come; rejects when the connection is gone. */
  news(): Promise<void>;
  close(): void;
}

const HEAD_BYTES = 256 * 1024;
/** Many a router forgets a connection that says nothing for longer. */
const IDLE_MS = 4 * 60_000;
/** A file waits for nothing else, so a literal larger than any is an attack. */
const LITERAL_BYTES = 64 * 1024 * 1024;

/** Logs in and opens a mailbox. Rejects when it cannot. */
export async function openMailbox(server: ServerSettings, name: string, writable = true): Promise<Mailbox> {
  const { host, port, secure, isLocal, auth } = server;
  const client = new ImapFlow({
    ...{ host, port, secure, logger: false, disableAutoIdle: true, maxIdleTime: IDLE_MS },
    // Name and password go over an open line on this machine only.
    ...(secure || isLocal ? {} : { doSTARTTLS: true }),
    ...{ auth: auth ?? { user: '' }, connectionTimeout: 15_000, greetingTimeout: 10_000 },
    ...{
      maxLiteralSize: LITERAL_BYTES,
      maxResponseSize: 2 * LITERAL_BYTES,
      clientInfo: { name: 'Ventanilla' },
    },
  });
  const bell = createBell(client);
  try {
    await client.connect();
    const box = await client.mailboxOpen(name, { readOnly: !writable });
    return mailboxOf(client, bell, { validity: String(box.uidValidity), nextUid: box.uidNext });
  } catch (error) {
    client.close();
    throw error;
  }
}

/** Rings once for all that came since it was last heard. */
interface Bell {
  heard(): Promise<void>;
}

function createBell(client: ImapFlow): Bell {
  let rung = false;
  let ended: Error | null = null;
  let tell = (): void => {};
  client.on('exists', () => {
    rung = true;
    tell();
  });
  const end = (error?: unknown): void => {
    ended ??= error instanceof Error ? error : Object.assign(new Error('closed'), { code: 'closed' });
    tell();
  };
  client.on('error', end);
  client.on('close', () => end());
  return {
    heard: async () => {
      // Without an error's listener the process would end; whoever waits is told here.
      while (!rung && ended === null) {
        await new Promise<void>(resolve => {
          tell = resolve;
        });
      }
      if (!rung && ended) throw ended;
      rung = false;
    },
  };
}

function mailboxOf(client: ImapFlow, bell: Bell, known: Pick<Mailbox, 'validity' | 'nextUid'>): Mailbox {
  const search = async (query: Parameters<ImapFlow['search']>[0]): Promise<number[]> => {
    // Dovecot refuses numbers in a mailbox it shows as empty.
    if (client.mailbox === false || client.mailbox.exists === 0) return [];
    const found = await client.search(query, { uid: true });
    return Array.isArray(found) ? found.toSorted((a, b) => a - b) : [];
  };
  return {
    ...known,
    // `n:*` names the last mail even when it lies before n.
    uidsAfter: async uid => (await search({ uid: `${uid + 1}:*` })).filter(found => found > uid),
    uidsSince: async at => search({ since: new Date(at.getTime() - DAY_MS) }),
    list: uids => list(client, uids),
    text: (uid, part) => textOf(client, uid, part),
    source: uid => sourceOf(client, uid),
    file: (uid, part, mostBytes) => fileOf(client, uid, part, mostBytes),
    markRead: async uids => {
      if (uids.length > 0) await client.messageFlagsAdd([...uids], ['\\Seen'], { uid: true, silent: true });
    },
    news: async () => {
      // Ends when another command is given, and when the connection does: the bell tells both.
      client.idle().catch(() => {});
      await bell.heard();
    },
    close: () => client.close(),
  };
}

/** The server's days may begin elsewhere than ours. */
const DAY_MS = 24 * 3_600_000;

async function list(client: ImapFlow, uids: readonly number[]): Promise<Listed[]> {
  const query = {
    ...{ uid: true, internalDate: true, bodyStructure: true },
    bodyParts: [{ key: 'header', start: 0, maxLength: HEAD_BYTES }],
  };
  const found = await client.fetchAll(uids.join(','), query, { uid: true });
  return found.map(toListed).sort((a, b) => a.uid - b.uid);
}

function toListed({ uid, internalDate, bodyStructure, headers, bodyParts }: FetchMessageObject): Listed {
  const at = new Date(internalDate ?? 0);
  return {
    uid,
    at: Number.isNaN(at.getTime()) ? new Date(0) : at,
    head: headers ?? bodyParts?.get('header') ?? Buffer.alloc(0),
    structure: bodyStructure ?? { type: 'text/plain' },
  };
}

async function textOf(client: ImapFlow, uid: number, { part = 'text' }: Part): Promise<Buffer> {
  const query = { bodyParts: [{ key: part, start: 0, maxLength: MOST_TEXT_BYTES }] };
  const found = await client.fetchOne(String(uid), query, { uid: true });
  return (found ? found.bodyParts?.get(part) : null) ?? Buffer.alloc(0);
}

async function sourceOf(client: ImapFlow, uid: number): Promise<Buffer> {
  const query = { source: { start: 0, maxLength: MOST_TEXT_BYTES } };
  const found = await client.fetchOne(String(uid), query, { uid: true });
  return (found ? found.source : null) ?? Buffer.alloc(0);
}

async function fileOf(
  client: ImapFlow,
  uid: number,
  part: string,
  mostBytes: number,
): Promise<Buffer | null> {
  const { content } = await client.download(String(uid), part, { uid: true, maxBytes: mostBytes + 1 });
  if (!content) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return bytes.length > mostBytes ? null : bytes;
}
