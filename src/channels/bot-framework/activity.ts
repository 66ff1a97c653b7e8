import type { InboundMessage, MediaSource, Pin } from '../channel.ts';
import { type Json, objectIn, objectsIn, pinIn, textIn } from '../json.ts';
import { signalIn } from '../opt-out-words.ts';
import { addressOf, type Place, publicAddress, routeOf } from './reference.ts';
import { wordsOf } from './words.ts';

/** Where a message of this bot was read: the channel's name, and the bot's own id. */
export interface Reader {
  channel: string;
  account: string;
}

/**
 * The message in one activity; none when it is of a kind nobody handles, or our own.
 * `{"type":"message","id":"1","channelId":"msteams","serviceUrl":"https://smba…","from":{…},"recipient":{…},"conversation":{"id":"a:1"},"text":"hola"}`
 * Pure; never throws. learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function readActivity(reader: Reader, activity: Json): InboundMessage[] {
  const head = headOf(reader, activity);
  if (head === null) return [];
  if (activity['type'] === 'message') return said(head, activity);
  return activity['type'] === 'installationUpdate' ? installed(head, activity) : [];
}

/** Our own name for a message of a conversation, either direction: what is quoted is found by it. */
export function messageIdOf(conversationId: string, activityId: string): string {
  return `${conversationId}/${activityId}`;
}

type Head = Omit<InboundMessage, 'providerId'> & { conversationId: string };

/** Where it was said, by whom, and the way back; null when one is missing, and for what we said ourselves. */
function headOf(reader: Reader, activity: Json): Head | null {
  const [from, conversation] = [objectIn(activity['from']), objectIn(activity['conversation'])];
  const place = placeIn(activity, conversation);
  const userId = textIn(from?.['id']);
  const serviceUrl = textIn(activity['serviceUrl']);
  // A service may leave out whom it is told to: the one whose token came with it.
  const botId = textIn(objectIn(activity['recipient'])?.['id']) ?? reader.account;
  if (place === null || userId === null || serviceUrl === null) return null;
  if (userId === botId || from?.['role'] === 'bot') return null;
  const tenantId = textIn(conversation?.['tenantId']);
  const way = { serviceUrl, botId, userId, ...(tenantId === null ? {} : { tenantId }) };
  return {
    ...{ ...reader, conversationId: place.conversationId, route: routeOf(way) },
    ...(isShared(conversation)
      ? { address: publicAddress(place, userId), elsewhere: 'public' }
      : { address: addressOf(place) }),
    ...signOf(from, activity),
  };
}

function placeIn(activity: Json, conversation: Json | null): Place | null {
  const [channelId, conversationId] = [textIn(activity['channelId']), textIn(conversation?.['id'])];
  return channelId === null || conversationId === null ? null : { channelId, conversationId };
}

/** The name and the time below a message. */
function signOf(from: Json | null, activity: Json): Pick<InboundMessage, 'name' | 'sentAt'> {
  const name = textIn(from?.['name']);
  const sentAt = new Date(textIn(activity['timestamp']) ?? '');
  return { ...(name === null ? {} : { name }), ...(Number.isNaN(sentAt.getTime()) ? {} : { sentAt }) };
}

/** A channel of a team, a chat of several. */
function isShared(conversation: Json | null): boolean {
  const kind = conversation?.['conversationType'];
  return conversation?.['isGroup'] === true || kind === 'channel' || kind === 'groupChat';
}

function said({ conversationId, ...head }: Head, activity: Json): InboundMessage[] {
  const id = textIn(activity['id']);
  const quoted = textIn(activity['replyToId']);
  const content = head.elsewhere === undefined ? contentOf(activity) : { text: wordsOf(activity) };
  if (content === null) return [];
  return [
    {
      ...{ ...head, ...content },
      providerId: id === null ? null : messageIdOf(conversationId, id),
      ...(quoted === null || 'choice' in content ? {} : { replyTo: messageIdOf(conversationId, quoted) }),
    },
  ];
}

type Content = Pick<InboundMessage, 'text' | 'choice' | 'location' | 'media' | 'signal' | 'signalAnswered'>;

/** A tap comes with the words of its button, which say nothing more. Null: nothing that could be read. */
function contentOf(activity: Json): Content | null {
  const choice = textIn(objectIn(activity['value'])?.['choice']);
  if (choice !== null) return { choice };
  const text = wordsOf(activity);
  const media = objectsIn(activity['attachments']).flatMap(sourcesOf);
  const location = pinOf(activity);
  const signal = signalIn(text);
  if (text === '' && media.length === 0 && location === null) return null;
  return {
    text,
    ...(media.length > 0 ? { media } : {}),
    ...(location === null ? {} : { location }),
    ...(signal === null ? {} : { signal, signalAnswered: false }),
  };
}

const TEAMS_FILE = 'application/vnd.microsoft.teams.file.download.info';

/** Cards, and the same words as a page, are no files. */
function sourcesOf(attachment: Json): MediaSource[] {
  const type = textIn(attachment['contentType']) ?? '';
  const isFile = type === TEAMS_FILE || !/^(text\/html|application\/vnd\.microsoft\.)/.test(type);
  const content = type === TEAMS_FILE ? textIn(objectIn(attachment['content'])?.['downloadUrl']) : null;
  const url = content ?? textIn(attachment['contentUrl']);
  if (!isFile || url === null) return [];
  return [type === '' || type === TEAMS_FILE ? { url } : { url, type }];
}

function pinOf(activity: Json): Pin | null {
  for (const entity of objectsIn(activity['entities'])) {
    const point = objectIn(entity['geo']) ?? entity;
    const pin = pinIn(point['latitude'], point['longitude']);
    if (pin !== null) return pin;
  }
  return null;
}

const SIGNALS: Record<string, 'optOut' | 'optIn'> = { remove: 'optOut', add: 'optIn' };

/** They took the bot away, or added it: the platform keeps our messages away itself. */
function installed({ conversationId, ...head }: Head, activity: Json): InboundMessage[] {
  const action = textIn(activity['action']) ?? '';
  const signal = Object.hasOwn(SIGNALS, action) ? SIGNALS[action] : undefined;
  const id = textIn(activity['id']) ?? textIn(activity['timestamp']);
  if (signal === undefined || head.elsewhere !== undefined || id === null) return [];
  return [
    { ...head, providerId: `installed.${messageIdOf(conversationId, id)}`, signal, signalAnswered: true },
  ];
}
