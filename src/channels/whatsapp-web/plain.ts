import type { Client, Message } from 'whatsapp-web.js';
import { withTimeout } from '../timeout.ts';

/** The addresses of one person. */
export type Who = Awaited<ReturnType<Client['getContactLidAndPhone']>>[number] | undefined;

const WHO_MS = 5_000;

/** Asks the page for both addresses of who writes from one; undefined when it does not say in time. */
export async function whoIs(client: Client, from: string): Promise<Who> {
  return (await withTimeout(client.getContactLidAndPhone([from]), WHO_MS).catch(() => []))[0];
}

/**
 * The library's message as data, with both addresses of who wrote it, where they are known. Null: the library does not
 * even say which message it is.
 */
export function plain(message: Message, who: Who): unknown {
  const { id, fromMe, from, isStatus, broadcast, type, body, hasMedia, timestamp, vCards, location } =
    message;
  if (typeof id?.id !== 'string' || typeof from !== 'string') return null;
  const raw = (message.rawData ?? {}) as Record<string, unknown>;
  return {
    ...{ id: id._serialized, stanza: id.id, fromMe, from, isStatus, broadcast, type, body, hasMedia },
    ...{ at: timestamp, name: raw['notifyName'], quoted: raw['quotedStanzaID'], vCards },
    ...(location ? { lat: Number(location.latitude), lon: Number(location.longitude) } : {}),
    ...(location ? { label: raw['loc'] } : {}),
    ...{ lid: who?.lid, phone: who?.pn },
  };
}
