import type { InboundMessage, MediaSource, Receipt, ReceiptState } from '../channel.ts';
import { type Json, objectIn, objectsIn, pinIn, textIn, timeIn } from '../json.ts';
import type { Brought } from '../meta/webhook.ts';
import { signalIn } from '../opt-out-words.ts';

/** Where events are read: the channel's name and our page. */
export interface Reader {
  channel: string;
  account: string;
  now: () => Date;
}

/**
 * Every message and receipt of our page in a call, in order. `standby` holds what another app answers, and is left.
 * Pure; never throws.
 */
export function readEntries(reader: Reader, entries: Json[]): Brought {
  const ours = entries.filter(({ id }) => id === reader.account);
  const events = ours.flatMap(entry => objectsIn(entry['messaging']));
  return {
    others: entries.length - ours.length,
    messages: events.flatMap(event => readSaid(reader, event)),
    receipts: events.flatMap(event => readReceipts(reader, event)),
  };
}

/**
 * `{"sender":{"id":"6543…"},"recipient":{"id":"<our page>"},"timestamp":1785000000123,
 * "message":{"mid":"m_…","text":"hola"}}`, or with a `postback` for a button of the page's own.
 */
function readSaid({ channel, account }: Reader, event: Json): InboundMessage[] {
  const address = textIn(objectIn(event['sender'])?.['id']);
  const message = objectIn(event['message']);
  if (address === null || message?.['is_echo'] === true) return [];
  const sentAt = timeIn(event['timestamp'], 1);
  const base = { channel, account, address, ...(sentAt ? { sentAt } : {}) };
  if (message) return readMessage(base, message);
  const postback = objectIn(event['postback']);
  const text = textIn(postback?.['payload']);
  return text === null ? [] : [{ ...base, providerId: textIn(postback?.['mid']), ...words(text) }];
}

function readMessage(base: Omit<InboundMessage, 'providerId'>, message: Json): InboundMessage[] {
  const providerId = textIn(message['mid']);
  if (providerId === null) return [];
  const quoted = textIn(objectIn(message['reply_to'])?.['mid']);
  const id = { ...base, providerId, ...(quoted === null ? {} : { replyTo: quoted }) };
  const choice = textIn(objectIn(message['quick_reply'])?.['payload']);
  if (choice !== null) return [{ ...id, choice }];
  const attached = objectsIn(message['attachments']);
  const text = textIn(message['text']);
  const said = { ...(text === null ? {} : words(text)), ...filesOf(attached), ...pinOf(attached) };
  return Object.keys(said).length === 0 ? [] : [{ ...id, ...said }];
}

function words(text: string): Pick<InboundMessage, 'text' | 'signal' | 'signalAnswered'> {
  const signal = signalIn(text);
  return signal === null ? { text } : { text, signal, signalAnswered: false };
}

const FILES = ['image', 'audio', 'video', 'file'];

/** `[{"type":"image","payload":{"url":"https://scontent.xx.fbcdn.net/…"}}]`; stickers and shared links are no files. */
function filesOf(attached: Json[]): { media?: MediaSource[] } {
  const media = attached.flatMap(({ type, payload }) => {
    const url = textIn(objectIn(payload)?.['url']);
    const isSticker = objectIn(payload)?.['sticker_id'] !== undefined;
    return url === null || isSticker || !FILES.includes(String(type)) ? [] : [{ url }];
  });
  return media.length > 0 ? { media } : {};
}

/** `{"type":"location","payload":{"coordinates":{"lat":9.05,"long":-79.43}}}`: telephones no longer offer it. */
function pinOf(attached: Json[]): Pick<InboundMessage, 'location'> {
  const place = objectIn(attached.find(({ type }) => type === 'location')?.['payload']);
  const at = objectIn(place?.['coordinates']);
  const location = pinIn(at?.['lat'], at?.['long']);
  return location === null ? {} : { location };
}

/** What became of what we sent: an echo that it was, later how far all of it came. */
function readReceipts(reader: Reader, event: Json): Receipt[] {
  const echo = objectIn(event['message']);
  if (echo?.['is_echo'] === true) return readEcho(reader, event, echo);
  const address = textIn(objectIn(event['sender'])?.['id']);
  if (address === null) return [];
  const delivery = objectIn(event['delivery']);
  if (delivery) return readDelivery(reader, address, delivery);
  const read = objectIn(event['read']);
  return read ? until(reader, address, 'read', read) : [];
}

/** Our id comes back with it; what people write in the page's own inbox has none. */
function readEcho({ channel, account, now }: Reader, event: Json, echo: Json): Receipt[] {
  const [providerId, outboundId] = [textIn(echo['mid']), textIn(echo['metadata'])];
  if (providerId === null || outboundId === null) return [];
  const at = timeIn(event['timestamp'], 1) ?? now();
  return [{ channel, account, providerId, outboundId, state: 'sent', at }];
}

/** `{"mids":["m_…"],"watermark":1785000000123}`; some telephones tell no ids. */
function readDelivery(reader: Reader, address: string, delivery: Json): Receipt[] {
  const mids = Array.isArray(delivery['mids'])
    ? delivery['mids'].map(textIn).filter(mid => mid !== null)
    : [];
  if (mids.length === 0) return until(reader, address, 'delivered', delivery);
  const { channel, account, now } = reader;
  const at = timeIn(delivery['watermark'], 1) ?? now();
  return mids.map(providerId => ({ channel, account, providerId, state: 'delivered', at }));
}

/** `{"watermark":1785000000123}`: all that was sent until then. */
function until({ channel, account }: Reader, address: string, state: ReceiptState, told: Json): Receipt[] {
  const at = timeIn(told['watermark'], 1);
  return at === null ? [] : [{ channel, account, upTo: { address, at }, state, at }];
}
