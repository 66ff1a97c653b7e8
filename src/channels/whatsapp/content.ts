import type { InboundMessage } from '../channel.ts';
import { type Json, objectIn, objectsIn, pinIn, textIn } from '../json.ts';
import { signalIn } from '../opt-out-words.ts';

/** What a message says, without who said it. */
export type Content = Pick<
  InboundMessage,
  'text' | 'choice' | 'location' | 'media' | 'signal' | 'signalAnswered'
>;

/** Kinds of files a citizen sends; what is written below one is its text. */
const FILES = ['image', 'audio', 'video', 'document'];

/**
 * What a message of one of the known types says; null for any other: reactions, stickers, orders, what the platform
 * itself calls unsupported (…/whatsapp/webhooks/reference/messages).
 */
export function contentOf(message: Json): Content | null {
  const type = textIn(message['type']) ?? '';
  const body = objectIn(message[type]);
  if (body === null) return type === 'contacts' ? contacts(objectsIn(message['contacts'])) : null;
  if (type === 'text') return words(body);
  if (type === 'button') return button(body);
  if (type === 'interactive') return tap(body);
  if (type === 'location') return pin(body);
  return FILES.includes(type) ? file(body) : null;
}

/** `{"body":"hola"}` */
function words(body: Json): Content | null {
  const text = textIn(body['body']);
  if (text === null) return null;
  const signal = signalIn(text);
  return signal === null ? { text } : { text, signal, signalAnswered: false };
}

/** A template's button: `{"payload":"solved:311-…:yes","text":"Sí"}`; one without a value of its own repeats its words. */
function button(body: Json): Content | null {
  const [payload, text] = [textIn(body['payload']), textIn(body['text'])];
  if (payload !== null && payload !== text) return { choice: payload };
  return text === null ? null : { text };
}

/** `{"type":"list_reply","list_reply":{"id":"place:080417","title":"Pacora"}}` */
function tap(body: Json): Content | null {
  const reply = objectIn(body['button_reply']) ?? objectIn(body['list_reply']);
  const choice = textIn(reply?.['id']);
  return choice === null ? null : { choice };
}

/** `{"latitude":9.05,"longitude":-79.43,"name":"Parque Urracá","address":"Avenida Balboa"}` */
function pin(body: Json): Content | null {
  const at = pinIn(body['latitude'], body['longitude']);
  if (at === null) return null;
  const label = [textIn(body['name']), textIn(body['address'])].filter(part => part !== null).join(', ');
  return { location: label === '' ? at : { ...at, label } };
}

/** `{"id":"1003383421387256","mime_type":"image/jpeg","sha256":"…","caption":"así está la calle"}` */
function file(body: Json): Content | null {
  const id = textIn(body['id']);
  if (id === null) return null;
  const text = textIn(body['caption']);
  return { media: [{ id }], ...(text === null ? {} : { text }) };
}

/** `[{"name":{"formatted_name":"Plomero"},"phones":[{"phone":"+507 6000-0002"}]}]` as words. */
function contacts(cards: Json[]): Content | null {
  const lines = cards.map(card => {
    const phones = objectsIn(card['phones']).map(({ phone }) => textIn(phone));
    return [textIn(objectIn(card['name'])?.['formatted_name']), ...phones].filter(Boolean).join(' ');
  });
  const text = lines.filter(line => line !== '').join('\n');
  return text === '' ? null : { text };
}
