import { createHmac, createPublicKey } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readActivity } from '../../../src/channels/bot-framework/activity.ts';
import { openBotFramework } from '../../../src/channels/bot-framework/bot-framework.ts';
import type { Channel, WebhookResult } from '../../../src/channels/channel.ts';
import { readObject } from '../../../src/channels/json.ts';
import { ConfigError } from '../../../src/errors.ts';
import { channelContract } from '../../contracts/channel.ts';
import {
  APP_ID,
  activityOf,
  botFrameworkChannel,
  botFrameworkRequest,
} from '../../support/bot-framework-channel.ts';
import {
  type BotFrameworkStandIn,
  newSigner,
  signToken,
  startBotFrameworkStandIn,
} from '../../support/bot-framework-stand-in.ts';
import { fixturesOf } from '../../support/fixtures.ts';

const FIXTURES = fixturesOf('bot-framework');
const service = await startBotFrameworkStandIn();
const stranger = newSigner('key-1');
const channel = botFrameworkChannel(service);
afterAll(() => service.close());
beforeAll(() => channel.connect?.(async () => {}));

const bodyOf = (text: string, id?: string) => JSON.stringify(activityOf(service.url, text, id));
const genuine = (text: string, id?: string) => botFrameworkRequest(bodyOf(text, id), service.token());
/** A fixture as its own service would tell it. */
const told = (name: string) => {
  const body = FIXTURES[name] ?? '';
  const { serviceUrl: serviceurl } = JSON.parse(body) as { serviceUrl: string };
  return botFrameworkRequest(body, service.token({ serviceurl }));
};
const NOTHING = [
  ...['teams-reaction', 'teams-edited', 'teams-invoke', 'teams-installed-in-team', 'webchat-joined'],
  ...['webchat-typing', 'nothing-said'],
];

/** The channel once its keys are there. */
async function open(standIn: BotFrameworkStandIn = service): Promise<Channel> {
  const opened = botFrameworkChannel(standIn);
  await opened.connect?.(async () => {});
  return opened;
}

channelContract('bot-framework', {
  open: () => open(),
  webhook: {
    genuine: (...texts) => texts.map((text, i) => genuine(text, `1485983408${i}`)),
    signed: (body, type) => botFrameworkRequest(body, service.token(), type),
    foreign: text => botFrameworkRequest(bodyOf(text), service.token({}, stranger)),
    proof: ['authorization'],
    provesCallerOnly: true,
    unknown: NOTHING.map(told),
    echoes: [told('own-message')],
  },
});

const BASE = { channel: 'bot-framework', account: APP_ID, name: 'Ana Batista', address: 'msteams/a:1talk' };
const SMBA = 'https://smba.trafficmanager.net/amer/';
const ROUTE = JSON.stringify({
  ...{ serviceUrl: SMBA, botId: '28:bot', userId: '29:1bc-ana', tenantId: 'tenant-of-ana' },
});
const LONG =
  'a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZjKR0WSfOpzbfcAg2IaydGElSo10tVr4C7Fc6GtieTJX663WuJCc1uA83n4CSrHSgGBj5XNYLcVlJAs2ZX8DbYBPck201w-';
const THREAD = '19:253b1f341670408fb6fe51050b6e5ceb@thread.skype;messageid=1485983194839';
const DIRECT = {
  ...{ channel: 'bot-framework', account: APP_ID, address: 'directline/D8DPYQpQ6pT1v' },
  route: JSON.stringify({
    ...{ serviceUrl: 'https://directline.botframework.com/', botId: 'desk311@aBcD', userId: 'dl_7f2c' },
  }),
};

