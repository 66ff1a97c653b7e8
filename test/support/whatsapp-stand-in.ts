import {
  type GraphCall,
  type GraphPlatform,
  type GraphServer,
  insist,
  startGraph,
} from './graph-stand-in.ts';
import type { Fields, FormFile } from './http-server.ts';
import { type ApprovedList, refusalOf } from './whatsapp-rules.ts';

/** A message the office sent. */
export interface HeldMessage {
  id: string;
  /** The number, or the user id, it went to. */
  to: string;
  /** What it says: the words, or the template's values. */
  text: string;
  kind: 'text' | 'button' | 'list' | 'location_request_message' | 'template' | 'image' | 'document';
  choices: { label: string; value: string }[];
  /** The file it brought. */
  file?: FormFile;
  body: Fields;
}

/** A stand-in for WhatsApp's Cloud API with one number, and for a citizen who writes to it. */
export interface WhatsAppStandIn extends GraphServer {
  phoneNumberId: string;
  approved: ApprovedList;
  /** Files the office handed over, by their ids. */
  uploaded: Map<string, FormFile>;
  /** Statuses told after each accepted message. */
  receipts: string[];
  /** The platform's clock: free words later than a day after the citizen wrote fail by receipt, as there. */
  now: () => Date;
  /** Those accepted from the office, oldest first. */
  sent: HeldMessage[];
  /** Ids of what citizens wrote: of nothing else may it be shown that it was read. */
  written: Set<string>;
  /** Messages shown as read, with the writing indicator. */
  shown: string[];
  /** Somebody writes; `more` replaces fields of the message. Resolves to the status of the webhook call. */
  says(text: string, more?: Fields, who?: Person): Promise<number>;
  /** Somebody sends a message of another type. */
  sends(content: Fields, who?: Person): Promise<number>;
  /** Somebody taps a choice of the last message to them. */
  taps(label: string, who?: Person): Promise<number>;
  sendsPhoto(bytes: Buffer, caption?: string, who?: Person): Promise<number>;
  /** Somebody sends a file as it is, with words or without, or speaks. */
  sendsFile(kind: 'document' | 'audio', bytes: Buffer, caption?: string, who?: Person): Promise<number>;
  status(id: string, status: string, code?: number): Promise<number>;
}

/** A citizen as the platform tells of them; either of the two may be left out. */
export interface Person {
  number?: string;
  userId?: string;
  name?: string;
}

/** Who writes in these tests, unless told. */
export const ANA: Person = { number: '50760000001', userId: 'PA.13491208655302741918', name: 'Ana Batista' };

const DAY_MS = 86_400_000;

interface Inside extends WhatsAppStandIn {
  next: number;
  heard: Map<string, number>;
}

/** Starts it on a loopback port. */
export async function startWhatsAppStandIn(): Promise<WhatsAppStandIn> {
  const platform: GraphPlatform = call => carryOut(standIn, call);
  const graph = await startGraph(platform, body => body['status'] === 'read');
  const standIn: Inside = Object.assign(graph, {
    phoneNumberId: '106540352242922',
    ...{
      approved: {},
      receipts: [],
      sent: [],
      shown: [],
      next: 1,
      heard: new Map(),
      written: new Set<string>(),
      uploaded: new Map<string, FormFile>(),
    },
    now: () => new Date(),
    says: (text: string, more: Fields = {}, who = ANA) =>
      writes(standIn, { type: 'text', text: { body: text }, ...more }, who),
    sends: (content: Fields, who = ANA) => writes(standIn, content, who),
    taps: (label: string, who = ANA) => taps(standIn, label, who),
    sendsPhoto: (bytes: Buffer, caption?: string, who = ANA) => {
      const id = `9900000000${standIn.files.size}`;
      standIn.files.set(id, { type: 'image/jpeg', bytes });
      const image = {
        id,
        mime_type: 'image/jpeg',
        sha256: 'x',
        ...(caption === undefined ? {} : { caption }),
      };
      return writes(standIn, { type: 'image', image }, who);
    },
    sendsFile: (kind: 'document' | 'audio', bytes: Buffer, caption?: string, who = ANA) => {
      const id = `9900000000${standIn.files.size}`;
      const mime_type = kind === 'audio' ? 'audio/ogg; codecs=opus' : 'image/jpeg';
      standIn.files.set(id, { type: mime_type, bytes });
      const told = { id, mime_type, sha256: 'x', ...(caption ? { caption } : {}) };
      const more = kind === 'audio' ? { voice: true } : { filename: 'IMG_0001.jpg' };
      return writes(standIn, { type: kind, [kind]: { ...told, ...more } }, who);
    },
    status: (id: string, status: string, code?: number) => tellStatus(standIn, id, status, code),
  });
  return standIn;
}

