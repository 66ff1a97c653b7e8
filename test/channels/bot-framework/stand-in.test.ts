import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { activityOf } from '../../support/bot-framework-channel.ts';
import {
  type BotFrameworkStandIn,
  newSigner,
  startBotFrameworkStandIn,
} from '../../support/bot-framework-stand-in.ts';

let service: BotFrameworkStandIn;
beforeAll(async () => {
  service = await startBotFrameworkStandIn();
  // The SDK prints what it refuses.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(async () => {
  vi.restoreAllMocks();
  await service.close();
});

/** What Microsoft's own SDK makes of a token of the stand-in. */
async function judged(token: string): Promise<string> {
  const authentication = new ConfigurationBotFrameworkAuthentication({
    ...{
      MicrosoftAppId: service.appId,
      MicrosoftAppPassword: service.password,
      MicrosoftAppType: 'MultiTenant',
    },
    ...{ ToBotFromChannelOpenIdMetadataUrl: `${service.url}/v1/.well-known/openidconfiguration` },
    ...{ ToBotFromChannelTokenIssuer: 'https://api.botframework.com', CallerId: 'urn:test' },
    ...{ ToChannelFromBotLoginUrl: 'https://login.example', OAuthUrl: 'https://oauth.example' },
    ...{ ToChannelFromBotOAuthScope: 'https://api.botframework.com' },
    ...{ ToBotFromEmulatorOpenIdMetadataUrl: 'https://emulator.example' },
  });
  const activity = activityOf(service.url, 'hola') as unknown as Activity;
  return authentication.authenticateRequest(activity, `Bearer ${token}`).then(
    () => 'taken',
    () => 'refused',
  );
}

it('signs as Microsoft’s SDK expects it, and what the channel refuses is refused by the SDK too', async () => {
  expect(await judged(service.token())).toBe('taken');
  const wrong = [
    { aud: 'other' },
    { exp: 1_000 },
    { serviceurl: 'https://other.example' },
    { iss: 'https://x.example' },
  ];
  for (const claims of wrong)
    expect(await judged(service.token(claims)), JSON.stringify(claims)).toBe('refused');
  expect(await judged(service.token({}, newSigner('key-1')))).toBe('refused');
});