const EXPECTED: Record<string, object[]> = {
  'teams-personal': [
    {
      ...{ ...BASE, address: `msteams/${LONG}`, providerId: `${LONG}/1485983408511` },
      text: 'hay un tubo roto <3 & lodo',
      route: JSON.stringify({
        serviceUrl: 'https://smba.trafficmanager.net/amer/tenant-of-ana/',
        botId: '28:c9e8c047-2a34-40a1-b28a-b162d5f5327c',
        ...{ userId: '29:1bc-ana', tenantId: 'tenant-of-ana' },
      }),
    },
  ],
  'teams-escaped': [
    { ...BASE, route: ROUTE, providerId: 'a:1talk/1485983408512', text: 'no hay agua & hay <lodo>' },
  ],
  'teams-in-channel': [
    {
      ...{ ...BASE, route: ROUTE, elsewhere: 'public', providerId: `${THREAD}/1485983194839` },
      address: `public/${JSON.stringify(['msteams', THREAD, '29:1bc-ana'])}`,
      text: 'díganle a Luis que no hay agua',
    },
  ],
  'teams-in-group-chat': [
    {
      ...{ ...BASE, route: ROUTE, elsewhere: 'public', providerId: '19:ea28fc1f@thread.v2/1485983194840' },
      address: `public/${JSON.stringify(['msteams', '19:ea28fc1f@thread.v2', '29:1bc-ana'])}`,
      text: 'mis casos',
    },
  ],
  'teams-tap': [{ ...BASE, route: ROUTE, providerId: 'a:1talk/f:7f8c9d0a', choice: 'confirm:yes' }],
  'teams-file': [
    {
      ...{ ...BASE, route: ROUTE, providerId: 'a:1talk/1485983408513', text: '' },
      media: [{ url: 'https://example-my.sharepoint.com/download.aspx?tempauth=x' }],
    },
  ],
  'teams-inline-photo': [
    {
      ...{ ...BASE, route: ROUTE, providerId: 'a:1talk/1485983408514', text: 'así está' },
      media: [{ url: `${SMBA}v3/attachments/0-cus-d1/views/original`, type: 'image/*' }],
    },
  ],
  'teams-installed': [
    {
      ...{ ...BASE, route: ROUTE, providerId: 'installed.a:1talk/f:1f460eec' },
      ...{ signal: 'optIn', signalAnswered: true },
    },
  ],
  'teams-removed': [
    {
      ...{ ...BASE, route: ROUTE, providerId: 'installed.a:1talk/f:1f460eed' },
      ...{ signal: 'optOut', signalAnswered: true },
    },
  ],
  'directline-message': [
    {
      ...{ ...DIRECT, providerId: 'D8DPYQpQ6pT1v/D8DPYQpQ6pT1v|0000003', text: 'ALTO' },
      ...{ signal: 'optOut', signalAnswered: false },
      replyTo: 'D8DPYQpQ6pT1v/D8DPYQpQ6pT1v|0000002',
    },
  ],
  'directline-place-and-file': [
    {
      ...{ ...DIRECT, providerId: 'D8DPYQpQ6pT1v/D8DPYQpQ6pT1v|0000005', text: '' },
      media: [
        {
          url: 'https://directline.botframework.com/attachments/D8DPYQpQ6pT1v/0000005/0/a.png?t=x',
          type: 'image/png',
        },
      ],
      location: { lat: 9.0512, lon: -79.4321 },
    },
  ],
  ...Object.fromEntries([...NOTHING, 'own-message'].map(name => [name, []])),
};

