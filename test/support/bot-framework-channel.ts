import { pino } from 'pino';
import { type BotFrameworkDeps, openBotFramework } from '../../src/channels/bot-framework/bot-framework.ts';
import type { OutboundMessage, WebhookRequest } from '../../src/channels/channel.ts';
import type { BotFrameworkStandIn } from './bot-framework-stand-in.ts';

/** The id of the bot in these tests. */
export const APP_ID = '11111111-2222-4333-8444-555555555555';

/** A message as the service tells it. */
export function activityOf(serviceUrl: string, text: string, id = '1485983408511'): Record<string, unknown> {
  return {
    ...{ type: 'message', id, timestamp: '2026-07-24T21:23:23.000Z', channelId: 'msteams', serviceUrl },
    ...{ from: { id: '29:ana', name: 'Ana Batista' }, recipient: { id: '28:bot', name: '311' } },
    conversation: { id: 'a:1-talk', conversationType: 'personal', tenantId: 'tenant-of-ana' },
    ...{ text, textFormat: 'plain', locale: 'es-PA' },
  };
}

/** A call with these bytes and this token. */
export function botFrameworkRequest(body: string | Buffer, token: string, type?: string): WebhookRequest {
  return {
    method: 'POST',
    path: '/channels/bot-framework/webhook',
    headers: { 'content-type': type ?? 'application/json', authorization: `Bearer ${token}` },
    body: Buffer.from(body),
  };
}

/** The channel against a stand-in, or against nobody. Its keys are there after `connect`. */
export function botFrameworkChannel(
  standIn?: Pick<BotFrameworkStandIn, 'url' | 'appId' | 'password' | 'tenant'>,
  { passwords, ...more }: Partial<BotFrameworkDeps> & { passwords?: [string, string] } = {},
) {
  return openBotFramework(
    {
      BOT_FRAMEWORK_APP_ID: standIn?.appId ?? APP_ID,
      BOT_FRAMEWORK_APP_PASSWORD: passwords?.[0] ?? standIn?.password ?? 'password',
      ...(passwords ? { BOT_FRAMEWORK_APP_PASSWORD_SECONDARY: passwords[1] } : {}),
      BOT_FRAMEWORK_TENANT_ID: standIn?.tenant ?? 'tenant',
      BOT_FRAMEWORK_API_URL: standIn?.url ?? 'http://127.0.0.1:59998',
    },
    { now: () => new Date(), log: pino({ level: 'silent' }), timer: () => () => {}, ...more },
  );
}

/** Something to send, to where a message of the stand-in came from. */
export function botFrameworkOutbound(
  serviceUrl: string,
  more: Partial<OutboundMessage> = {},
  text = 'hola',
): OutboundMessage {
  return {
    ...{ id: 'out-1', account: APP_ID, address: 'msteams/a:1-talk', class: 'reply' },
    ...{ asks: 'none', form: 'free' },
    route: JSON.stringify({ serviceUrl, botId: '28:bot', userId: '29:ana', tenantId: 'tenant-of-ana' }),
    part: { text, choices: [] },
    ...more,
  };
}
