import type { InboundMessage, Receipt, ReceiptState, WebhookRequest, WebhookResult } from '../channel.ts';
import { isSigned } from './client.ts';
import { failureOfReceipt } from './failures.ts';
import { type Form, field, isForm, readForm } from './form.ts';
import { plainOn, type TwilioRoad } from './road.ts';

/** What a webhook call is checked and read with. */
export interface WebhookSettings {
  road: TwilioRoad;
  accountSid: string;
  /** Any of these may have signed: a token is rotated without a gap. */
  tokens: readonly string[];
  /** What the platform was told to call, up to the path. */
  publicUrl: () => string;
  now: () => Date;
}

const DONE = { status: 200, type: 'text/xml; charset=utf-8', body: '<Response/>' };

/** Verifies a call and reads the message or the receipt in it. */
export function readWebhook(settings: WebhookSettings, request: WebhookRequest): WebhookResult {
  if (request.method !== 'POST') return { refuse: 405, reason: 'This address takes POST.' };
  const form = readForm(request.body);
  const url = `${settings.publicUrl()}${request.path}`;
  if (!isSigned(settings.tokens, request.headers['x-twilio-signature'], url, form)) {
    return { refuse: 401, reason: 'The signature does not match.' };
  }
  if (!isForm(request.headers['content-type'], request.body)) {
    return { refuse: 400, reason: 'The body is not a form in UTF-8.' };
  }
  if (field(form, 'AccountSid') !== settings.accountSid) {
    return { messages: [], receipts: [], others: 1, answer: DONE };
  }
  const [pathname = '', query = ''] = request.path.split('?', 2);
  const read = pathname.endsWith('/status')
    ? readReceipt(settings, form, new URLSearchParams(query).get('id'))
    : readMessage(settings, form);
  return read ? { messages: [], receipts: [], answer: DONE, ...read } : INCOMPLETE;
}

const INCOMPLETE: WebhookResult = { refuse: 400, reason: 'Fields are missing.' };

/**
 * A message as Twilio posts it:
 * `MessageSid=SM…&AccountSid=AC…&From=%2B50760000001&To=%2B5076000000&Body=hola&NumMedia=0`
 */
function readMessage({ road }: WebhookSettings, form: Form): { messages: InboundMessage[] } | null {
  const providerId = field(form, 'MessageSid') ?? field(form, 'SmsMessageSid') ?? field(form, 'SmsSid');
  const [from, to] = [field(form, 'From'), field(form, 'To')];
  if (providerId === null || from === null || to === null) return null;
  const [address, account] = [plainOn(road, from), plainOn(road, to)];
  const content = road.read(form);
  // What came on another road, or says nothing that is read here.
  if (address === null || account === null || content === null) return { messages: [] };
  return { messages: [{ channel: road.id, account, address, providerId, ...content }] };
}

const STATES: Record<string, ReceiptState> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
};

/**
 * A receipt as Twilio posts it to the address the send named:
 * `MessageSid=SM…&MessageStatus=undelivered&ErrorCode=30003&From=%2B5076000000&To=…&AccountSid=AC…`
 */
function readReceipt(
  { road, now }: WebhookSettings,
  form: Form,
  outboundId: string | null,
): { receipts: Receipt[] } | null {
  const providerId = field(form, 'MessageSid') ?? field(form, 'SmsSid');
  const status = field(form, 'MessageStatus') ?? field(form, 'SmsStatus');
  if (providerId === null || status === null) return null;
  const state = Object.hasOwn(STATES, status) ? STATES[status] : undefined;
  if (state === undefined) return { receipts: [] };
  const code = field(form, 'ErrorCode');
  return {
    receipts: [
      {
        channel: road.id,
        account: plainOn(road, field(form, 'From') ?? '') ?? '',
        providerId,
        state,
        at: now(),
        ...(outboundId ? { outboundId } : {}),
        ...(code === null ? {} : failureOfReceipt(code)),
      },
    ],
  };
}
