import type { FormFile } from './http-server.ts';

/** What a method of the Bot API is called with. */
export type Fields = Record<string, unknown>;

/** An error as the Bot API answers it. */
export interface Refusal {
  error_code: number;
  description: string;
  parameters?: { retry_after: number };
}

/** The fields each method takes; Telegram ignores unknown ones, we refuse them to see mistakes. */
const FIELDS: Record<string, string[]> = {
  setWebhook: ['url', 'secret_token', 'allowed_updates', 'max_connections', 'drop_pending_updates'],
  deleteWebhook: ['drop_pending_updates'],
  getUpdates: ['offset', 'limit', 'timeout', 'allowed_updates'],
  sendMessage: ['chat_id', 'text', 'link_preview_options', 'reply_markup'],
  // The library names the method in the form as well.
  sendDocument: ['method', 'chat_id', 'document', 'caption'],
  answerCallbackQuery: ['callback_query_id', 'text'],
  getFile: ['file_id'],
  getMe: [],
};

const bad = (description: string): Refusal => ({
  error_code: 400,
  description: `Bad Request: ${description}`,
});

/** Checks a call as Telegram does; null: it is taken. */
export function refusalOf(method: string, fields: Fields): Refusal | null {
  const known = FIELDS[method];
  if (!known) return { error_code: 404, description: 'Not Found: method not found' };
  const strange = Object.keys(fields).find(name => !known.includes(name));
  if (strange) return bad(`unknown field ${strange}`);
  if (method === 'setWebhook') return refusalOfWebhook(fields);
  if (method === 'sendDocument') return refusalOfDocument(fields);
  return method === 'sendMessage' ? refusalOfMessage(fields) : null;
}

function refusalOfWebhook({ url, secret_token: secret }: Fields): Refusal | null {
  const address = URL.parse(String(url));
  if (address?.protocol !== 'https:') return bad('bad webhook: An HTTPS URL must be provided for webhook');
  if (!['', '443', '80', '88', '8443'].includes(address.port)) {
    return bad('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
  return /^[\w-]{1,256}$/.test(String(secret)) ? null : bad('secret token contains unallowed characters');
}

/** In a form every field is words, and the file a part of its own. */
function refusalOfDocument({ chat_id: chat, document, caption = 'x' }: Fields): Refusal | null {
  if (!/^-?\d+$/.test(String(chat))) return bad('chat not found');
  if (!(document as FormFile | undefined)?.bytes?.length) return bad('file must be non-empty');
  if (typeof caption !== 'string' || !caption.isWellFormed()) return bad('strings must be encoded in UTF-8');
  return [...caption].length > 1_024 ? bad('message caption is too long') : null;
}

function refusalOfMessage({ chat_id: chat, text, reply_markup: markup }: Fields): Refusal | null {
  if (!Number.isSafeInteger(chat)) return bad('chat not found');
  if (typeof text !== 'string' || text.trim() === '') return bad('message text is empty');
  if (!text.isWellFormed()) return bad('strings must be encoded in UTF-8');
  if ([...text].length > 4_096) return bad('message is too long');
  const rows = (markup as { inline_keyboard?: Fields[][] } | undefined)?.inline_keyboard ?? [];
  for (const button of rows.flat()) {
    const { text: label, callback_data: data, ...rest } = button;
    if (Object.keys(rest).length > 0 || typeof label !== 'string' || label === '')
      return bad('BUTTON_INVALID');
    const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0;
    if (bytes < 1 || bytes > 64) return bad('BUTTON_DATA_INVALID');
  }
  return null;
}

/** A person as updates name them. */
export function person(id: number): Fields {
  return { id, is_bot: false, first_name: 'Ana', last_name: 'Batista', language_code: 'es' };
}

/** Their private chat with the bot. */
export function privateChat(id: number): Fields {
  return { id, first_name: 'Ana', last_name: 'Batista', type: 'private' };
}
