import type { WebhookRequest, WebhookResult } from '../channel.ts';
import { readObject } from '../json.ts';
import { type Reader, readActivity } from './activity.ts';
import { covers, readToken, type SigningKeys } from './token.ts';

/** What a webhook call is checked and read with. */
export interface WebhookSettings {
  reader: Reader;
  /** The path the service was told to call. */
  path: string;
  keys: () => SigningKeys;
  /** A key not known: may it be known in a moment? */
  mayAppear: () => boolean;
  now: () => Date;
}

const DONE = { status: 200, type: 'application/json; charset=utf-8', body: '{}' };
const REFUSED: WebhookResult = { refuse: 401, reason: 'The token does not hold.' };

/** Checks that a call comes from the service itself, at the address that was registered, and reads the activity in it. */
export function readWebhook(settings: WebhookSettings, request: WebhookRequest): WebhookResult {
  const { reader, keys, now } = settings;
  if (request.method !== 'POST') return { refuse: 405, reason: 'This address takes POST.' };
  if (request.path !== settings.path) return REFUSED;
  const expected = { keys: keys(), appId: reader.account, now: now() };
  const proof = readToken(request.headers['authorization'], expected);
  if (proof === 'refused') return REFUSED;
  if (proof === 'unknown_key') {
    return settings.mayAppear() ? { refuse: 503, reason: 'The keys are being got.' } : REFUSED;
  }
  const activity = readObject(request.body);
  if (activity === null) return { refuse: 400, reason: 'The body is no activity.' };
  if (!covers(proof, activity)) return REFUSED;
  return { messages: readActivity(reader, activity), receipts: [], answer: DONE };
}
