import { createHmac } from 'node:crypto';
import type { InboundMessage, Receipt, WebhookRequest, WebhookResult } from '../channel.ts';
import { type Json, objectsIn, readObject } from '../json.ts';
import { isSameSecret } from '../same-secret.ts';

/** What a call from Meta is checked with; both of its channels are called in the same way. */
export interface MetaWebhook {
  /** The one address that was handed to the platform. */
  path: string;
  /** The app's secret; a second one while it is being changed. */
  secrets: readonly string[];
  /** What the platform repeats when the address is registered. */
  verifyToken: string;
  /** What a call is about: `whatsapp_business_account`, `page`. */
  object: string;
}

/** What stands in a call. */
export interface Brought {
  messages: InboundMessage[];
  receipts: Receipt[];
  /** Things for other accounts. */
  others?: number;
}

const FOREIGN: WebhookResult = { refuse: 401, reason: 'The signature does not match.' };
const NOTHING: Brought = { messages: [], receipts: [] };

/**
 * Answers the registration (GET) and verifies a call (POST) by its raw bytes; `read` is given the `entry` list of a
 * call about this object (developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint).
 */
export function readMetaWebhook(
  webhook: MetaWebhook,
  request: WebhookRequest,
  read: (entries: Json[]) => Brought,
): WebhookResult {
  const [pathname, query = ''] = request.path.split('?', 2);
  if (request.method === 'GET') {
    return pathname === webhook.path ? registered(webhook, new URLSearchParams(query)) : FOREIGN;
  }
  if (request.method !== 'POST') return { refuse: 405, reason: 'This address takes GET and POST.' };
  const signature = request.headers['x-hub-signature-256'];
  if (request.path !== webhook.path || !isSigned(webhook.secrets, signature, request.body)) return FOREIGN;
  const body = readObject(request.body);
  if (body === null) return { refuse: 400, reason: 'The body is no object of JSON in UTF-8.' };
  const brought = body['object'] === webhook.object ? read(objectsIn(body['entry'])) : NOTHING;
  return { ...brought, answer: plain('EVENT_RECEIVED') };
}

function plain(body: string) {
  return { status: 200, type: 'text/plain; charset=utf-8', body };
}

/** `?hub.mode=subscribe&hub.verify_token=…&hub.challenge=1158201444`; each exactly once. */
function registered({ verifyToken }: MetaWebhook, query: URLSearchParams): WebhookResult {
  const [mode, token, challenge] = ['hub.mode', 'hub.verify_token', 'hub.challenge'].map(name => {
    const values = query.getAll(name);
    return values.length === 1 ? (values[0] ?? '') : '';
  });
  if (mode !== 'subscribe' || !token || !challenge || !isSameSecret(token, verifyToken)) return FOREIGN;
  return { ...NOTHING, answer: plain(challenge) };
}

/** `sha256=` and the HMAC-SHA256 of the raw bytes under the app's secret, in hexadecimal. */
function isSigned(
  secrets: readonly string[],
  signature: string | string[] | undefined,
  body: Buffer,
): boolean {
  return secrets.some(secret => {
    return isSameSecret(signature, `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  });
}
