import type { InboundMessage, Receipt } from '../channel.ts';
import { idIn, type Json, objectIn, objectsIn, textIn, timeIn } from '../json.ts';
import { type Reader, readDirectMessage } from './direct-message.ts';
import { readMention, readPost } from './public-post.ts';
import { readReads } from './reads.ts';

/** What stands in a call: messages to this account, what was read of ours, and how many things for others. */
export interface Brought {
  messages: InboundMessage[];
  receipts: Receipt[];
  others: number;
}

const OF_OTHERS: Brought = { messages: [], receipts: [], others: 1 };

/**
 * The messages and receipts of this account in one call, in the envelope of the X Activity API (`{"data":{"event_type":"dm.received",…}}`)
 * or of the older Account Activity API (`{"for_user_id":"…","direct_message_events":[…]}`). Pure; never throws. docs.x.com/x-api/activity/event-payloads
 */
export function readCall(reader: Reader, call: Json): Brought {
  const event = objectIn(call['data']);
  return event ? readEvent(reader, event) : readAccountActivity(reader, call);
}

type Read = (reader: Reader, payload: Json, includes: Json | null) => Brought;

const KINDS: Record<string, Read> = {
  'dm.received': (reader, payload) => there(readDirectMessages(reader, payload)),
  'dm.read': (reader, payload) => there([], readReads(reader, payload)),
  'chat.received': (reader, payload) => there([readEncrypted(reader, payload)]),
  'post.mention.create': (reader, payload, includes) => there([readMention(reader, payload, includes)]),
};

function readEvent(reader: Reader, event: Json): Brought {
  const kind = textIn(event['event_type']) ?? '';
  const payload = objectIn(event['payload']);
  const read = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (idIn(objectIn(event['filter'])?.['user_id']) !== reader.account) return OF_OTHERS;
  return !read || payload === null ? there([]) : read(reader, payload, objectIn(event['includes']));
}

function readAccountActivity(reader: Reader, call: Json): Brought {
  if (textIn(call['for_user_id']) !== reader.account) return OF_OTHERS;
  const posts = objectsIn(call['tweet_create_events']).map(post => readPost(reader, post));
  return there([...readDirectMessages(reader, call), ...posts], readReads(reader, call));
}

function readDirectMessages(reader: Reader, payload: Json): (InboundMessage | null)[] {
  const names = objectIn(payload['users']);
  return objectsIn(payload['direct_message_events']).map(event => readDirectMessage(reader, event, names));
}

/** Two numbers: a talk of two. Whoever writes in a group writes to others. */
const OF_TWO = /^\d+[:-]\d+$/;

/**
 * An encrypted chat tells who wrote, and nothing else that we could read.
 * `{"id":"…","created_at_msec":"…","sender_id":"…","conversation_id":"222:111","encoded_event":"…"}`
 */
function readEncrypted(reader: Reader, payload: Json): InboundMessage | null {
  const id = idIn(payload['id']);
  const address = idIn(payload['sender_id']);
  if (id === null || address === null || address === reader.account) return null;
  if (!OF_TWO.test(textIn(payload['conversation_id']) ?? '')) return null;
  const sentAt = timeIn(payload['created_at_msec'], 1);
  const message: InboundMessage = { ...reader, address, providerId: `chat.${id}`, elsewhere: 'encrypted' };
  return sentAt === null ? message : { ...message, sentAt };
}

function there(messages: (InboundMessage | null)[], receipts: Receipt[] = []): Brought {
  return { messages: messages.filter(message => message !== null), receipts, others: 0 };
}
