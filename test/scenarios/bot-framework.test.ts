import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type BotFrameworkStandIn,
  type HeldActivity,
  newSigner,
  startBotFrameworkStandIn,
} from '../support/bot-framework-stand-in.ts';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';
import { PNG } from '../support/web-files.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';

let service: BotFrameworkStandIn;
let desk: RunningDesk;

beforeEach(async () => {
  service = await startBotFrameworkStandIn();
  desk = await startDesk(
    settingsIn({
      ...{ BOT_FRAMEWORK_APP_ID: service.appId, BOT_FRAMEWORK_APP_PASSWORD: service.password },
      ...{ BOT_FRAMEWORK_TENANT_ID: service.tenant, BOT_FRAMEWORK_API_URL: service.url },
    }),
  );
  service.webhookUrl = `${desk.url}/channels/bot-framework/webhook`;
});

afterEach(async () => {
  await desk.stop();
  await service.close();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

/** Does it and waits for one more message of the office. */
async function answerTo(act: () => Promise<unknown>, on = service): Promise<HeldActivity> {
  const before = on.sent.length;
  await act();
  return eventually(async () => on.sent[before]);
}

async function file(): Promise<string> {
  const summary = await answerTo(() => service.says(LEAK));
  const { text } = await answerTo(() => service.taps(summary.buttons[0]?.label ?? ''));
  return /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
}

const inChannel = (id: string) => ({
  conversation: { id: '19:253b@thread.skype;messageid=1', conversationType: 'channel', isGroup: true },
  ...{ id, entities: [{ type: 'mention', text: '<at>311</at>', mentioned: { id: '28:bot' } }] },
});

describe('a citizen on Teams', () => {
  it('has a case after a message and a tap, is told of its changes and answers to them', async () => {
    const number = await file();
    expect(number).not.toBe('');
    const change = { status: 'resolved' };
    const asked = await answerTo(() => desk.api('POST', `/cases/${number}/status`, change));
    expect(asked).toMatchObject({ conversationId: 'a:1-talk', text: expect.stringContaining(number) });
    await answerTo(() => service.taps(asked.buttons[0]?.label ?? ''));
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      status: 'closed',
      confirmed: true,
    });
  });

  it('is told where the service lies now, though it moved since the report', async () => {
    const number = await file();
    const moved = await startBotFrameworkStandIn(service);
    // The same bot and keys at another address, as when Teams moves a tenant.
    await service.says('gracias', { serviceUrl: moved.url });
    await eventually(async () => moved.sent.length > 0);
    const notice = await answerTo(
      () => desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' }),
      moved,
    );
    expect(notice.conversationId).toBe('a:1-talk');
    await moved.close();
  });

  it('adds a file to the report', async () => {
    service.files.set('photo', PNG);
    const attachments = [{ contentType: 'image/*', contentUrl: `${service.url}/v3/attachments/photo` }];
    const summary = await answerTo(() => service.says(LEAK, { attachments }));
    const { text } = await answerTo(() => service.taps(summary.buttons[0]?.label ?? ''));
    const number = /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
    expect((await desk.api('GET', `/cases/${number}`)).body.attachments).toMatchObject([
      { type: 'image/png' },
    ]);
  });

  it('who calls the bot in a team is asked to write in private, and no word of a case is said there', async () => {
    const number = await file();
    const before = service.sent.length;
    const { text, conversationId } = await answerTo(() =>
      service.says(`<at>311</at> ${number}`, inChannel('c1')),
    );
    expect([conversationId, text]).toEqual([
      '19:253b@thread.skype;messageid=1',
      expect.stringMatching(/privado/),
    ]);
    expect(text).not.toContain(number);
    await service.says('<at>311</at> ¿y?', inChannel('c2'));
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(service.sent).toHaveLength(before + 1);
  });

  it('who takes the bot away is written to no more, and is heard again when it is back', async () => {
    const number = await file();
    const installed = (action: string) => service.tell({ type: 'installationUpdate', action });
    expect(await installed('remove')).toBe(200);
    const before = service.sent.length;
    await desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' });
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(service.sent).toHaveLength(before);
    await installed('add');
    expect((await answerTo(() => service.says('mis casos'))).text).toContain(number);
  });

  it('is heard once, though Teams tells it twice', async () => {
    await answerTo(() => service.says('hola', { id: 'twice' }));
    await service.says('hola', { id: 'twice' });
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(service.sent).toHaveLength(1);
  });
});

describe('a desk on the Bot Framework', () => {
  it('answers 401 to whoever is not the service, and stores nothing', async () => {
    const tokens = ['', 'x', service.token({ aud: 'x' }), service.token({}, newSigner('key-1'))];
    for (const token of tokens) {
      const response = await fetch(service.webhookUrl, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', text: 'hola' }),
      });
      expect([response.status, await response.text()]).toEqual([401, '']);
    }
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(service.sent).toEqual([]);
  });

  it('goes on without it when the keys cannot be had, and says so', async () => {
    service.options.keys = 500;
    const other = await startDesk(
      settingsIn({
        ...{ BOT_FRAMEWORK_APP_ID: service.appId, BOT_FRAMEWORK_APP_PASSWORD: service.password },
        BOT_FRAMEWORK_API_URL: service.url,
      }),
    );
    const ready = await fetch(`${other.url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { 'bot-framework': 'not connected', web: 'ok' },
    ]);
    service.webhookUrl = `${other.url}/channels/bot-framework/webhook`;
    expect(await service.says('hola')).toBe(503);
    await other.stop();
  });
});
