import type { GraphRefusal } from './graph-stand-in.ts';
import type { Fields } from './http-server.ts';

/** A template as the platform approved it: how many places its body has, and how many quick replies. */
export interface Approved {
  places: number;
  buttons: number;
}

/** Templates by name and language: `novedad/es`. */
export type ApprovedList = Record<string, Approved>;

const FIELDS = new Set([
  ...['messaging_product', 'recipient_type', 'to', 'recipient', 'type', 'text', 'interactive', 'template'],
  ...['image', 'document'],
  ...['context', 'biz_opaque_callback_data'],
]);

const invalid = (message: string, code = 100): GraphRefusal => ({ status: 400, code, message });

/** Checks a message as the Cloud API does; null: it is taken. The API ignores some unknown fields; here none may stand. */
export function refusalOf(
  body: Fields,
  approved: ApprovedList,
  uploaded: ReadonlyMap<string, unknown> = new Map(),
): GraphRefusal | null {
  const unknown = Object.keys(body).find(name => !FIELDS.has(name));
  if (unknown !== undefined) return invalid(`Unexpected key "${unknown}"`);
  if (body['messaging_product'] !== 'whatsapp')
    return invalid('The parameter messaging_product is required.');
  if (body['recipient_type'] !== 'individual') return invalid('Invalid parameter: recipient_type');
  const to = String(body['to'] ?? '');
  const recipient = String(body['recipient'] ?? '');
  if (!/^\d{6,15}$/.test(to) && !/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(recipient)) {
    return invalid('Recipient phone number or user id is invalid', 131009);
  }
  if (!isText(body['biz_opaque_callback_data'] ?? 'x', 512)) return invalid('biz_opaque_callback_data');
  const type = String(body['type']);
  const content = body[type] as Fields | undefined;
  if (!content) return invalid('Invalid parameter: type');
  if (type === 'text') {
    return isText(content['body'], 4_096) && content['preview_url'] === false ? null : invalid('text.body');
  }
  if (type === 'image' || type === 'document') return media(type, content, uploaded);
  if (type === 'interactive') return interactive(content);
  return type === 'template' ? template(content, approved) : invalid('Invalid parameter: type', 131051);
}

function media(
  type: string,
  { id, caption = 'x', filename, ...more }: Fields,
  uploaded: ReadonlyMap<string, unknown>,
): GraphRefusal | null {
  const named = type === 'image' ? filename === undefined : isText(filename, 240);
  const sound = uploaded.has(String(id)) && isText(caption, 1_024) && named && Object.keys(more).length === 0;
  return sound ? null : invalid('Parameter value is not valid', 131009);
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= most;
}

function interactive(content: Fields): GraphRefusal | null {
  const action = content['action'] as Fields;
  if (!isText((content['body'] as Fields | undefined)?.['text'], 1_024)) return invalid('body.text', 131009);
  if (content['type'] === 'button') return buttons(action['buttons'] as Fields[]);
  if (content['type'] === 'list') return list(action);
  const isPin = content['type'] === 'location_request_message' && action['name'] === 'send_location';
  return isPin ? null : invalid('interactive.type', 131009);
}

function buttons(given: Fields[]): GraphRefusal | null {
  const replies = given.map(({ reply }) => reply as Fields);
  const sound = replies.every(({ id, title }) => isText(id, 256) && isText(title, 20));
  const unique = ['id', 'title'].every(
    name => new Set(replies.map(reply => reply[name])).size === replies.length,
  );
  return sound && unique && replies.length >= 1 && replies.length <= 3 ? null : invalid('buttons', 131009);
}

function list(action: Fields): GraphRefusal | null {
  const sections = action['sections'] as { title?: string; rows: Fields[] }[];
  const rows = sections.flatMap(section => section.rows);
  const sound = rows.every(({ id, title, description = 'x' }) => {
    return isText(id, 200) && isText(title, 24) && isText(description, 72);
  });
  const unique = new Set(rows.map(({ id }) => id)).size === rows.length;
  const titled = sections.length === 1 || sections.every(({ title }) => isText(title, 24));
  const fits = isText(action['button'], 20) && rows.length >= 1 && rows.length <= 10;
  return sound && unique && titled && fits ? null : invalid('sections', 131009);
}

function template(content: Fields, approved: ApprovedList): GraphRefusal | null {
  const language = content['language'] as { code: string };
  const known = approved[`${content['name']}/${language.code}`];
  if (!known)
    return { status: 404, code: 132001, message: 'Template name does not exist in the translation' };
  const components = content['components'] as Fields[];
  const texts = components.flatMap(part => (part['type'] === 'body' ? (part['parameters'] as Fields[]) : []));
  if (texts.length !== known.places) return invalid('Number of parameters does not match', 132000);
  for (const { type, text } of texts) {
    if (type !== 'text' || !isText(text, 1_024)) return invalid('Parameter text is missing', 131008);
    if (/[\n\t]| {5}/.test(text)) return invalid('Param text cannot have new-line/tab or 4 spaces', 132018);
  }
  if (texts.reduce((sum, { text }) => sum + String(text).length, 0) > 1_000)
    return invalid('too long', 132005);
  const taps = components.filter(({ type }) => type === 'button');
  const sound = taps.every(({ sub_type, index, parameters }) => {
    const [payload] = parameters as Fields[];
    return sub_type === 'quick_reply' && Number(index) < known.buttons && isText(payload?.['payload'], 256);
  });
  return sound ? null : invalid('Button parameters do not match', 132018);
}