describe('an activity', () => {
  it.each(Object.keys(FIXTURES))('of %s says what it says', name => {
    const result = channel.webhook?.(told(name)) as Extract<WebhookResult, { messages: unknown }>;
    expect(result.messages.map(({ sentAt, ...message }) => message)).toEqual(EXPECTED[name]);
  });

  it('brings the platform’s time, and is answered as it expects', () => {
    expect(channel.webhook?.(genuine('hola'))).toMatchObject({
      messages: [{ sentAt: new Date('2026-07-24T21:23:23.000Z') }],
      answer: { status: 200, type: 'application/json; charset=utf-8', body: '{}' },
    });
  });

  it('without an id of its own is no repeat of another', () => {
    const { id: _, ...activity } = activityOf(service.url, 'hola');
    const request = botFrameworkRequest(JSON.stringify(activity), service.token());
    expect(channel.webhook?.(request)).toMatchObject({ messages: [{ providerId: null, text: 'hola' }] });
  });

  it('that names no recipient is to the bot whose token it came with', () => {
    const body = JSON.stringify({ ...activityOf(service.url, 'hola'), recipient: undefined });
    expect(channel.webhook?.(botFrameworkRequest(body, service.token()))).toMatchObject({
      messages: [{ text: 'hola', route: expect.stringContaining(`"botId":"${APP_ID}"`) }],
    });
  });

  it.each([
    ['from', { from: null }],
    ['conversation', { conversation: { id: '' } }],
    ['type', { type: 7 }],
  ])('without its %s says nothing', (_what, more) => {
    const body = JSON.stringify({ ...activityOf(service.url, 'hola'), ...more });
    expect(channel.webhook?.(botFrameworkRequest(body, service.token()))).toMatchObject({ messages: [] });
  });

  it('is read the same in pure, whatever it holds', () => {
    const reader = { channel: 'bot-framework', account: APP_ID };
    for (const body of ['{}', '{"type":"message"}', '{"entities":{},"attachments":7,"value":"x"}']) {
      expect(readActivity(reader, readObject(Buffer.from(body)) ?? {})).toEqual([]);
    }
  });
});

describe('the token of a call', () => {
  const hours = (count: number): number => Math.floor(Date.now() / 1_000) + count * 3_600;
  const call = (token: string) => channel.webhook?.(botFrameworkRequest(bodyOf('hola'), token));

  it('of the service itself is taken', () => {
    expect(call(service.token())).toHaveProperty('messages');
  });

  it.each([
    ['for another bot', { aud: '99999999-2222-4333-8444-555555555555' }],
    ['for several bots', { aud: [APP_ID, 'other'] }],
    ['without an audience', { aud: undefined }],
    ['of another issuer', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }],
    ['of an issuer that looks alike', { iss: 'https://api.botframework.com/' }],
    ['that has ended', { exp: hours(-1) }],
    ['without an end', { exp: undefined }],
    ['whose end is a word', { exp: 'never' }],
    ['of a time to come', { nbf: hours(1) }],
    ['for another service address', { serviceurl: 'https://smba.trafficmanager.net/amer/' }],
    ['for no service address', { serviceurl: undefined }],
  ])('%s is refused', (_what, claims) => {
    expect(call(service.token(claims))).toMatchObject({ refuse: 401 });
  });

  it('that ended a moment ago is taken: clocks differ', () => {
    const moment = Math.floor(Date.now() / 1_000) - 60;
    expect(call(service.token({ exp: moment }))).toHaveProperty('messages');
    expect(call(service.token({ nbf: moment + 120 }))).toHaveProperty('messages');
  });

  it('signed by another under the name of a known key is refused', () => {
    expect(call(service.token({}, stranger))).toMatchObject({ refuse: 401 });
  });

  it('signed by nobody, or with the public key as a secret, is refused', () => {
    const claims = JSON.parse(
      Buffer.from(service.token().split('.')[1] ?? '', 'base64url').toString(),
    ) as object;
    const parts = (header: object) =>
      [header, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const none = parts({ alg: 'none', kid: 'key-1' });
    const hmac = parts({ alg: 'HS256', kid: 'key-1' });
    const pem = createPublicKey(service.signer.publicKey.export({ format: 'pem', type: 'spki' }));
    const secret = pem.export({ format: 'pem', type: 'spki' });
    const forged = `${hmac}.${createHmac('sha256', secret).update(hmac).digest('base64url')}`;
    const renamed = signToken(
      { alg: 'RS512', kid: 'key-1' },
      claims as Record<string, unknown>,
      service.signer,
    );
    for (const token of [`${none}.`, none, `${none}.AA`, forged, renamed]) {
      expect(call(token)).toMatchObject({ refuse: 401 });
    }
  });

  it('of a key that may not speak for this platform is refused', async () => {
    const other = await startBotFrameworkStandIn();
    other.signer = newSigner('key-of-directline', ['directline']);
    const opened = await open(other);
    const body = JSON.stringify(activityOf(other.url, 'hola'));
    expect(opened.webhook?.(botFrameworkRequest(body, other.token()))).toMatchObject({ refuse: 401 });
    const direct = body.replace('"msteams"', '"directline"');
    expect(opened.webhook?.(botFrameworkRequest(direct, other.token()))).toHaveProperty('messages');
    await other.close();
  });

  it('as the bot itself shows it to a service is refused: a service must not call with it', () => {
    const claims = {
      iss: 'https://sts.windows.net/tenant/',
      aud: 'https://api.botframework.com',
      appid: APP_ID,
      ver: '1.0',
    };
    expect(call(service.token(claims))).toMatchObject({ refuse: 401 });
  });

  it.each(['bearer', 'Basic', 'Bearer  ', ''])('shown as %j is refused', scheme => {
    const request = botFrameworkRequest(bodyOf('hola'), service.token());
    const headers = { ...request.headers, authorization: `${scheme} ${service.token()}` };
    expect(channel.webhook?.({ ...request, headers })).toMatchObject({ refuse: 401 });
  });
});