function carryOut(standIn: Inside, { path, query, body }: GraphCall): ReturnType<GraphPlatform> {
  if (body === null && path === standIn.phoneNumberId) return { answer: numberShown(query) };
  if (body === null) return mediaOf(standIn, path, query);
  if (path === `${standIn.phoneNumberId}/media`) return takeUpload(standIn, body);
  if (path !== `${standIn.phoneNumberId}/messages`) {
    return { refusal: { status: 400, code: 100, subcode: 33, message: 'Unsupported post request' } };
  }
  if (body['status'] === 'read') return markRead(standIn, body);
  const refusal = refusalOf(body, standIn.approved, standIn.uploaded);
  return refusal ? { refusal } : { answer: accept(standIn, body) };
}

/** As …/business-phone-numbers/media: the type said beside the file must be a known one, and that of the part. */
function takeUpload({ uploaded }: Inside, body: Fields): ReturnType<GraphPlatform> {
  const file = body['file'] as FormFile | undefined;
  const sound = body['messaging_product'] === 'whatsapp' && file && body['type'] === file.type;
  const isPicture = /^image\/(jpeg|png)$/.test(file?.type ?? '');
  const fits = file && file.bytes.length <= (isPicture ? 5 : 100) * 1024 * 1024;
  if (!sound || !fits || !(isPicture || file.type === 'application/pdf')) {
    return { refusal: { status: 400, code: 100, message: 'Param file must be a file with a known type' } };
  }
  const id = `77000000${uploaded.size}`;
  uploaded.set(id, file);
  return { answer: { id } };
}

/** No more than what was asked for. */
function numberShown(query: URLSearchParams): Fields {
  const known: Fields = {
    ...{ verified_name: '311 Panamá', display_phone_number: '+507 600-0000', quality_rating: 'GREEN' },
  };
  const asked = (query.get('fields') ?? '').split(',');
  return { ...Object.fromEntries(asked.map(name => [name, known[name]])), id: '106540352242922' };
}

function mediaOf({ files, url, phoneNumberId }: Inside, id: string, query: URLSearchParams) {
  const file = files.get(id);
  if (!file || query.get('phone_number_id') !== phoneNumberId) {
    return { refusal: { status: 400, code: 100, subcode: 33, message: 'Unsupported get request' } };
  }
  const { type, bytes } = file;
  return {
    answer: { url: `${url}/files/${id}`, mime_type: type, sha256: 'x', file_size: bytes.length, id },
  };
}

function markRead(standIn: Inside, body: Fields): ReturnType<GraphPlatform> {
  const id = String(body['message_id']);
  const isTyping = (body['typing_indicator'] as Fields | undefined)?.['type'] === 'text';
  if (!standIn.written.has(id) || !isTyping || body['messaging_product'] !== 'whatsapp') {
    return { refusal: { status: 400, code: 131009, message: 'Parameter value is not valid' } };
  }
  standIn.shown.push(id);
  return { answer: { success: true } };
}

function accept(standIn: Inside, body: Fields): Fields {
  standIn.next += 1;
  const id = `wamid.OUT${standIn.next}`;
  const to = String(body['to'] ?? body['recipient']);
  standIn.sent.push({ id, to, body, ...readBody(standIn, body) });
  setImmediate(() => void tellReceipts(standIn, id, to, body['type'] === 'template'));
  const contact = 'to' in body ? { input: to, wa_id: to } : { input: to, user_id: to };
  const messages = [{ id, message_status: 'accepted' }];
  return { messaging_product: 'whatsapp', contacts: [contact], messages };
}

type Interactive = {
  type: HeldMessage['kind'];
  body: { text: string };
  action: {
    buttons?: { reply: { id: string; title: string } }[];
    sections?: { rows: { id: string; title: string; description?: string }[] }[];
  };
};

