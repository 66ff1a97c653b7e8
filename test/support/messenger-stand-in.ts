import {
  type GraphPlatform,
  type GraphRefusal,
  type GraphServer,
  insist,
  startGraph,
} from './graph-stand-in.ts';
import type { Fields, FormFile } from './http-server.ts';

/** A message the page sent. */
export interface PageMessage {
  id: string;
  to: string;
  text: string;
  choices: { label: string; value: string }[];
  /** `RESPONSE`, or the tag of a late message. */
  kind: string;
  /** What comes back in its echo. */
  metadata: string;
  /** The file it is, in place of words. */
  file?: FormFile;
}

/** A stand-in for Messenger with one page, and for people who write to it. */
export interface MessengerStandIn extends GraphServer {
  pageId: string;
  /** The platform's clock. */
  now: () => Date;
  /** Does it repeat to us what the page sent? */
  echoes: boolean;
  /** Those accepted from the page, oldest first. */
  sent: PageMessage[];
  /** `mark_seen 6543…`, `typing_on 6543…` in order. */
  shown: string[];
  says(text: string, more?: Fields, from?: string): Promise<number>;
  /** Somebody taps a quick reply of the last message to them. */
  taps(label: string, from?: string): Promise<number>;
  sendsPhoto(bytes: Buffer, from?: string): Promise<number>;
  /** A telephone tells that it has, or showed, all that came until now. */
  receipt(kind: 'delivery' | 'read', from?: string): Promise<number>;
  close(): Promise<void>;
}

/** Who writes in these tests, unless told. */
export const LUIS = '6543210987654321';

const DAY_MS = 86_400_000;

interface Inside extends MessengerStandIn {
  heard: Map<string, number>;
  next: number;
}

/** Starts it on a loopback port. */
export async function startMessengerStandIn(): Promise<MessengerStandIn> {
  const platform: GraphPlatform = ({ path, query, body }) => {
    if (body === null && path === standIn.pageId && query.get('fields') === 'name') {
      return { answer: { name: '311 Panamá', id: standIn.pageId } };
    }
    if (body === null || path !== `${standIn.pageId}/messages`) {
      return { refusal: { status: 400, code: 100, subcode: 33, message: 'Unsupported request' } };
    }
    return carryOut(standIn, body);
  };
  const graph = await startGraph(platform, body => 'sender_action' in body);
  const standIn: Inside = Object.assign(graph, {
    pageId: '1067280970047460',
    ...{ echoes: true, sent: [], shown: [], heard: new Map(), next: 1, now: () => new Date() },
    says: (text: string, more: Fields = {}, from = LUIS) => writes(standIn, from, { text, ...more }),
    taps: (label: string, from = LUIS) => taps(standIn, from, label),
    sendsPhoto: (bytes: Buffer, from = LUIS) => {
      const id = `photo-${standIn.files.size}`;
      standIn.files.set(id, { type: 'image/png', bytes });
      const payload = { url: `${standIn.url}/storage/${id}` };
      return writes(standIn, from, { attachments: [{ type: 'image', payload }] });
    },
    receipt: (kind: 'delivery' | 'read', from = LUIS) =>
      tell(standIn, { ...event(standIn, from), [kind]: { watermark: standIn.now().getTime() } }),
  });
  return standIn;
}

function carryOut(standIn: Inside, body: Fields): { answer: Fields } | { refusal: GraphRefusal } {
  const id = String((body['recipient'] as Fields | undefined)?.['id'] ?? '');
  const heardAt = standIn.heard.get(id);
  if (heardAt === undefined) return refuse('No matching user found', 100, 2018001);
  const refusal = refusalOf(body, standIn.now().getTime() - heardAt);
  if (refusal) return { refusal };
  if (typeof body['sender_action'] === 'string') {
    standIn.shown.push(`${body['sender_action']} ${id}`);
    return { answer: { recipient_id: id } };
  }
  return { answer: accept(standIn, id, body) };
}

function refuse(message: string, code: number, subcode?: number): { refusal: GraphRefusal } {
  const status = code === 10 ? 403 : 400;
  return { refusal: { status, code, message, ...(subcode === undefined ? {} : { subcode }) } };
}