describe('the keys of the service', () => {
  it('are got before anybody is believed: until then a call may come again', async () => {
    const early = botFrameworkChannel(service);
    expect(early.webhook?.(genuine('hola'))).toMatchObject({ refuse: 503 });
    await early.connect?.(async () => {});
    expect(early.webhook?.(genuine('hola'))).toHaveProperty('messages');
  });

  it('are got again when a call names a new one, and no more often than once in five minutes', async () => {
    const other = await startBotFrameworkStandIn();
    let clock = Date.now();
    const opened = botFrameworkChannel(other, { now: () => new Date(clock) });
    await opened.connect?.(async () => {});
    other.rotate();
    const call = () =>
      opened.webhook?.(botFrameworkRequest(JSON.stringify(activityOf(other.url, 'hola')), other.token()));
    expect(call()).toMatchObject({ refuse: 401 });
    clock += 5 * 60_000;
    const before = other.calls.length;
    for (let i = 0; i < 5; i += 1) expect(call()).toMatchObject({ refuse: 503 });
    while (!('messages' in (call() ?? {}))) await new Promise(resolve => setTimeout(resolve, 5));
    expect(other.calls).toHaveLength(before + 2);
    await other.close();
  });

  it('are got twice a day, and again after a while when they cannot be had', async () => {
    const other = await startBotFrameworkStandIn();
    const waits: { ms: number; run: () => void }[] = [];
    const lines: string[] = [];
    const opened = botFrameworkChannel(other, {
      timer: (ms, run) => {
        waits.push({ ms, run });
        return () => {};
      },
      log: pino({}, { write: (line: string) => lines.push(line) }),
    });
    await opened.connect?.(async () => {});
    other.options.keys = 500;
    waits.shift()?.run();
    while (waits.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
    expect(waits[0]?.ms).toBe(600_000);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ channel: 'bot-framework', code: 'http_500' });
    other.options.keys = 200;
    waits.shift()?.run();
    while (waits.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
    expect(waits[0]?.ms).toBe(43_200_000);
    await opened.close?.();
    await other.close();
  });

  it('are a reason not to be connected while they cannot be had', async () => {
    await expect(botFrameworkChannel().connect?.(async () => {})).rejects.toThrow(
      'send failed: ECONNREFUSED',
    );
  });
});

it.each(['', 'app', '11111111-2222-4333-8444-55555555555', APP_ID.replace('-', '')])(
  'there is no bot without an id of its own: %j',
  BOT_FRAMEWORK_APP_ID => {
    const settings = { BOT_FRAMEWORK_APP_ID, BOT_FRAMEWORK_APP_PASSWORD: 'x' };
    const deps = { now: () => new Date(), log: pino({ level: 'silent' }), timer: () => () => {} };
    expect(() => openBotFramework(settings, deps)).toThrow(ConfigError);
  },
);
