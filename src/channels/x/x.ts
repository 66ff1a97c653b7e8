import { ConfigError, SendError } from '../../errors.ts';
import { apiAddress } from '../api-address.ts';
import type { Channel } from '../channel.ts';
import type { Spend } from '../spend.ts';
import { X_CAPABILITIES } from './capabilities.ts';
import { type Client, createClient } from './client.ts';
import { fetchMedia } from './media.ts';
import { find, send } from './send.ts';
import { type XSettings, xProblems } from './settings.ts';
import { readWebhook } from './webhook.ts';

/** What the channel is given from outside. */
export interface XDeps {
  now: () => Date;
  /** Counts calls across restarts. */
  spend: Spend;
}

const OWN_API = 'https://api.x.com';
const PATH = '/channels/x/webhook';

/** Direct messages to an account of X. Throws `ConfigError` on settings that cannot be right; calls nobody by itself. */
export function openX(settings: XSettings, { now, spend }: XDeps): Channel {
  const problems = xProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  const { X_ACCOUNT_ID: account, X_CONSUMER_SECRET: consumerSecret } = settings;
  const apiUrl = apiAddress(settings.X_API_URL, OWN_API);
  const client = createClient(
    {
      ...{ consumerKey: settings.X_CONSUMER_KEY, consumerSecret, apiUrl },
      ...{ accessToken: settings.X_ACCESS_TOKEN, accessSecret: settings.X_ACCESS_SECRET },
    },
    now,
  );
  const sending = { client, account, spend, now };
  const second = [settings.X_CONSUMER_SECRET_SECONDARY ?? []].flat();
  const calls = {
    ...{ reader: { channel: 'x', account }, path: PATH },
    secrets: [consumerSecret, ...second] as const,
  };
  return {
    id: 'x',
    account,
    capabilities: X_CAPABILITIES,
    webhook: request => readWebhook(calls, request),
    send: message => send(sending, message),
    find: (message, startedAt, isOthers) => find(sending, message, startedAt, isOthers),
    check: () => check(client, account),
    fetch: source => fetchMedia(client, apiUrl, source),
  };
}

/** Asks who we are: the keys of another account would write in its name. */
async function check(client: Client, account: string): Promise<string[]> {
  const { id, username } = await client.me();
  if (id !== account) throw new SendError({ code: 'other_account', retryable: false });
  return [
    `The account @${username} answers; citizens write to it at https://x.com/messages/compose?recipient_id=${id}.`,
  ];
}
