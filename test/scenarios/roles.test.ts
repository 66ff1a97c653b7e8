import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type MailStandIn, startMailStandIn } from '../support/mail-stand-in.ts';
import { brokenPromises, eventually, type RunningDesk } from '../support/running-desk.ts';
import { openScaleDesk, type ScaleDesk } from '../support/scale-desk.ts';
import { missingRedis, type RedisServer, startRedis } from '../support/servers/redis.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../support/telegram-stand-in.ts';
import { fileReport, openVisitor } from '../support/visitor.ts';

const missing = missingRedis();
const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

describe.skipIf(missing)(`processes with roles (${missing ?? 'here'})`, () => {
  let redis: RedisServer;
  let desk: ScaleDesk;

  beforeAll(async () => {
    redis = await startRedis();
  });

  afterAll(async () => {
    await redis?.stop();
  });

  /** What a desk leaves when all its processes have ended. */
  async function end(): Promise<void> {
    await desk.stop();
    expect(await brokenPromises(desk.settings)).toEqual([]);
  }

  const statusOf = async ({ url }: RunningDesk, where: string) => (await fetch(`${url}${where}`)).status;
  const queueOf = async ({ url }: RunningDesk): Promise<unknown> =>
    ((await (await fetch(`${url}/readyz`)).json()) as { queue: unknown }).queue;

  describe('that serve and work', () => {
    let one: RunningDesk;
    let two: RunningDesk;
    let worker: RunningDesk;

    beforeAll(async () => {
      desk = await openScaleDesk(redis.url);
      [one, two] = [await desk.start('web'), await desk.start('web')];
    });

    afterAll(end);

    it('take messages while nobody works, and answer them when somebody does', async () => {
      const visitor = await openVisitor(one.url);
      const { status, seq } = await visitor.send({ text: LEAK });
      expect(status).toBe(202);
      expect(await visitor.read(seq, 1)).toEqual([]);
      worker = await desk.start('worker');
      await eventually(async () => (await visitor.read(seq)).length > 0);
    });

    it('answer the routes of operations whatever they are, and everybody else only where they serve', async () => {
      for (const desk of [one, worker]) {
        for (const where of ['/healthz', '/readyz', '/metrics'])
          expect(await statusOf(desk, where)).toBe(200);
      }
      for (const where of ['/', '/caso', '/openapi.json']) {
        expect([where, await statusOf(one, where), await statusOf(worker, where)]).toEqual([where, 200, 404]);
      }
      const session = { method: 'POST' };
      expect((await fetch(`${one.url}/chat/sessions`, session)).status).toBe(201);
      expect((await fetch(`${worker.url}/chat/sessions`, session)).status).toBe(404);
      expect((await worker.api('GET', '/cases')).status).toBe(404);
    });

    it('serve one talk together: said to one, answered by another, read at a third', async () => {
      const visitor = await openVisitor(one.url);
      const filed = await fileReport(visitor, LEAK);
      const read = await fetch(`${two.url}/chat/messages?after=0`, {
        headers: { authorization: `Bearer ${visitor.token}` },
      });
      const { messages } = (await read.json()) as { messages: { text: string }[] };
      expect(messages.at(-1)?.text).toContain(filed.case);
      expect((await two.api('GET', `/cases/${filed.case}`)).body).toMatchObject({ status: 'assigned' });
    });

    it('take and answer messages without Redis, and after it was wiped', async () => {
      const visitor = await openVisitor(one.url);
      await redis.kill();
      const { status, seq } = await visitor.send({ text: LEAK });
      expect(status).toBe(202);
      await eventually(async () => (await visitor.read(seq)).length > 0);
      expect(await statusOf(one, '/readyz')).toBe(200);
      expect(await queueOf(one)).toBe('away: wake-ups are late');
      await redis.again();
      await eventually(async () => (await queueOf(one)) === 'ok');
      await redis.client.flushall();
      expect((await fileReport(visitor, LEAK)).case).toMatch(/^311/);
    });
  });

  describe('with a session of Telegram', () => {
    let telegram: TelegramStandIn;

    afterEach(async () => {
      await end();
      await telegram.close();
    });

    async function open(): Promise<void> {
      telegram = await startTelegramStandIn();
      desk = await openScaleDesk(redis.url, {
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_URL: telegram.url,
      });
    }

    async function answer(text: string): Promise<string> {
      const before = telegram.sent.length;
      await telegram.says(text);
      return (await eventually(async () => telegram.sent[before])).text;
    }

    it('ask in one process alone, and in the next one when that ends', async () => {
      await open();
      await desk.start('worker');
      const first = await desk.start('telegram');
      expect(await answer(LEAK)).toContain('Cerro Viento');
      const second = await desk.start('telegram');
      const state = async ({ url }: RunningDesk) =>
        ((await (await fetch(`${url}/readyz`)).json()) as { telegram: string }).telegram;
      expect([await state(first), await state(second)]).toEqual(['ok', 'in another process']);
      await first.stop();
      await eventually(async () => (await state(second)) === 'ok');
      expect(await answer('sí')).toMatch(/311(-\d{3}){3}/);
      expect(telegram.conflicts).toBe(0);
    });

    it('never ask in a web or a worker process', async () => {
      await open();
      const web = await desk.start('web');
      await desk.start('worker');
      expect(await statusOf(web, '/readyz')).toBe(200);
      const list = (await web.api('GET', '/channels')).body.channels;
      expect(list.find(({ id }: { id: string }) => id === 'telegram').state).toBe('ok');
      expect(telegram.calls).toEqual([]);
    });
  });

  describe('with a mailbox', () => {
    let mail: MailStandIn;

    afterEach(async () => {
      await end();
      await mail.close();
    });

    it('read it in one process alone, and on from there in the next one when that ends', async () => {
      mail = await startMailStandIn();
      desk = await openScaleDesk(redis.url, mail.settings);
      await desk.start('worker');
      const first = await desk.start('email');
      const state = async ({ url }: RunningDesk) =>
        ((await (await fetch(`${url}/readyz`)).json()) as { email: string }).email;
      await eventually(async () => (await state(first)) === 'ok');
      const answer = async (text: string): Promise<string> => {
        const before = mail.sent.length;
        mail.writes({ subject: '', text });
        return (await eventually(async () => mail.sent[before])).text;
      };
      expect(await answer(LEAK)).toContain('Cerro Viento');
      const second = await desk.start('email');
      expect([await state(first), await state(second)]).toEqual(['ok', 'in another process']);
      expect(mail.imap.sessions()).toBe(1);
      await first.stop();
      await eventually(async () => (await state(second)) === 'ok');
      expect(await answer('sí')).toMatch(/311(-\d{3}){3}/);
      expect(mail.sent).toHaveLength(2);
    });
  });
});
