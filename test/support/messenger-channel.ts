import type { OutboundMessage, WebhookRequest } from '../../src/channels/channel.ts';
import { openMessenger } from '../../src/channels/messenger/messenger.ts';
import { APP_SECRET, signedCall } from './graph-stand-in.ts';
import type { Fields } from './http-server.ts';
import { LUIS, type MessengerStandIn } from './messenger-stand-in.ts';

/** The id of our page in these tests. */
export const PAGE_ID = '1067280970047460';
/** Where nobody listens, on a port that `fetch` would ask. */
const NOWHERE = 'http://127.0.0.1:64999';

/** A call with texts of a citizen. */
export function messengerPayload(...texts: string[]): Fields {
  const messaging = texts.map((text, i) => ({
    ...{ sender: { id: LUIS }, recipient: { id: PAGE_ID }, timestamp: 1_785_000_000_123 },
    message: { mid: `m_${i}`, text },
  }));
  return { object: 'page', entry: [{ id: PAGE_ID, time: 1_785_000_000_456, messaging }] };
}

/** A signed call with this payload, or with these bytes. */
export function messengerRequest(payload: unknown, more?: Parameters<typeof signedCall>[2]): WebhookRequest {
  return signedCall('messenger', payload, more);
}

/** The channel against a stand-in, or against nobody. */
export function messengerChannel(standIn?: MessengerStandIn) {
  return openMessenger(
    {
      MESSENGER_PAGE_ID: PAGE_ID,
      MESSENGER_ACCESS_TOKEN: standIn?.token ?? 'token',
      MESSENGER_APP_SECRET: APP_SECRET,
      MESSENGER_APP_SECRET_SECONDARY: 'second-secret',
      MESSENGER_VERIFY_TOKEN: 'words of ours',
      MESSENGER_API_URL: standIn?.url ?? NOWHERE,
    },
    { now: () => new Date() },
  );
}

/** Something to send. */
export function messengerOutbound(more: Partial<OutboundMessage> = {}, text = 'hola'): OutboundMessage {
  return {
    ...{ id: 'out-1', account: PAGE_ID, address: LUIS, part: { text, choices: [] } },
    ...{ asks: 'none', class: 'reply', form: 'free' },
    ...more,
  };
}
