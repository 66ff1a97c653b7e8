import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { SendError, type SendFailure } from '../../errors.ts';
import { failureOfConnection } from '../connection.ts';
import { objectIn, textIn } from '../json.ts';
import { failureOfAnswer } from './failures.ts';
import type { Login } from './login.ts';

/** What is said in a conversation, in the SDK's own words; of people and places the service wants no more than the id. */
export interface Said
  extends Pick<Activity, 'type' | 'channelId' | 'serviceUrl' | 'text' | 'textFormat'>,
    Pick<Partial<Activity>, 'attachments'> {
  from: { id: string };
  recipient: { id: string };
  conversation: { id: string; tenantId?: string };
}

/** Says something in a conversation of a service; its id there. Rejects with `SendError` and nothing else. */
export type Say = (serviceUrl: string, conversationId: string, said: Said) => Promise<string | null>;

/** What the client is made with. */
export interface ClientSettings {
  appId: string;
  login: Login;
}

type Authentication = ConfigurationBotFrameworkAuthentication;
type Connector = Awaited<ReturnType<ReturnType<Authentication['createConnectorFactory']>['create']>>;

const SCOPE = 'https://api.botframework.com';
/** Shorter than the patience of `deliver`, so that a lost call frees its connection. */
const TIMEOUT_MS = 14_000;

/** Makes the function that says things, by the SDK's connector with a login of ours. Calls nobody yet. */
export function createClient({ appId, login }: ClientSettings, now: () => Date): Say {
  const authentication = new ConfigurationBotFrameworkAuthentication({}, credentialsOf(appId, login));
  const identity = identityOf(appId);
  return async (serviceUrl, conversationId, said) => {
    await login.token();
    try {
      const connector = await authentication.createConnectorFactory(identity).create(serviceUrl, SCOPE);
      callOnce(connector);
      const options = { timeout: TIMEOUT_MS };
      const activity = said as unknown as Activity;
      const made = await connector.conversations.sendToConversation(conversationId, activity, options);
      // Some services answer without a word.
      return textIn(objectIn(made)?.['id']);
    } catch (error) {
      throw new SendError(failureOf(error, login, now()));
    }
  };
}

/** The SDK's own login knows no address but Microsoft's, and its check of who calls is off without an app id: neither is used. */
function credentialsOf(
  appId: string,
  login: Login,
): NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]> {
  return {
    isValidAppId: async id => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async request => {
        request.headers.set('authorization', `Bearer ${await login.token()}`);
        return request;
      },
    }),
  };
}

function identityOf(appId: string): Parameters<Authentication['createConnectorFactory']>[0] {
  const claims = [{ type: 'aud', value: appId }];
  return {
    claims,
    isAuthenticated: true,
    getClaimValue: type => claims.find(claim => claim.type === type)?.value ?? null,
  } as Parameters<Authentication['createConnectorFactory']>[0];
}

/** The SDK tries four times by itself and follows redirects with what we say; `deliver` alone decides on another try. */
function callOnce(connector: Connector): void {
  const { client } = connector as unknown as {
    client: { pipeline: { removePolicy(options: { name: string }): unknown } };
  };
  for (const name of ['defaultRetryPolicy', 'redirectPolicy']) client.pipeline.removePolicy({ name });
}

function failureOf(error: unknown, login: Login, now: Date): SendFailure {
  if (error instanceof SendError) return error.failure;
  const {
    statusCode: status,
    details,
    response,
  } = error as {
    statusCode?: unknown;
    details?: unknown;
    response?: { headers?: { get(name: string): string | undefined } };
  };
  if (typeof status !== 'number') return failureOfConnection(error);
  if (status < 300) return { code: 'unreadable_answer', retryable: true, unknown: true };
  if (status === 401) login.forget();
  const body = objectIn(details);
  const code = textIn((objectIn(body?.['error']) ?? body)?.['code']);
  return failureOfAnswer({ status, code, retryAfter: response?.headers?.get('retry-after') }, now);
}
