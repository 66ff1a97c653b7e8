import type { InboundMessage, MediaSource } from '../channel.ts';
import { idIn, type Json, numberIn, objectIn, objectsIn, pinIn, textIn, timeIn } from '../json.ts';
import { signalIn } from '../opt-out-words.ts';

/** Where a message of this account was read. */
export interface Reader {
  channel: string;
  /** The account's number. */
  account: string;
}

/**
 * A direct message to this account; null for our own, for one to others, and for what is none.
 * `{"type":"message_create","id":"…","created_timestamp":"1784928224372","message_create":{"target":{"recipient_id":"…"},"sender_id":"…","message_data":{"text":"hola","entities":{…}}}}`
 */
export function readDirectMessage(reader: Reader, event: Json, names: Json | null): InboundMessage | null {
  const created = objectIn(event['message_create']);
  const providerId = idIn(event['id']);
  const address = idIn(created?.['sender_id']);
  const to = idIn(objectIn(created?.['target'])?.['recipient_id']);
  const data = objectIn(created?.['message_data']);
  if (providerId === null || address === null || data === null) return null;
  if (address === reader.account || to !== reader.account) return null;
  const name = nameIn(names?.[address]);
  const sentAt = timeIn(event['created_timestamp'], 1);
  return {
    ...{ ...reader, address, providerId, ...contentOf(data) },
    ...(name === null ? {} : { name }),
    ...(sentAt === null ? {} : { sentAt }),
  };
}

/** A person's name; the newer envelope wraps the person in `data`. */
function nameIn(person: unknown): string | null {
  const found = objectIn(person);
  return textIn((objectIn(found?.['data']) ?? found)?.['name']);
}

type Content = Pick<InboundMessage, 'text' | 'choice' | 'location' | 'media' | 'signal' | 'signalAnswered'>;

function contentOf(data: Json): Content {
  const attachment = objectIn(data['attachment']);
  const file = objectIn(attachment?.['media']);
  const media = file && sourceOf(file);
  const text = plainText(data, textIn(file?.['url']));
  const choice = textIn(objectIn(data['quick_reply_response'])?.['metadata']);
  const location = pinOf(attachment);
  const signal = signalIn(text);
  return {
    text,
    ...(choice === null ? {} : { choice }),
    ...(location === null ? {} : { location }),
    ...(media ? { media: [media] } : {}),
    ...(signal === null ? {} : { signal, signalAnswered: false }),
  };
}

/** The words as they were written: links as they were pasted, without the one that stands for a file. */
function plainText(data: Json, ofFile: string | null): string {
  let text = textIn(data['text']) ?? '';
  for (const link of objectsIn(objectIn(data['entities'])?.['urls'])) {
    const [short, whole] = [textIn(link['url']), textIn(link['expanded_url'])];
    if (short !== null && short !== ofFile && whole !== null) text = text.replaceAll(short, () => whole);
  }
  return withoutEscapes(ofFile === null ? text : text.replaceAll(ofFile, '')).trim();
}

/** The platform writes three characters as HTML does. */
export function withoutEscapes(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A photo lies at its address; of a film there are several, the smallest says enough. */
function sourceOf(file: Json): MediaSource | null {
  const films = objectsIn(objectIn(file['video_info'])?.['variants'])
    .filter(film => film['content_type'] === 'video/mp4')
    .sort((a, b) => (numberIn(a['bitrate']) ?? 0) - (numberIn(b['bitrate']) ?? 0));
  const url = textIn(films[0]?.['url']) ?? textIn(file['media_url_https']);
  return url === null ? null : { url };
}

/** GeoJSON: the longitude first. */
function pinOf(attachment: Json | null): { lat: number; lon: number } | null {
  const shared = objectIn(objectIn(attachment?.['location'])?.['shared_coordinate']);
  const point = objectIn(shared?.['coordinates'])?.['coordinates'];
  return Array.isArray(point) ? pinIn(point[1], point[0]) : null;
}
