import type { InboundMessage } from '../channel.ts';
import { idIn, type Json, objectIn, textIn, timeIn } from '../json.ts';
import { contentOf, isStart } from './content.ts';

/** The kinds of updates this channel asks the platform for. */
export const UPDATE_KINDS = ['message', 'callback_query', 'my_chat_member'] as const;

/** Where a message of this bot was read: the channel's name and the bot's id. */
export interface Reader {
  channel: string;
  account: string;
}

/**
 * The messages in one update, none when it is of a kind nobody handles or comes from a group: others read there.
 * `{"update_id":10000,"message":{…}}`. Pure; never throws.
 */
export function readUpdate(reader: Reader, update: Json): InboundMessage[] {
  const message = objectIn(update['message']);
  if (message) return fromMessage(reader, message);
  const query = objectIn(update['callback_query']);
  if (query) return fromTap(reader, query);
  const member = objectIn(update['my_chat_member']);
  return member ? fromMember(reader, member, idIn(update['update_id'])) : [];
}

/** Our own name for a message of a chat, either direction: what is quoted is found by it. */
export function messageIdOf(chatId: string, messageId: string): string {
  return `${chatId}.${messageId}`;
}

/** The id of a private chat is that of the person. */
function privateChatOf(message: Json | null): string | null {
  const chat = objectIn(message?.['chat']);
  return chat?.['type'] === 'private' ? idIn(chat['id']) : null;
}

function nameOf(from: Json | null): { name?: string } {
  const name = [textIn(from?.['first_name']), textIn(from?.['last_name'])].filter(part => part !== null);
  return name.length > 0 ? { name: name.join(' ') } : {};
}

function fromMessage(reader: Reader, message: Json): InboundMessage[] {
  const address = privateChatOf(message);
  const id = idIn(message['message_id']);
  const from = objectIn(message['from']);
  const content = contentOf(message);
  if (address === null || id === null || content === null || from?.['is_bot'] === true) return [];
  const sentAt = timeIn(message['date'], 1_000);
  const base = { ...reader, address, ...nameOf(from), ...(sentAt ? { sentAt } : {}) };
  const { replyTo } = content;
  const said: InboundMessage = {
    ...base,
    ...content,
    providerId: messageIdOf(address, id),
    ...(typeof replyTo === 'string' ? { replyTo: messageIdOf(address, replyTo) } : {}),
  };
  return isStart(message) ? [started(base, id), said] : [said];
}

/** Who presses START wants our messages, also when they did not before. */
function started(base: Omit<InboundMessage, 'providerId'>, id: string): InboundMessage {
  const providerId = `start.${messageIdOf(base.address, id)}`;
  return { ...base, providerId, signal: 'optIn', signalAnswered: true };
}

/** The provider id of a tap: the platform wants the tap acknowledged by the rest of it. */
const TAP = 'tap.';

/** `{"id":"42…","from":{…},"message":{"message_id":9,"chat":{…}},"data":"confirm:yes"}` */
function fromTap(reader: Reader, query: Json): InboundMessage[] {
  const address = privateChatOf(objectIn(query['message']));
  const id = textIn(query['id']);
  const choice = textIn(query['data']);
  if (address === null || id === null || choice === null) return [];
  return [{ ...reader, address, ...nameOf(objectIn(query['from'])), providerId: `${TAP}${id}`, choice }];
}

/** The id by which a tap is acknowledged; null when the message is none. */
export function tapOf({ providerId }: InboundMessage): string | null {
  return providerId?.startsWith(TAP) ? providerId.slice(TAP.length) : null;
}

const SIGNALS: Record<string, 'optOut' | 'optIn'> = { kicked: 'optOut', member: 'optIn' };

/**
 * They blocked the bot, or took it back: the platform keeps our messages away itself.
 * `{"chat":{…,"type":"private"},"from":{…},"date":…,"old_chat_member":{…},"new_chat_member":{"status":"kicked",…}}`
 */
function fromMember(reader: Reader, member: Json, updateId: string | null): InboundMessage[] {
  const address = privateChatOf(member);
  const status = textIn(objectIn(member['new_chat_member'])?.['status']) ?? '';
  const signal = Object.hasOwn(SIGNALS, status) ? SIGNALS[status] : undefined;
  if (address === null || updateId === null || signal === undefined) return [];
  return [{ ...reader, address, providerId: `member.${updateId}`, signal, signalAnswered: true }];
}