function readBody(standIn: Inside, body: Fields): Pick<HeldMessage, 'text' | 'kind' | 'choices' | 'file'> {
  const shown = body[String(body['type'])] as Fields;
  const file = standIn.uploaded.get(String(shown['id']));
  if (file) {
    const kind = body['type'] as 'image' | 'document';
    return { kind, text: String(shown['caption'] ?? ''), choices: [], file };
  }
  if (body['type'] === 'text')
    return { kind: 'text', text: (body['text'] as { body: string }).body, choices: [] };
  if (body['type'] === 'template') return readTemplate(body['template'] as Fields);
  const { type, body: said, action } = body['interactive'] as Interactive;
  const buttons = (action.buttons ?? []).map(({ reply }) => ({ label: reply.title, value: reply.id }));
  const rows = (action.sections ?? []).flatMap(section => section.rows);
  const listed = rows.map(({ id, title, description }) => ({ label: description ?? title, value: id }));
  return { kind: type, text: said.text, choices: [...buttons, ...listed] };
}

function readTemplate({ components }: Fields): Pick<HeldMessage, 'text' | 'kind' | 'choices'> {
  const parts = components as { type: string; parameters: { text?: string; payload?: string }[] }[];
  const texts = parts.filter(({ type }) => type === 'body').flatMap(({ parameters }) => parameters);
  const taps = parts
    .filter(({ type }) => type === 'button')
    .map(({ parameters }) => parameters[0]?.payload ?? '');
  const choices = taps.map((value, i) => ({ label: `button ${i + 1}`, value }));
  return { kind: 'template', text: texts.map(({ text }) => text).join(' | '), choices };
}

async function tellReceipts(standIn: Inside, id: string, to: string, isTemplate: boolean): Promise<void> {
  const heard = standIn.heard.get(to) ?? Number.NEGATIVE_INFINITY;
  if (!isTemplate && standIn.now().getTime() - heard >= DAY_MS) {
    return insist(standIn, () => tellStatus(standIn, id, 'failed', 131047));
  }
  for (const status of standIn.receipts) await insist(standIn, () => tellStatus(standIn, id, status));
}

function writes(standIn: Inside, content: Fields, who: Person): Promise<number> {
  const { number, userId, name } = who;
  standIn.next += 1;
  const id = `wamid.IN${standIn.next}`;
  standIn.written.add(id);
  for (const key of [number, userId]) if (key) standIn.heard.set(key, standIn.now().getTime());
  const profile = name === undefined ? {} : { profile: { name } };
  const told = { ...(number ? { wa_id: number } : {}), ...(userId ? { user_id: userId } : {}) };
  const from = { ...(number ? { from: number } : {}), ...(userId ? { from_user_id: userId } : {}) };
  const timestamp = String(Math.floor(standIn.now().getTime() / 1_000));
  return tell(standIn, {
    contacts: [{ ...profile, ...told }],
    messages: [{ ...from, id, timestamp, ...content }],
  });
}

function taps(standIn: Inside, label: string, who: Person): Promise<number> {
  const mine = standIn.sent.findLast(({ to }) => to === who.userId || to === who.number);
  const choice = mine?.choices.find(known => known.label === label);
  if (!mine || !choice) throw new Error(`no choice ${label}`);
  const context = { context: { from: '5076000000', id: mine.id } };
  if (mine.kind === 'template') {
    const button = { payload: choice.value, text: label };
    return writes(standIn, { type: 'button', button, ...context }, who);
  }
  const type = mine.kind === 'list' ? 'list_reply' : 'button_reply';
  const reply = { id: choice.value, title: label };
  return writes(standIn, { type: 'interactive', interactive: { type, [type]: reply }, ...context }, who);
}

function tellStatus(standIn: Inside, id: string, status: string, code?: number): Promise<number> {
  const message = standIn.sent.find(known => known.id === id);
  if (!message) return Promise.resolve(0);
  const ours = message.body['biz_opaque_callback_data'];
  const at = String(Math.floor(standIn.now().getTime() / 1_000));
  const errors = code === undefined ? {} : { errors: [{ code, title: 'Trouble', message: 'Trouble' }] };
  const key = /^\d+$/.test(message.to) ? 'recipient_id' : 'recipient_user_id';
  const told = { id, status, timestamp: at, [key]: message.to, biz_opaque_callback_data: ours, ...errors };
  return tell(standIn, { statuses: [told] });
}

function tell(standIn: Inside, value: Fields): Promise<number> {
  const { phoneNumberId: phone_number_id } = standIn;
  const metadata = { display_phone_number: '5076000000', phone_number_id };
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
  return standIn.post({
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [change] }],
  });
}
