import { afterEach, describe, expect, it } from 'vitest';
import { explain } from '../../src/channels/explain.ts';
import { eventually, settingsIn, startDesk } from '../support/running-desk.ts';
import { startTelegramStandIn } from '../support/telegram-stand-in.ts';
import { ANA_PHONE, startThreeRoads, type ThreeRoads } from '../support/three-roads.ts';

let roads: ThreeRoads;

afterEach(() => roads.stop());

type Row = {
  id: string;
  state: string;
  lastIn: string | null;
  lastOut: string | null;
  waiting: number;
  windowHours: number | null;
};

const listed = async (): Promise<Row[]> => (await roads.desk.api('GET', '/channels')).body.channels;
const row = async (id: string) => (await listed()).find(channel => channel.id === id);
const check = async (id: string) => (await roads.desk.api('POST', `/channels/${id}/check`, {})).body;

describe('the channels of a desk', () => {
  it('are listed with their state, what passed over them, what waits and their window', async () => {
    roads = await startThreeRoads();
    const before = Date.now();
    await roads.text('hola');
    expect((await listed()).map(({ id, state }) => [id, state])).toEqual(
      expect.arrayContaining([
        ['web', 'ok'],
        ['sms', 'ok'],
        ['telegram', 'off'],
        ['email', 'ok'],
      ]),
    );
    const windows = (await listed()).flatMap(({ id, windowHours }) =>
      windowHours ? [[id, windowHours]] : [],
    );
    expect(windows).toEqual([
      ['whatsapp', 24],
      ['whatsapp-twilio', 24],
      ['messenger', 24],
    ]);
    await eventually(async () => (await row('sms'))?.waiting === 0);
    const sms = await row('sms');
    expect(Date.parse(sms?.lastIn ?? '')).toBeGreaterThanOrEqual(before);
    expect(Date.parse(sms?.lastOut ?? '')).toBeGreaterThanOrEqual(before);
    expect(sms).toMatchObject({ account: '+5076000000', windowHours: null });
    expect(await row('telegram')).toMatchObject({ account: null, settings: ['TELEGRAM_BOT_TOKEN'] });
    expect(await row('email')).toMatchObject({
      lastIn: null,
      lastOut: null,
      account: '311@desk.example.org',
    });
    expect(JSON.stringify(await listed())).not.toContain(ANA_PHONE);
  });

  it('say that no mail’s sender is believed, where the name of our own mail server is not set', async () => {
    roads = await startThreeRoads({ EMAIL_AUTHSERV_ID: '' });
    const { ok, says } = await check('email');
    expect([ok, says.at(-1)]).toEqual([true, expect.stringContaining('set EMAIL_AUTHSERV_ID')]);
  });

  it('show what waits while a platform is sick', async () => {
    roads = await startThreeRoads();
    roads.twilio.always = { status: 500, code: 20500 };
    await roads.twilio.inbound({ from: ANA_PHONE, body: 'hola' });
    await eventually(async () => (await row('sms'))?.waiting === 1);
    expect(await row('sms')).toMatchObject({ state: 'ok', lastOut: null });
  });

  it('are asked one by one whether all is well, and say what is not', async () => {
    roads = await startThreeRoads();
    expect(await check('email')).toMatchObject({
      ok: true,
      code: null,
      says: [expect.any(String), expect.any(String), expect.stringContaining('mx.desk.example.org')],
    });
    expect(await check('sms')).toMatchObject({ ok: true, says: [expect.stringContaining('no message')] });
    expect(await check('web')).toMatchObject({ ok: true });
    const { sent } = roads.mail;
    expect(sent).toEqual([]);
    roads.mail.imap.pass = 'changed';
    expect(await check('email')).toEqual({
      ok: false,
      code: 'login_refused',
      says: [explain('login_refused')],
    });
    roads.mail.imap.shut(true);
    expect((await check('email')).ok).toBe(false);
    await eventually(async () => (await row('email'))?.state === 'not connected');
    expect((await roads.desk.api('POST', '/channels/telegram/check', {})).status).toBe(404);
    expect((await roads.desk.api('POST', '/channels/terminal/check', {})).status).toBe(404);
    expect((await roads.desk.api('GET', '/channels', undefined, 'no-key')).status).toBe(401);
  });

  it('know a bot by its name', async () => {
    roads = await startThreeRoads();
    const telegram = await startTelegramStandIn();
    const bot = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.url };
    const desk = await startDesk(settingsIn(bot));
    const { body } = await desk.api('POST', '/channels/telegram/check', {});
    expect(body).toMatchObject({ ok: true, says: [expect.stringContaining('@panama311bot')] });
    await desk.stop();
    const wrong = { ...bot, TELEGRAM_BOT_TOKEN: '777000111:a-token-that-was-revoked-0' };
    const other = await startDesk(settingsIn(wrong));
    const refused = await other.api('POST', '/channels/telegram/check', {});
    expect(refused.body).toEqual({ ok: false, code: '401', says: [explain('401')] });
    await other.stop();
    await telegram.close();
  });
});

it.each([
  'login_refused',
  'ECONNREFUSED',
  'timeout',
  'ETLS',
  '429',
  'conflict',
  'bad_webhook',
  '131031',
  '10/2018001',
])('what %s means is said in words', code => {
  expect(explain(code)).not.toContain(code);
  expect(explain('31415')).toContain('31415');
});
