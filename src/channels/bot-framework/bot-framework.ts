import type { Logger } from 'pino';
import { ConfigError } from '../../errors.ts';
import { apiAddress } from '../api-address.ts';
import type { Channel } from '../channel.ts';
import { BOT_FRAMEWORK_CAPABILITIES } from './capabilities.ts';
import { createClient } from './client.ts';
import { createKeys, type KeysDeps } from './keys.ts';
import { createLogin, type Login } from './login.ts';
import { fetchMedia } from './media.ts';
import { send } from './send.ts';
import { type BotFrameworkSettings, botFrameworkProblems } from './settings.ts';
import { readWebhook } from './webhook.ts';

/** What the channel is given from outside. */
export interface BotFrameworkDeps {
  now: () => Date;
  log: Pick<Logger, 'warn'>;
  timer: KeysDeps['timer'];
}

const ID = 'bot-framework';
const PATH = '/channels/bot-framework/webhook';
const OWN_KEYS = 'https://login.botframework.com';
const OWN_LOGIN = 'https://login.microsoftonline.com';
/** Where bots of many tenants log in. */
const ANY_TENANT = 'botframework.com';

/**
 * Teams, Direct Line and Web Chat through Microsoft's Bot Framework. Throws `ConfigError` on settings that cannot be right;
 * calls nobody before `connect`, which gets the keys that calls are checked with.
 */
export function openBotFramework(
  settings: BotFrameworkSettings,
  { now, log, timer }: BotFrameworkDeps,
): Channel {
  const problems = botFrameworkProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  const { BOT_FRAMEWORK_APP_ID: appId, BOT_FRAMEWORK_APP_PASSWORD: password } = settings;
  const passwords = [password, ...[settings.BOT_FRAMEWORK_APP_PASSWORD_SECONDARY ?? []].flat()] as const;
  const apiUrl = settings.BOT_FRAMEWORK_API_URL;
  const tenant = settings.BOT_FRAMEWORK_TENANT_ID ?? ANY_TENANT;
  const login = createLogin(
    { url: `${apiAddress(apiUrl, OWN_LOGIN)}/${tenant}/oauth2/v2.0/token`, appId, passwords },
    now,
  );
  const metadataUrl = `${apiAddress(apiUrl, OWN_KEYS)}/v1/.well-known/openidconfiguration`;
  const keys = createKeys({ metadataUrl, channel: ID, now, timer, log });
  const say = createClient({ appId, login }, now);
  const reader = { channel: ID, account: appId };
  const calls = { reader, path: PATH, keys: keys.known, mayAppear: keys.mayAppear, now };
  return {
    id: ID,
    account: appId,
    capabilities: BOT_FRAMEWORK_CAPABILITIES,
    webhook: request => readWebhook(calls, request),
    connect: () => keys.open(),
    send: message => send(say, message),
    check: () => check(login, keys.known().size),
    fetch: source => fetchMedia(login, apiUrl, source),
    close: async () => keys.close(),
  };
}

/** Logs in anew, though there may be a token still. */
async function check(login: Login, keys: number): Promise<string[]> {
  login.forget();
  await login.token();
  return [
    'The app logs in.',
    keys > 0
      ? `Calls are checked with ${keys} keys of the service.`
      : 'The keys that calls are checked with are not there yet: calls are put off until they are.',
  ];
}
