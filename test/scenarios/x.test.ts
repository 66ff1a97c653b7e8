import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';
import { ANA, type HeldMessage, startXStandIn, type XStandIn } from '../support/x-stand-in.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';

let x: XStandIn;
let desk: RunningDesk;

beforeEach(async () => {
  x = await startXStandIn();
  desk = await startDesk(
    settingsIn({
      ...{ X_ACCOUNT_ID: x.account, X_CONSUMER_KEY: x.keys.consumerKey, X_API_URL: x.url },
      ...{ X_CONSUMER_SECRET: x.keys.consumerSecret, X_ACCESS_TOKEN: x.keys.accessToken },
      ...{ X_ACCESS_SECRET: x.keys.accessSecret },
    }),
  );
  expect(await x.register(`${desk.url}/channels/x/webhook`)).toBe(true);
});

afterEach(async () => {
  await desk.stop();
  await x.close();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

/** Says it and waits for one more message of the office. */
async function answerTo(act: () => Promise<unknown>): Promise<HeldMessage> {
  const before = x.sent().length;
  await act();
  return eventually(async () => x.sent()[before]);
}

async function file(): Promise<string> {
  await answerTo(() => x.says(LEAK));
  const { text } = await answerTo(() => x.says('sí'));
  return /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
}

/** Names the office in a post. */
function mention(text: string, id: string): Promise<number> {
  const post = { id, text: `@ExampleUser ${text}`, author_id: ANA, created_at: '2026-07-24T21:23:23.000Z' };
  return x.tell('post.mention.create', post, { users: [{ id: ANA, name: 'Ana', username: 'OtherUser' }] });
}

const quiet = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 400));

describe('a citizen on X', () => {
  it('has a case after two messages, is told of its changes and answers to them', async () => {
    const number = await file();
    expect(number).not.toBe('');
    const change = { status: 'resolved' };
    const asked = await answerTo(() => desk.api('POST', `/cases/${number}/status`, change));
    expect(asked).toMatchObject({ withId: ANA, text: expect.stringContaining(number) });
    await answerTo(() => x.says('sí'));
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      status: 'closed',
      confirmed: true,
    });
  });

  it('is known to have read what was written to them', async () => {
    const number = await file();
    const deliveries = async (): Promise<{ state: string; receipt: string | null }[]> =>
      (await desk.api('GET', `/cases/${number}/deliveries`)).body.deliveries;
    await answerTo(() => desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' }));
    await eventually(async () => (await deliveries()).every(({ state }) => state === 'accepted'));
    expect((await deliveries()).some(({ receipt }) => receipt === 'read')).toBe(false);
    await x.reads();
    await eventually(async () => (await deliveries()).every(({ receipt }) => receipt === 'read'));
  });

  it('is not answered to what the office itself wrote, though the platform tells it', async () => {
    await answerTo(() => x.says('hola'));
    await quiet();
    expect(x.sent()).toHaveLength(1);
  });

  it('is answered in public with nothing but the way to write in private', async () => {
    const number = await file();
    expect(await mention(`mi caso ${number} sigue igual, mi PIN es 123456`, '2080765813578191303')).toBe(200);
    const post = await eventually(async () => x.posts[0]);
    expect(post).toMatchObject({
      below: '2080765813578191303',
      text: expect.stringMatching(/^@OtherUser .*privado/),
    });
    expect(post.text).not.toMatch(/311-|PIN|tubo|Cerro/);
    await mention('¿y?', '2080765813578191304');
    await desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' });
    await eventually(async () => x.sent().at(-1)?.text.includes(number));
    expect(x.posts).toHaveLength(1);
  });

  it('is given the numbers in public when life is in danger there', async () => {
    await mention('se está quemando la casa de al lado, hay gente adentro', '2080765813578191305');
    const post = await eventually(async () => x.posts[0]);
    expect(post.text).toContain('103');
    const { body } = await desk.api('GET', '/conversations?state=review');
    expect(body.conversations).toMatchObject([{ channel: 'x', reason: 'danger', address: `public/${ANA}` }]);
  });

  it('is never told of a case in public, whoever tries', async () => {
    await mention('hola', '2080765813578191306');
    await eventually(async () => x.posts[0]);
    const reporter = { channel: 'x', address: `public/${ANA}` };
    const wanted = { kind: 'queja', description: 'no hay agua en Pacora', service: 'no-water', reporter };
    const { body } = await desk.api('POST', '/cases', wanted);
    await desk.api('POST', `/cases/${body.number}/status`, { status: 'in_progress' });
    const told = await eventually(async () => {
      const { deliveries } = (await desk.api('GET', `/cases/${body.number}/deliveries`)).body;
      return (
        deliveries.length > 0 &&
        deliveries.every(({ state }: { state: string }) => state === 'rejected') &&
        deliveries
      );
    });
    expect(told[0]).toMatchObject({ code: 'public' });
    expect(x.posts).toHaveLength(1);
  });

  it('is shown another road when their chat cannot be read, and the report goes on', async () => {
    await answerTo(() => x.says('no hay agua'));
    const chat = {
      id: 'e4f4d3fc',
      sender_id: ANA,
      conversation_id: `${ANA}:${x.account}`,
      encoded_event: 'CwAB',
    };
    const { text } = await answerTo(() =>
      x.tell('chat.received', { ...chat, created_at_msec: '1784841183370' }),
    );
    expect(text).toMatch(/cifrado/);
    expect((await answerTo(() => x.says('Pacora, calle 2'))).text).toContain('Pacora');
  });
});

describe('a desk on X', () => {
  it('refuses who only knows how to ask challenges', async () => {
    const forged = JSON.stringify({ for_user_id: x.account, direct_message_events: [] });
    const url = `${desk.url}/channels/x/webhook?crc_token=${encodeURIComponent(forged)}`;
    expect((await fetch(url)).status).toBe(400);
    for (const proof of ['', 'sha256=', 'x']) {
      const headers = { 'x-twitter-webhooks-signature': proof };
      const response = await fetch(`${desk.url}/channels/x/webhook`, {
        method: 'POST',
        headers,
        body: forged,
      });
      expect([response.status, await response.text()]).toEqual([401, '']);
    }
  });

  it('has sent once what an interrupted call had sent', async () => {
    x.trouble({ drop: 'after' });
    await x.says('hola');
    await eventually(async () => x.calls.some(call => call.startsWith('GET')));
    await quiet();
    expect(x.sent()).toHaveLength(1);
  });
});

it('says when its keys belong to another account', async () => {
  const check = async () => (await desk.api('POST', '/channels/x/check', {})).body;
  expect(await check()).toMatchObject({ ok: true, says: [expect.stringContaining('@311panama')] });
  x.account = '3333333333333333333';
  expect(await check()).toMatchObject({
    ...{ ok: false, code: 'other_account' },
    says: [expect.stringContaining('another account')],
  });
});
