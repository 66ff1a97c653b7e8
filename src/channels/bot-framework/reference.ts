import { objectIn, textIn } from '../json.ts';

/** What stands before a place where others read: another talk than the private one, never joined with it. */
const PUBLIC = 'public/';

/** A conversation as the service names it. */
export interface Place {
  /** `msteams`, `directline`, `webchat` … */
  channelId: string;
  conversationId: string;
}

/** The address of a private talk. */
export function addressOf({ channelId, conversationId }: Place): string {
  return `${channelId}/${conversationId}`;
}

/** The address of what somebody writes where others read. */
export function publicAddress(place: Place, userId: string): string {
  return `${PUBLIC}${JSON.stringify([place.channelId, place.conversationId, userId])}`;
}

/** Do others read what is written to this address? */
export function isPublic(address: string): boolean {
  return address.startsWith(PUBLIC);
}

/** The conversation of an address; null when it is none. */
export function placeOf(address: string): Place | null {
  if (isPublic(address)) return placeInList(address.slice(PUBLIC.length));
  const at = address.indexOf('/');
  const [channelId, conversationId] = [address.slice(0, at), address.slice(at + 1)];
  return at > 0 && conversationId !== '' ? { channelId, conversationId } : null;
}

function placeInList(text: string): Place | null {
  const parts = parse(text);
  if (!Array.isArray(parts)) return null;
  const [channelId, conversationId] = parts.map(textIn);
  return channelId && conversationId ? { channelId, conversationId } : null;
}

/** What a message needs besides the place: it is stored with the talk, and the newest holds, for the service may move. */
export interface Way {
  serviceUrl: string;
  botId: string;
  userId: string;
  tenantId?: string;
}

/** A way as it is stored. */
export function routeOf({ serviceUrl, botId, userId, tenantId }: Way): string {
  return JSON.stringify({ serviceUrl, botId, userId, ...(tenantId === undefined ? {} : { tenantId }) });
}

/** The way of a route; null when it is none. */
export function wayOf(route: string | null | undefined): Way | null {
  const stored = objectIn(parse(route ?? ''));
  const serviceUrl = textIn(stored?.['serviceUrl']);
  const botId = textIn(stored?.['botId']);
  const userId = textIn(stored?.['userId']);
  const tenantId = textIn(stored?.['tenantId']);
  if (serviceUrl === null || botId === null || userId === null) return null;
  return { serviceUrl, botId, userId, ...(tenantId === null ? {} : { tenantId }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
