import { createHmac } from 'node:crypto';
import type { OutboundMessage, WebhookRequest } from '../../src/channels/channel.ts';
import { openX, type XDeps } from '../../src/channels/x/x.ts';
import type { XStandIn } from './x-stand-in.ts';

const SECRET = 'stand-in-secret-of-x';

/** Direct messages as the Activity API tells them, in one call. */
export function directMessages(...texts: string[]): string {
  const events = texts.map((text, i) => ({
    ...{ type: 'message_create', id: `208076590152853${5000 + i}`, created_timestamp: '1784928224372' },
    message_create: {
      target: { recipient_id: '1111111111111111111' },
      sender_id: '2222222222222222222',
      message_data: {
        text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        entities: { urls: [] },
      },
    },
  }));
  const filter = { user_id: '1111111111111111111' };
  const payload = { direct_message_events: events };
  return JSON.stringify({ data: { event_uuid: '-68', filter, event_type: 'dm.received', payload } });
}

/** A signed call with these bytes. */
export function xRequest(
  body: string | Buffer,
  { secret = SECRET, type = 'application/json' } = {},
): WebhookRequest {
  return {
    method: 'POST',
    path: '/channels/x/webhook',
    headers: {
      'content-type': type,
      'x-twitter-webhooks-signature': `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`,
    },
    body: Buffer.from(body),
  };
}

/** A challenge. */
export function challenge(query: string): WebhookRequest {
  return { method: 'GET', path: `/channels/x/webhook${query}`, headers: {}, body: Buffer.alloc(0) };
}

/** The channel against a stand-in, or against nobody; its budget is endless unless one is given. */
export function xChannel(standIn?: Pick<XStandIn, 'url' | 'keys' | 'account'>, more: Partial<XDeps> = {}) {
  return openX(
    {
      X_ACCOUNT_ID: standIn?.account ?? '1111111111111111111',
      X_CONSUMER_KEY: standIn?.keys.consumerKey ?? 'key',
      X_CONSUMER_SECRET: standIn?.keys.consumerSecret ?? SECRET,
      X_CONSUMER_SECRET_SECONDARY: 'second-secret-of-x',
      X_ACCESS_TOKEN: standIn?.keys.accessToken ?? 'token',
      X_ACCESS_SECRET: standIn?.keys.accessSecret ?? 'secret',
      X_API_URL: standIn?.url ?? 'http://127.0.0.1:9',
    },
    { now: () => new Date(), spend: async () => null, ...more },
  );
}

/** Something to send. */
export function xOutbound(more: Partial<OutboundMessage> = {}, text = 'hola'): OutboundMessage {
  return {
    ...{ id: 'out-1', account: '1111111111111111111', address: '2222222222222222222', class: 'reply' },
    ...{ asks: 'none', form: 'free' },
    part: { text, choices: [] },
    ...more,
  };
}
