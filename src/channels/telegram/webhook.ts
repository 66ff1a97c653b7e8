import type { WebhookRequest, WebhookResult } from '../channel.ts';
import { idIn, readObject } from '../json.ts';
import { isSameSecret } from '../same-secret.ts';
import { type Reader, readUpdate } from './updates.ts';

/** What a webhook call is checked and read with. */
export interface WebhookSettings {
  reader: Reader;
  /** What the platform was told to show with every call; a second one while it is being changed. */
  secrets: readonly string[];
  /** The path it was told to call. */
  path: string;
}

const DONE = { status: 200, type: 'application/json', body: '{}' };

/**
 * Checks that a call comes from who knows the secret, at the very address that was registered, and reads the update
 * in it. The secret proves who calls, not what the body says.
 */
export function readWebhook(settings: WebhookSettings, request: WebhookRequest): WebhookResult {
  if (request.method !== 'POST') return { refuse: 405, reason: 'This address takes POST.' };
  const shown = request.headers['x-telegram-bot-api-secret-token'];
  const isKnown = settings.secrets.some(secret => isSameSecret(shown, secret));
  if (request.path !== settings.path || !isKnown) {
    return { refuse: 401, reason: 'The secret does not match.' };
  }
  const update = readObject(request.body);
  if (update === null || idIn(update['update_id']) === null) {
    return { refuse: 400, reason: 'The body is no update.' };
  }
  return { messages: readUpdate(settings.reader, update), receipts: [], answer: DONE };
}
