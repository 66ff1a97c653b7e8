import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { OutboundMessage, WebhookRequest } from '../../src/channels/channel.ts';
import type { TemplatesOf } from '../../src/channels/templates.ts';
import {
  openWhatsAppTwilio,
  type WhatsAppTwilioDeps,
} from '../../src/channels/whatsapp-twilio/whatsapp-twilio.ts';
import { PUBLIC_URL, smsForm, smsRequest } from './sms-channel.ts';
import type { TwilioStandIn } from './twilio-stand-in.ts';

/** Our number on WhatsApp in these tests. */
export const OUR_NUMBER = '+5076000001';

/** The content that stands for news of a case in these tests. */
export const CONTENT = `HX${'0123456789abcdef'.repeat(2)}`;

const news = { template: CONTENT, language: null, values: ['number', 'note'], buttons: 0 };

/** What an office had approved in these tests. */
export const CONTENTS: TemplatesOf = new Map([['whatsapp-twilio', { status: { es: news, en: news } }]]);

/** The form of an ordinary message. */
export function whatsappForm(more: Record<string, string> = {}): Record<string, string> {
  const whatsapp = { From: 'whatsapp:+50760000001', To: `whatsapp:${OUR_NUMBER}`, MessageType: 'text' };
  return { ...smsForm(whatsapp), ProfileName: 'Ana Batista', WaId: '50760000001', ...more };
}

/** A signed call with this form, or with these bytes instead. */
export function whatsappRequest(
  form: Record<string, string>,
  options: Parameters<typeof smsRequest>[1] = {},
): WebhookRequest {
  return smsRequest(form, { path: '/channels/whatsapp-twilio/webhook', ...options });
}

/** Bookmarks that one test keeps. */
export function memoryBookmarks(): WhatsAppTwilioDeps['bookmarks'] {
  const kept = new Map<string, string>();
  return {
    read: async name => kept.get(name) ?? null,
    write: async (name, value) => void kept.set(name, value),
  };
}

/** The channel against a stand-in, or against nobody. */
export function whatsappTwilioChannel(standIn?: TwilioStandIn, more: Partial<WhatsAppTwilioDeps> = {}) {
  return openWhatsAppTwilio(
    {
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(31)}1`,
      TWILIO_AUTH_TOKEN: standIn?.options.authToken ?? 'token',
      TWILIO_AUTH_TOKEN_SECONDARY: 'second-token',
      TWILIO_WHATSAPP_FROM: `whatsapp:${OUR_NUMBER}`,
      TWILIO_API_URL: standIn?.url ?? 'http://127.0.0.1:9',
    },
    {
      publicUrl: () => PUBLIC_URL,
      now: () => new Date(),
      random: randomBytes,
      log: pino({ level: 'silent' }),
      timer: () => () => {},
      templates: CONTENTS,
      listLabel: 'Ver opciones / See options',
      bookmarks: memoryBookmarks(),
      ...more,
    },
  );
}

/** Something to send. */
export function whatsappTwilioOutbound(more: Partial<OutboundMessage> = {}, text = 'hola'): OutboundMessage {
  return {
    ...{ id: 'out-1', account: OUR_NUMBER, address: '+50760000001', part: { text, choices: [] } },
    ...{ asks: 'none', class: 'reply', form: 'free' },
    ...more,
  };
}
