import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { OutboundMessage, WebhookRequest } from '../../src/channels/channel.ts';
import { openSms, type SmsDeps } from '../../src/channels/sms/sms.ts';
import { sign } from './twilio-messages.ts';
import type { TwilioStandIn } from './twilio-stand-in.ts';

/** What providers are told to call in these tests. */
export const PUBLIC_URL = 'https://311.example.org/desk';

/** The form of an ordinary message. */
export function smsForm(more: Record<string, string> = {}): Record<string, string> {
  return {
    MessageSid: `SM${'a'.repeat(32)}`,
    AccountSid: `AC${'0'.repeat(31)}1`,
    From: '+50760000001',
    To: '+5076000000',
    Body: 'hola',
    NumMedia: '0',
    ...more,
  };
}

/** A signed call with this form, or with these bytes instead. */
export function smsRequest(
  form: Record<string, string>,
  {
    path = '/channels/sms/webhook',
    token = 'token',
    body = '',
    type = 'application/x-www-form-urlencoded',
  } = {},
): WebhookRequest {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': type, 'x-twilio-signature': sign(token, `${PUBLIC_URL}${path}`, form) },
    body: Buffer.from(body || new URLSearchParams(form).toString()),
  };
}

/** The channel against a stand-in, or against nobody. */
export function smsChannel(standIn?: TwilioStandIn, more: Partial<SmsDeps> & { apiUrl?: string } = {}) {
  const { apiUrl = standIn?.url ?? 'http://127.0.0.1:9', ...deps } = more;
  return openSms(
    {
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(31)}1`,
      TWILIO_AUTH_TOKEN: standIn?.options.authToken ?? 'token',
      TWILIO_AUTH_TOKEN_SECONDARY: 'second-token',
      TWILIO_SMS_FROM: '+5076000000',
      TWILIO_API_URL: apiUrl,
    },
    {
      publicUrl: () => PUBLIC_URL,
      now: () => new Date(),
      random: randomBytes,
      log: pino({ level: 'silent' }),
      timer: () => () => {},
      ...deps,
    },
  );
}

/** Something to send. */
export function smsOutbound(more: Partial<OutboundMessage> = {}, text = 'hola'): OutboundMessage {
  return {
    id: 'out-1',
    account: '+5076000000',
    address: '+50760000001',
    part: { text, choices: [] },
    ...{ asks: 'none', class: 'reply', form: 'free' },
    ...more,
  };
}
