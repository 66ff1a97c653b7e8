import type { Logger } from 'pino';
import { ConfigError, SendError } from '../../errors.ts';
import type { Channel, OutboundMessage, Sent, Sought } from '../channel.ts';
import { SMS_CAPABILITIES } from './capabilities.ts';
import { type CatchUpDeps, startCatchUp } from './catch-up.ts';
import { type Client, createClient } from './client.ts';
import { fetchMedia } from './media.ts';
import { type SmsSettings, smsProblems } from './settings.ts';
import { readWebhook } from './webhook.ts';

/** What the channel is given from outside. */
export interface SmsDeps {
  /** What the platform was told to call; a function, because a free port is known only once it is bound. */
  publicUrl: () => string;
  now: () => Date;
  random: (bytes: number) => Buffer;
  log: Pick<Logger, 'warn'>;
  timer: CatchUpDeps['timer'];
}

const OWN_API = 'https://api.twilio.com';

/** How far the platform's clock may stand behind ours. */
const SKEW_MS = 60_000;

/** A recipient does not get more than this within the minutes a read-back looks at. */
const LOOKED_AT = 100;

/** SMS by Twilio. Throws `ConfigError` on settings that cannot be right; calls nobody before `connect`. */
export function openSms(settings: SmsSettings, deps: SmsDeps): Channel {
  const problems = smsProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_SMS_FROM: account } = settings;
  const apiUrl = (settings.TWILIO_API_URL ?? OWN_API).replace(/\/+$/, '');
  const client = createClient({ accountSid, authToken, apiUrl }, deps.now);
  const tokens = [authToken, settings.TWILIO_AUTH_TOKEN_SECONDARY ?? []].flat();
  const calls = { channel: 'sms', accountSid, tokens, publicUrl: deps.publicUrl, now: deps.now };
  let catchUp: { stop(): Promise<void> } | null = null;
  return {
    id: 'sms',
    account,
    capabilities: SMS_CAPABILITIES,
    webhook: request => readWebhook(calls, request),
    connect: async receive => {
      catchUp ??= startCatchUp({ ...deps, client, channel: 'sms', account, apiUrl }, receive);
    },
    send: message => send(client, message, account, deps.publicUrl()),
    find: (message, startedAt, isOthers) => find(client, message, startedAt, isOthers),
    fetch: source => {
      return fetchMedia({ accountSid, authToken, apiUrl }, 'url' in source ? source.url : '');
    },
    close: async () => catchUp?.stop(),
  };
}

async function send(client: Client, message: OutboundMessage, own: string, publicUrl: string): Promise<Sent> {
  try {
    const { sid } = await client.messages.create({
      to: message.address,
      from: message.account || own,
      body: message.part.text,
      statusCallback: `${publicUrl}/channels/sms/status?id=${encodeURIComponent(message.id)}`,
    });
    return { providerId: sid };
  } catch (error) {
    if (error instanceof SendError) throw error;
    throw new SendError({ code: 'unreadable_answer', retryable: true, unknown: true });
  }
}

/** The list comes newest first; it tells no id of ours, so the words and the time must do. */
async function find(
  client: Client,
  message: Sought,
  startedAt: Date,
  isOthers: (providerId: string) => Promise<boolean>,
): Promise<Sent | null> {
  const list = await client.messages.list({ to: message.address, limit: LOOKED_AT, pageSize: LOOKED_AT });
  const since = startedAt.getTime() - SKEW_MS;
  for (const item of list) {
    const ours = item.direction !== 'inbound' && item.body.trim() === message.part.text.trim();
    const recent = item.dateCreated.getTime() >= since;
    if (ours && recent && !(await isOthers(item.sid))) return { providerId: item.sid };
  }
  return null;
}
