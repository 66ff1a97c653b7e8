import type { WebhookRequest, WebhookResult } from '../channel.ts';
import { readObject } from '../json.ts';
import type { Reader } from './direct-message.ts';
import { readCall } from './events.ts';
import { answerTo, isSigned } from './proof.ts';

/** What a webhook call is checked and read with. */
export interface WebhookSettings {
  reader: Reader;
  /** The app's consumer secret, by which challenges are answered; a second one while it is being changed. */
  secrets: readonly [string, ...string[]];
  /** The path the platform was told to call. */
  path: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const DONE = { status: 200, type: JSON_TYPE, body: '{}' };

/** Answers a challenge (GET), or verifies a call and reads the messages in it (POST). */
export function readWebhook(settings: WebhookSettings, request: WebhookRequest): WebhookResult {
  if (request.method === 'GET') return answerChallenge(settings, request.path);
  if (request.method !== 'POST') return { refuse: 405, reason: 'This address takes GET and POST.' };
  const shown = request.headers['x-twitter-webhooks-signature'];
  const isOurs = settings.secrets.some(secret => isSigned(secret, request.body, shown));
  if (request.path !== settings.path || !isOurs) {
    return { refuse: 401, reason: 'The signature does not match.' };
  }
  const call = readObject(request.body);
  if (call === null) return { refuse: 400, reason: 'The body is no JSON object.' };
  return { ...readCall(settings.reader, call), answer: DONE };
}

function answerChallenge({ secrets: [secret], path: ours }: WebhookSettings, path: string): WebhookResult {
  const [pathname = '', query = ''] = path.split('?', 2);
  const challenges = new URLSearchParams(query).getAll('crc_token');
  const body = challenges.length === 1 && pathname === ours ? answerTo(secret, challenges[0] ?? null) : null;
  if (body === null) return { refuse: 400, reason: 'A challenge is one crc_token.' };
  return { messages: [], receipts: [], answer: { status: 200, type: JSON_TYPE, body } };
}
