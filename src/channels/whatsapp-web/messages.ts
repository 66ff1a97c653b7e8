import type { InboundMessage, Pin, Receipt, ReceiptState } from '../channel.ts';
import { type Json, objectIn, pinIn, textIn, timeIn } from '../json.ts';
import { signalIn } from '../opt-out-words.ts';

const CHANNEL = 'whatsapp-web';

/** `50760000001@c.us`: a telephone; with another ending a group, a list, a channel. */
const PHONE = /^(\d{6,15})@(?:c\.us|s\.whatsapp\.net)$/;
/** `123456789012345@lid`: who writes without showing their number. */
const HIDDEN = /^\d{5,20}@lid$/;
const FILES = ['image', 'video', 'audio', 'ptt', 'document'];

/**
 * A message as the page told of it; null when it is not for us: our own, of a group, a status, a list or a channel, or of
 * a kind nobody reads here. `{"id":"false_50760000001@c.us_3EB0…","stanza":"3EB0…","from":"50760000001@c.us",
 * "type":"chat","body":"hola","at":1785000000}`. Pure; never throws.
 */
export function readMessage(told: unknown): InboundMessage | null {
  const message = objectIn(told);
  const stanza = textIn(message?.['stanza']);
  if (message === null || stanza === null || !isForUs(message)) return null;
  const who = whoIn(message);
  const content = contentIn(message);
  if (who === null || content === null) return null;
  const sentAt = timeIn(message['at'], 1_000);
  const name = textIn(message['name']);
  const quoted = textIn(message['quoted']);
  return {
    ...{ channel: CHANNEL, account: '', ...who, providerId: stanza, ...content },
    ...(sentAt ? { sentAt } : {}),
    ...(name === null ? {} : { name }),
    ...(quoted === null ? {} : { replyTo: quoted }),
  };
}

function isForUs({ fromMe, isStatus, broadcast }: Json): boolean {
  return fromMe !== true && isStatus !== true && broadcast !== true;
}

/** Their hidden id outlives a number that is shown only sometimes; by the number they are found as well. */
function whoIn({ from, lid, phone }: Json): Pick<InboundMessage, 'address' | 'alsoKnownAs'> | null {
  const told = textIn(from) ?? '';
  if (!PHONE.test(told) && !HIDDEN.test(told)) return null;
  const numbers = [told, textIn(phone) ?? ''].map(text => PHONE.exec(text)?.[1]);
  const number = numbers.find(found => found !== undefined);
  const hidden = [told, textIn(lid) ?? ''].find(text => HIDDEN.test(text));
  if (hidden === undefined) return { address: `+${number}` };
  return { address: hidden, ...(number === undefined ? {} : { alsoKnownAs: `+${number}` }) };
}

/** The chat an address is written to in. */
export function chatOf(address: string): string {
  return HIDDEN.test(address) ? address : `${address.replace(/^\+/, '')}@c.us`;
}

type Content = Pick<InboundMessage, 'text' | 'media' | 'location' | 'signal' | 'signalAnswered'>;

function contentIn(message: Json): Content | null {
  const type = textIn(message['type']) ?? '';
  const text = textIn(message['body']);
  if (FILES.includes(type)) return fileIn(message, text);
  if (type === 'location') return placeIn(message);
  if (type === 'vcard' || type === 'multi_vcard') return cardsIn(message['vCards']);
  if (type !== 'chat' || text === null) return null;
  const signal = signalIn(text);
  return signal === null ? { text } : { text, signal, signalAnswered: false };
}

function fileIn({ id, hasMedia }: Json, text: string | null): Content | null {
  const file = textIn(id);
  if (file === null || hasMedia !== true) return text === null ? null : { text };
  return { media: [{ id: file }], ...(text === null ? {} : { text }) };
}

function placeIn({ lat, lon, label }: Json): Content | null {
  const at: Pin | null = pinIn(lat, lon);
  if (at === null) return null;
  const words = (textIn(label) ?? '')
    .split('\n')
    .filter(line => line !== '')
    .join(', ');
  return { location: words === '' ? at : { ...at, label: words } };
}

/** Names and numbers of vCards (RFC 6350), a line each. */
function cardsIn(cards: unknown): Content | null {
  const lines = (Array.isArray(cards) ? cards : []).map(card => {
    const found = [...(textIn(card) ?? '').matchAll(/^(?:FN|(?:item\d+\.)?TEL)[^:\n]*:(.*)$/gim)];
    return found.map(([, value]) => value?.trim()).join(' ');
  });
  const text = lines.filter(line => line !== '').join('\n');
  return text === '' ? null : { text };
}

/** What the page's tick marks say; 0 says nothing yet. */
const STATES: Record<number, ReceiptState> = {
  [-1]: 'failed',
  1: 'sent',
  2: 'delivered',
  3: 'read',
  4: 'read',
};

/** How far a message of ours came; null where that says nothing new. */
export function readAck(id: string, ack: number, at: Date): Receipt | null {
  const state = STATES[ack];
  if (state === undefined) return null;
  const failure = state === 'failed' ? { code: 'ack_error', retryable: true } : {};
  return { channel: CHANNEL, account: '', providerId: id, state, ...failure, at };
}
