import type { Chat, Client, Message } from 'whatsapp-web.js';
import { withTimeout } from '../timeout.ts';
import { plain, whoIs } from './plain.ts';

/** What was read, and whether that is all there is: what is missing may be there another time. */
export interface Read<T> {
  told: T[];
  isWhole: boolean;
}

/** What the page keeps of earlier. Each of these rejects with what the library throws when no chat can be read. */
export interface Past {
  /** What people wrote to us since then (seconds since 1970), the oldest first. */
  since(at: number): Promise<Read<unknown>>;
  /** The tick marks of our own latest messages in each chat that was used since then. */
  ticks(at: number): Promise<Read<unknown>>;
  /** Our own latest messages in a chat. */
  ours(chat: string): Promise<unknown[]>;
}

/** So many messages of a chat are asked for first, and so many times more while all of them are new. */
const FIRST = 50;
const MORE = 4;
const RECENT = 20;
/** Both together are shorter than the desk waits: what was read is told, whatever the rest does. */
const ALL_MS = 40_000;
const CHAT_MS = 15_000;

/** Reads a page's past. A chat that throws or hangs costs the others nothing, and is the last one of the next reading. */
export function createPast(client: Client): Past {
  const troubled = new Set<string>();
  return {
    since: async at => {
      const { told, isWhole } = await everyChat(client, at, troubled, chat => newIn(client, chat, at));
      const ordered = told.sort((a, b) => a.at - b.at).map(({ message }) => message);
      return { told: ordered, isWhole };
    },
    ticks: at => everyChat(client, at, troubled, async chat => ({ told: await oursIn(chat), isWhole: true })),
    ours: async id => oursIn(await client.getChatById(id)),
  };
}

async function everyChat<T>(
  client: Client,
  at: number,
  troubled: Set<string>,
  read: (chat: Chat) => Promise<Read<T>>,
): Promise<Read<T>> {
  const chats = (await client.getChats()).filter(chat => isPersons(chat) && chat.timestamp >= at);
  const isTroubled = ({ id }: Chat): number => Number(troubled.has(id._serialized));
  chats.sort((a, b) => isTroubled(a) - isTroubled(b));
  const late = AbortSignal.timeout(ALL_MS);
  const all: Read<T> = { told: [], isWhole: true };
  for (const chat of chats) {
    if (late.aborted) return { ...all, isWhole: false };
    const { _serialized: id } = chat.id;
    const found = await withTimeout(read(chat), CHAT_MS).catch(() => null);
    if (found === null) troubled.add(id);
    else troubled.delete(id);
    all.told = all.told.concat(found?.told ?? []);
    all.isWhole &&= found?.isWhole ?? false;
  }
  return all;
}

/** Groups, lists and channels are not served. */
function isPersons({ id }: Chat): boolean {
  return id.server === 'c.us' || id.server === 'lid';
}

async function oursIn(chat: Chat) {
  const messages = await chat.fetchMessages({ limit: RECENT, fromMe: true });
  return messages.map(({ id, body, timestamp, ack }) => ({ stanza: id.id, body, at: timestamp, ack }));
}

async function newIn(
  client: Client,
  chat: Chat,
  at: number,
): Promise<Read<{ at: number; message: unknown }>> {
  const messages = await unreadOf(chat, at);
  const [first] = messages;
  const who = first && (await whoIs(client, first.from));
  const told = messages.flatMap(message => {
    const known = plain(message, who);
    return known ? [{ at: message.timestamp, message: known }] : [];
  });
  return { told, isWhole: told.length === messages.length };
}

async function unreadOf(chat: Chat, at: number): Promise<Message[]> {
  for (let limit = FIRST; ; limit *= MORE) {
    const messages = await chat.fetchMessages({ limit, fromMe: false });
    const found = messages.filter(({ timestamp }) => timestamp >= at);
    // These are all there are, or before them comes what is known.
    if (messages.length < limit || found.length < messages.length) return found;
  }
}
