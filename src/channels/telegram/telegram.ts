import type { Logger } from 'pino';
import { ConfigError, SendError } from '../../errors.ts';
import { apiAddress } from '../api-address.ts';
import type { Channel, InboundMessage, OutboundMessage, Sent } from '../channel.ts';
import { TELEGRAM_CAPABILITIES } from './capabilities.ts';
import { type CallApi, createClient } from './client.ts';
import { fetchMedia } from './media.ts';
import { type PollDeps, startPolling } from './poll.ts';
import { botIdOf, type TelegramSettings, telegramProblems } from './settings.ts';
import { messageIdOf, type Reader, tapOf, UPDATE_KINDS } from './updates.ts';
import { readWebhook } from './webhook.ts';

/** What the channel is given from outside. */
export interface TelegramDeps {
  /** What the platform is told to call; a function, because a free port is known only once it is bound. */
  publicUrl: () => string;
  log: Pick<Logger, 'warn'>;
  timer: PollDeps['timer'];
}

const OWN_API = 'https://api.telegram.org';
const PATH = '/channels/telegram/webhook';

/**
 * A Telegram bot in private chats: by webhook when there is a secret for it, else by asking. Throws `ConfigError` on
 * settings that cannot be right; calls nobody before `connect`.
 */
export function openTelegram(settings: TelegramSettings, deps: TelegramDeps): Channel {
  const problems = telegramProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  const apiUrl = apiAddress(settings.TELEGRAM_API_URL, OWN_API);
  const api = { token: settings.TELEGRAM_BOT_TOKEN, apiUrl };
  const call = createClient(api);
  const second = [settings.TELEGRAM_WEBHOOK_SECRET_SECONDARY ?? []].flat();
  const reader = { channel: 'telegram', account: botIdOf(settings) };
  const taken = (messages: readonly InboundMessage[]): void => acknowledge(call, messages);
  return {
    id: 'telegram',
    account: reader.account,
    capabilities: TELEGRAM_CAPABILITIES,
    send: message => send(call, message),
    check: () => check(call),
    fetch: source => fetchMedia(call, api, source),
    ...(settings.TELEGRAM_WEBHOOK_SECRET === undefined
      ? byAsking({ ...deps, reader, call, taken })
      : { ...byWebhook(settings.TELEGRAM_WEBHOOK_SECRET, { ...deps, reader, call, second }), taken }),
  };
}

interface WebhookRoad extends Pick<TelegramDeps, 'publicUrl'> {
  reader: Reader;
  call: CallApi;
  /** What is taken besides the secret the platform is told. */
  second: string[];
}

/** The platform is told at every start where to call: an address or a secret that was changed holds from then on. */
function byWebhook(secret: string, { call, publicUrl, reader, second }: WebhookRoad): Partial<Channel> {
  return {
    webhook: request => readWebhook({ reader, secrets: [secret, ...second], path: PATH }, request),
    connect: async () => {
      const url = `${publicUrl()}${PATH}`;
      await call('setWebhook', { url, secret_token: secret, allowed_updates: UPDATE_KINDS });
    },
  };
}

/** A webhook that is still set keeps all messages from who asks. */
function byAsking(deps: PollDeps): Partial<Channel> {
  let polling: { stop(): Promise<void> } | null = null;
  const disconnect = async (): Promise<void> => {
    await polling?.stop();
    polling = null;
  };
  return {
    ...{ disconnect, close: disconnect },
    connect: async (receive, isOurs) => {
      if (polling) return;
      await deps.call('deleteWebhook', {});
      polling = startPolling(deps, receive, isOurs);
    },
  };
}

/** Without an answer the telephone shows a tapped button as waiting. A tap too old to be answered needs none. */
function acknowledge(call: CallApi, messages: readonly InboundMessage[]): void {
  for (const message of messages) {
    const tap = tapOf(message);
    if (tap !== null) call('answerCallbackQuery', { callback_query_id: tap }).catch(() => {});
  }
}

/** Asks who we are. */
async function check(call: CallApi): Promise<string[]> {
  const me = await call('getMe', {});
  return [`The bot answers as @${me.username}; citizens find it at https://t.me/${me.username}.`];
}

async function send(call: CallApi, message: OutboundMessage): Promise<Sent> {
  const { address } = message;
  const sent = message.file ? await sendDocument(call, message, message.file) : await sendText(call, message);
  const id: unknown = sent?.message_id;
  if (typeof id !== 'number')
    throw new SendError({ code: 'unreadable_answer', retryable: true, unknown: true });
  return { providerId: messageIdOf(address, String(id)) };
}

function sendText(call: CallApi, { address, part }: OutboundMessage) {
  return call('sendMessage', {
    chat_id: chatOf(address),
    // Half a character would be refused. No markup is asked for: what a citizen wrote is shown as it stands.
    text: part.text.toWellFormed(),
    link_preview_options: { is_disabled: true },
    ...(part.choices.length > 0 ? { reply_markup: keyboard(part.choices) } : {}),
  });
}

/** As a document, whatever it is: as a photo it would be drawn anew, and refused when it is long and narrow. */
function sendDocument(call: CallApi, { address, part }: OutboundMessage, source: Buffer) {
  return call('sendDocument', {
    chat_id: chatOf(address),
    document: { source, filename: part.file?.name ?? '' },
    ...(part.text === '' ? {} : { caption: part.text.toWellFormed() }),
  });
}

function chatOf(address: string): number | string {
  return /^-?\d{1,15}$/.test(address) ? Number(address) : address;
}

function keyboard(choices: OutboundMessage['part']['choices']) {
  return {
    inline_keyboard: choices.map(({ label, value }) => [
      { text: label.toWellFormed(), callback_data: value },
    ]),
  };
}
