import type { OutboundMessage, WebhookRequest } from '../../src/channels/channel.ts';
import type { TemplatesOf } from '../../src/channels/templates.ts';
import { openWhatsApp, type WhatsAppDeps } from '../../src/channels/whatsapp/whatsapp.ts';
import { APP_SECRET, signedCall } from './graph-stand-in.ts';
import type { Fields } from './http-server.ts';
import type { WhatsAppStandIn } from './whatsapp-stand-in.ts';

/** The id of our number in these tests. */
export const NUMBER_ID = '106540352242922';
/** Where nobody listens, on a port that `fetch` would ask. */
const NOWHERE = 'http://127.0.0.1:64999';

/** A call with one message or several, as the platform wraps them. */
export function whatsappPayload(...messages: Fields[]): Fields {
  const metadata = { display_phone_number: '5076000000', phone_number_id: NUMBER_ID };
  const contacts = [{ profile: { name: 'Ana Batista' }, wa_id: '50760000001', user_id: 'PA.134912' }];
  const value = { messaging_product: 'whatsapp', metadata, contacts, messages };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ field: 'messages', value }] }],
  };
}

/** A text of a citizen. */
export function whatsappText(text: string, id = 'wamid.1'): Fields {
  const from = { from: '50760000001', from_user_id: 'PA.134912' };
  return { ...from, id, timestamp: '1785000000', type: 'text', text: { body: text } };
}

/** A signed call with this payload, or with these bytes. */
export function whatsappRequest(payload: unknown, more?: Parameters<typeof signedCall>[2]): WebhookRequest {
  return signedCall('whatsapp', payload, more);
}

/** What an office had approved in these tests. */
export const APPROVED: TemplatesOf = new Map([
  [
    'whatsapp',
    {
      status: both({ template: 'novedad', values: ['number', 'matter', 'status', 'note'], buttons: 0 }),
      solved: both({ template: 'resuelto', values: ['number', 'note'], buttons: 2 }),
    },
  ],
]);

function both(one: { template: string; values: string[]; buttons: number }) {
  return { es: { ...one, language: 'es' }, en: { ...one, language: 'en_US' } };
}

/** The channel against a stand-in, or against nobody. */
export function whatsappChannel(standIn?: WhatsAppStandIn, more: Partial<WhatsAppDeps> = {}) {
  return openWhatsApp(
    {
      WHATSAPP_PHONE_NUMBER_ID: NUMBER_ID,
      WHATSAPP_ACCESS_TOKEN: standIn?.token ?? 'token',
      WHATSAPP_APP_SECRET: APP_SECRET,
      WHATSAPP_APP_SECRET_SECONDARY: 'second-secret',
      WHATSAPP_VERIFY_TOKEN: 'words of ours',
      WHATSAPP_API_URL: standIn?.url ?? NOWHERE,
    },
    {
      now: () => new Date(),
      templates: APPROVED,
      listLabel: 'Opciones / Options',
      spend: async () => null,
      ...more,
    },
  );
}

/** Something to send. */
export function whatsappOutbound(more: Partial<OutboundMessage> = {}, text = 'hola'): OutboundMessage {
  return {
    ...{ id: 'out-1', account: NUMBER_ID, address: '+50760000001', part: { text, choices: [] } },
    ...{ asks: 'none', class: 'reply', form: 'free' },
    ...more,
  };
}