/** Checks a call as the Send API does; null: it is taken. */
function refusalOf(body: Fields, ageMs: number): GraphRefusal | null {
  const known = ['recipient', 'messaging_type', 'tag', 'message', 'sender_action', 'filedata'];
  const invalid = (message: string): GraphRefusal => refuse(message, 100).refusal;
  if (Object.keys(body).some(name => !known.includes(name))) return invalid('Unexpected key');
  if ('sender_action' in body) {
    const isAlone = Object.keys(body).length === 2;
    const isKnown = ['mark_seen', 'typing_on', 'typing_off'].includes(String(body['sender_action']));
    return isAlone && isKnown ? null : invalid('Only one of message and sender_action is allowed');
  }
  const { messaging_type: type, tag } = body;
  if (type === 'MESSAGE_TAG' && tag !== 'HUMAN_AGENT') return refuse('Retired tag', 100, 1893061).refusal;
  if (type !== 'MESSAGE_TAG' && (type !== 'RESPONSE' || tag !== undefined)) return invalid('messaging_type');
  if (ageMs >= (tag === undefined ? DAY_MS : 7 * DAY_MS)) {
    return refuse('This message is sent outside of allowed window.', 10, 2018278).refusal;
  }
  const message = body['message'] as Fields | undefined;
  if (message?.['attachment']) return fileRefusal(message, body['filedata'] as FormFile | undefined, invalid);
  return messageRefusal(message, invalid);
}

/** A file comes alone, with at most our id beside it. */
function fileRefusal(
  { attachment, metadata, ...more }: Fields,
  file: FormFile | undefined,
  invalid: (message: string) => GraphRefusal,
): GraphRefusal | null {
  if (Object.keys(more).length > 0 || typeof metadata !== 'string')
    return invalid('Unexpected key in message');
  const { type, payload } = attachment as Fields;
  const fits = type === (file?.type.startsWith('image/') ? 'image' : 'file') && typeof payload === 'object';
  return file && fits && file.bytes.length <= 25_000_000 ? null : invalid('message.attachment');
}

function messageRefusal(
  message: Fields | undefined,
  invalid: (message: string) => GraphRefusal,
): GraphRefusal | null {
  const { text, metadata, quick_replies: replies = [], ...more } = message ?? {};
  if (Object.keys(more).length > 0) return invalid('Unexpected key in message');
  if (typeof text !== 'string' || text === '' || text.length >= 2_000) return invalid('message.text');
  if (typeof metadata !== 'string' || metadata.length > 1_000) return invalid('message.metadata');
  const titles = (replies as Fields[]).map(({ title }) => String(title));
  const sound = (replies as Fields[]).every(({ content_type, title, payload }) => {
    const fits = String(title).length <= 20 && String(payload).length <= 1_000;
    return content_type === 'text' && title !== '' && payload !== '' && fits;
  });
  return sound && titles.length <= 13 ? null : invalid('message.quick_replies');
}

function accept(standIn: Inside, to: string, body: Fields): Fields {
  standIn.next += 1;
  const id = `m_OUT${standIn.next}`;
  const { text, metadata, quick_replies: replies = [] } = body['message'] as Fields;
  const choices = (replies as Fields[]).map(({ title, payload }) => ({
    ...{ label: String(title), value: String(payload) },
  }));
  standIn.sent.push({
    id,
    to,
    text: String(text ?? ''),
    ...(body['filedata'] ? { file: body['filedata'] as FormFile } : {}),
    choices,
    kind: String(body['tag'] ?? body['messaging_type']),
    metadata: String(metadata),
  });
  const echo = {
    ...{ sender: { id: standIn.pageId }, recipient: { id: to }, timestamp: standIn.now().getTime() },
    message: { mid: id, is_echo: true, app_id: 1_517_776_481, metadata, text },
  };
  if (standIn.echoes) setImmediate(() => void insist(standIn, () => tell(standIn, echo)));
  return { recipient_id: to, message_id: id };
}

function event({ pageId, now }: Inside, from: string): Fields {
  return { sender: { id: from }, recipient: { id: pageId }, timestamp: now().getTime() };
}

function writes(standIn: Inside, from: string, content: Fields): Promise<number> {
  standIn.next += 1;
  standIn.heard.set(from, standIn.now().getTime());
  return tell(standIn, { ...event(standIn, from), message: { mid: `m_IN${standIn.next}`, ...content } });
}

function taps(standIn: Inside, from: string, label: string): Promise<number> {
  const last = standIn.sent.findLast(({ to }) => to === from);
  const choice = last?.choices.find(known => known.label === label);
  if (!choice) throw new Error(`no choice ${label}`);
  return writes(standIn, from, { text: label, quick_reply: { payload: choice.value } });
}

function tell(standIn: Inside, ...messaging: Fields[]): Promise<number> {
  const entry = [{ id: standIn.pageId, time: standIn.now().getTime(), messaging }];
  return standIn.post({ object: 'page', entry });
}
