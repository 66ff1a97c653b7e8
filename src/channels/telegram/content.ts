import type { InboundMessage, MediaSource, Pin } from '../channel.ts';
import { idIn, type Json, objectIn, objectsIn, pinIn, textIn } from '../json.ts';
import { signalIn } from '../opt-out-words.ts';

/** What a citizen said, sent or showed in one message of theirs. */
export type Content = Pick<
  InboundMessage,
  'text' | 'location' | 'media' | 'signal' | 'signalAnswered' | 'replyTo'
>;

/** Kinds of files, the first that is there counts: an animation comes as a document as well. */
const FILES = ['animation', 'video', 'video_note', 'voice', 'audio', 'document'];

/**
 * What stands in a message; null when it is of a kind nobody reads here (a poll, a game, a note of the platform).
 * `{"message_id":7,"from":{…},"chat":{…},"date":1785000000,"text":"hola"}`
 */
export function contentOf(message: Json): Content | null {
  const text = textIn(message['text']);
  const content = text === null ? shown(message) : written(text, message);
  if (content === null) return null;
  const quoted = idIn(objectIn(message['reply_to_message'])?.['message_id']);
  return quoted === null ? content : { ...content, replyTo: quoted };
}

function written(text: string, message: Json): Content {
  const language = textIn(objectIn(message['from'])?.['language_code']) ?? '';
  const words = spoken(text, language);
  const signal = signalIn(words);
  return signal === null ? { text: words } : { text: words, signal, signalAnswered: false };
}

const COMMAND = /^\/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+([\s\S]*))?$/;

/** `/mis_casos` says what "mis casos" says. START is the button everybody must press first: a greeting, whatever link it came from. */
function spoken(text: string, language: string): string {
  const [, command = '', rest = ''] = COMMAND.exec(text) ?? [];
  if (command === '') return text;
  if (command.toLowerCase() === 'start') return language.startsWith('en') ? 'hello' : 'hola';
  return `${command.replaceAll('_', ' ')} ${rest}`.trim();
}

/** Is this the button by which a talk begins, or begins again? */
export function isStart(message: Json): boolean {
  return /^\/start(@\w+)?(\s|$)/i.test(textIn(message['text']) ?? '');
}

function shown(message: Json): Content | null {
  const location = placeOf(message);
  const file = fileOf(message);
  const text =
    textIn(message['caption']) ?? contactOf(message) ?? textIn(objectIn(message['sticker'])?.['emoji']);
  if (location === null && file === null && text === null) return null;
  return {
    ...(text === null ? {} : { text }),
    ...(location === null ? {} : { location }),
    ...(file === null ? {} : { media: [file] }),
  };
}

/** A venue is a pin with a name; both come in the message. */
function placeOf(message: Json): Pin | null {
  const venue = objectIn(message['venue']);
  const point = objectIn(venue?.['location']) ?? objectIn(message['location']);
  const pin = pinIn(point?.['latitude'], point?.['longitude']);
  if (pin === null) return null;
  const label = [textIn(venue?.['title']), textIn(venue?.['address'])]
    .filter(part => part !== null)
    .join(', ');
  return label === '' ? pin : { ...pin, label };
}

/** A photo comes in several sizes, the largest last. */
function fileOf(message: Json): MediaSource | null {
  const kinds = FILES.map(kind => objectIn(message[kind]));
  const file = objectsIn(message['photo']).at(-1) ?? kinds.find(kind => kind !== null);
  const id = textIn(file?.['file_id']);
  return id === null ? null : { id };
}

/** Their own contact is a number to be called on; another's is a name with a number. */
function contactOf(message: Json): string | null {
  const contact = objectIn(message['contact']);
  const number = textIn(contact?.['phone_number']);
  if (contact === null || number === null) return null;
  const international = /^\d{8,15}$/.test(number) ? `+${number}` : number;
  const own = idIn(contact['user_id']);
  if (own !== null && own === idIn(objectIn(message['from'])?.['id'])) return international;
  return [textIn(contact['first_name']), textIn(contact['last_name']), international]
    .filter(part => part !== null)
    .join(' ');
}
