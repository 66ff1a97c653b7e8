import type { Logger } from 'pino';
import { SendError } from '../../errors.ts';
import { apiAddress } from '../api-address.ts';
import type { Channel, OutboundMessage, Sent, Sought } from '../channel.ts';
import { type CatchUpDeps, startCatchUp } from './catch-up.ts';
import { type Client, createClient } from './client.ts';
import { isContentRefused } from './failures.ts';
import { fetchMedia } from './media.ts';
import type { Saying, TwilioRoad } from './road.ts';
import type { AccountSettings } from './settings.ts';
import { readWebhook } from './webhook.ts';

/** What a channel on Twilio is given from outside. */
export interface TwilioDeps {
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

/** A channel on one of Twilio's roads, from our number there. Calls nobody before `connect`. */
export function openTwilio(
  road: TwilioRoad,
  settings: AccountSettings,
  account: string,
  deps: TwilioDeps,
): Channel {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = settings;
  const apiUrl = apiAddress(settings.TWILIO_API_URL, OWN_API);
  const client = createClient({ accountSid, authToken, apiUrl }, deps.now);
  const tokens = [authToken, settings.TWILIO_AUTH_TOKEN_SECONDARY ?? []].flat();
  const calls = { road, accountSid, tokens, publicUrl: deps.publicUrl, now: deps.now };
  let catchUp: { stop(): Promise<void> } | null = null;
  return {
    id: road.id,
    account,
    capabilities: road.capabilities,
    webhook: request => readWebhook(calls, request),
    connect: async receive => {
      catchUp ??= startCatchUp({ ...deps, client, road, account, apiUrl }, receive);
    },
    send: message => send({ client, road, account, publicUrl: deps.publicUrl() }, message),
    find: (message, startedAt, isOthers) => find({ client, road }, message, startedAt, isOthers),
    check: () => check(client, `${road.prefix}${account}`),
    fetch: source => {
      const { mostFileBytes: mostBytes } = road;
      return fetchMedia({ accountSid, authToken, apiUrl, mostBytes }, 'url' in source ? source.url : '');
    },
    close: async () => catchUp?.stop(),
  };
}

/** Reads one line of the message list. */
async function check(client: Client, to: string): Promise<string[]> {
  const [latest] = await client.messages.list({ to, limit: 1, pageSize: 1 });
  const when = latest
    ? `the latest message to our number is of ${latest.dateCreated.toISOString()}`
    : 'no message to our number yet';
  return [`The account answers; ${when}.`];
}

interface Sender {
  client: Client;
  road: TwilioRoad;
  account: string;
  publicUrl: string;
}

async function send(sender: Sender, message: OutboundMessage): Promise<Sent> {
  try {
    return await say(sender, message, await sender.road.say(message, sender.client));
  } catch (error) {
    if (error instanceof SendError) throw error;
    throw new SendError({ code: 'unreadable_answer', retryable: true, unknown: true });
  }
}

async function say(sender: Sender, message: OutboundMessage, saying: Saying): Promise<Sent> {
  const { client, road, account, publicUrl } = sender;
  const { id, prefix } = road;
  const { refused, ...words } = { refused: undefined, ...saying };
  try {
    const { sid } = await client.messages.create({
      to: `${prefix}${message.address}`,
      from: `${prefix}${message.account || account}`,
      ...words,
      statusCallback: `${publicUrl}/channels/${id}/status?id=${encodeURIComponent(message.id)}`,
    });
    return { providerId: sid };
  } catch (error) {
    if (!refused || !(error instanceof SendError) || !isContentRefused(error.failure)) throw error;
    // Said otherwise in a call of its own: two of them would not fit within the time of one.
    const { code } = error.failure;
    await refused(code);
    throw new SendError({ code, retryable: true });
  }
}

/** The list comes newest first; it tells no id of ours, so the words and the time must do. */
async function find(
  { client, road }: Pick<Sender, 'client' | 'road'>,
  message: Sought,
  startedAt: Date,
  isOthers: (providerId: string) => Promise<boolean>,
): Promise<Sent | null> {
  const to = `${road.prefix}${message.address}`;
  const list = await client.messages.list({ to, limit: LOOKED_AT, pageSize: LOOKED_AT });
  const { part } = message;
  const said = [part.text, part.choices.length > 0 ? road.inWords?.(part) : undefined].map(text =>
    text?.trim(),
  );
  const since = startedAt.getTime() - SKEW_MS;
  for (const item of list) {
    const ours = item.direction !== 'inbound' && said.includes(item.body.trim());
    const recent = item.dateCreated.getTime() >= since;
    if (ours && recent && !(await isOthers(item.sid))) return { providerId: item.sid };
  }
  // As a template, or with buttons, it would stand there in other words.
  if (part.template || part.choices.length > 0) throw new SendError({ code: 'not_told', retryable: true });
  return null;
}
