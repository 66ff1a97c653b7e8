import { pino } from 'pino';
import type { OutboundMessage, WebhookRequest } from '../../src/channels/channel.ts';
import { openTelegram, type TelegramDeps } from '../../src/channels/telegram/telegram.ts';
import type { TelegramStandIn } from './telegram-stand-in.ts';

/** What the platform is told to show in these tests. */
export const SECRET = 'a-secret-for-webhooks_0001';
const TOKEN = '777000111:stand-in_token-of_telegram-0001';

/** An update with a message of this text. */
export function textUpdate(text: string, id = 1): Record<string, unknown> {
  const from = { id: 900_100_200, is_bot: false, first_name: 'Ana', language_code: 'es' };
  const chat = { id: 900_100_200, first_name: 'Ana', type: 'private' };
  return { update_id: 1_000 + id, message: { message_id: id, from, chat, date: 1_785_000_000, text } };
}

/** A call with this update, or with these bytes. */
export function telegramRequest(
  update: unknown,
  { secret = SECRET, type = 'application/json' as string | undefined, body = null as Buffer | null } = {},
): WebhookRequest {
  return {
    method: 'POST',
    path: '/channels/telegram/webhook',
    headers: { 'content-type': type, 'x-telegram-bot-api-secret-token': secret },
    body: body ?? Buffer.from(JSON.stringify(update)),
  };
}

/** The channel against a stand-in, or against nobody; `secret` null: it asks for its messages itself. */
export function telegramChannel(
  standIn?: Pick<TelegramStandIn, 'url' | 'token'>,
  { secret = SECRET, ...more }: Partial<TelegramDeps> & { secret?: string | null } = {},
) {
  return openTelegram(
    {
      TELEGRAM_BOT_TOKEN: standIn?.token ?? TOKEN,
      TELEGRAM_API_URL: standIn?.url ?? 'http://127.0.0.1:9',
      ...(secret === null
        ? {}
        : { TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_WEBHOOK_SECRET_SECONDARY: 'a-second-secret_0002' }),
    },
    {
      publicUrl: () => 'https://311.example.org',
      log: pino({ level: 'silent' }),
      timer: () => () => {},
      ...more,
    },
  );
}

/** Something to send. */
export function telegramOutbound(more: Partial<OutboundMessage> = {}, text = 'hola'): OutboundMessage {
  return {
    ...{
      id: 'out-1',
      account: '777000111',
      address: '900100200',
      asks: 'none' as const,
      form: 'free' as const,
      part: { text, choices: [] },
      class: 'reply',
    },
    ...more,
  };
}
