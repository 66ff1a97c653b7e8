import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Child, newFolder, run, runToEnd, startChild } from '../support/child-desk.ts';
import { missingPs, processes } from '../support/processes.ts';
import { brokenPromises, eventually, type RunningDesk } from '../support/running-desk.ts';
import { openDatabaseDesk, type ScaleDesk } from '../support/scale-desk.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';
import { missingRedis, type RedisServer, startRedis } from '../support/servers/redis.ts';
import { PNG } from '../support/web-files.ts';
import { missingWhatsAppWeb, whatsappWebSettings } from '../support/whatsapp-web-channel.ts';
import { startWhatsAppWebStandIn, type WhatsAppWebStandIn } from '../support/whatsapp-web-stand-in.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const missing = missingWhatsAppWeb() ?? missingRedis() ?? missingMongo();
const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';
let page: WhatsAppWebStandIn;

beforeEach(async () => {
  page = await startWhatsAppWebStandIn();
});

afterEach(() => page.close());

async function answerTo(act: () => unknown): Promise<string> {
  const before = page.sent.length;
  await act();
  return (await eventually(async () => page.sent[before], 90_000)).text;
}

/** What the page keeps for itself the browser appends to a file of its profile; the stand-in keeps that it is paired. */
function isPairingWritten(folder: string): boolean {
  const kept = path.join(folder, 'whatsapp-web', 'session', 'Default', 'Local Storage', 'leveldb');
  const files = readdirSync(kept).filter(name => name.endsWith('.log') || name.endsWith('.ldb'));
  return files.some(name => readFileSync(path.join(kept, name), 'latin1').includes('paired'));
}

describe.skipIf(missingWhatsAppWeb())(`the command line (${missingWhatsAppWeb() ?? 'here'})`, () => {
  let folder: string;
  let service: Child;
  let env: Record<string, string>;

  beforeEach(async () => {
    folder = newFolder();
    env = await whatsappWebSettings(page);
    service = await startChild(folder, env);
  });

  afterEach(async () => {
    service.process.kill('SIGTERM');
    await service.ended;
  });

  const listed = async (): Promise<string> => {
    const { out } = await runToEnd(folder, ['channels'], { env });
    return out.split('\n').find(line => line.startsWith('whatsapp-web ')) ?? '';
  };

  it('shows the code to scan in the terminal, ends when it was scanned, and lists how the session stands', async () => {
    const pairing = run(folder, ['channels', 'pair', 'whatsapp-web'], env);
    await eventually(async () => pairing.out().includes('Linked devices'), 120_000);
    expect(pairing.out()).toMatch(/[█▀▄]{10}/);
    expect(await listed()).toContain('waiting for pairing');
    page.scan();
    expect(await pairing.ended).toBe(0);
    expect(pairing.out()).toContain('is paired');
    expect(await listed()).toContain('paired');
    const checked = await runToEnd(folder, ['channels', 'check', 'whatsapp-web'], { env });
    expect(checked).toMatchObject({ status: 0, out: expect.stringContaining('connected to WhatsApp') });
    expect((await runToEnd(folder, ['channels', 'pair', 'telegram'], { env })).status).toBe(1);
    expect((await runToEnd(folder, ['channels', 'pair'], { env })).status).toBe(2);
  });

  it.skipIf(missingPs())(
    `leaves no browser behind when the service is killed, and the next one has the pairing and what was written (${missingPs() ?? 'here'})`,
    async () => {
      await eventually(async () => (await listed()).includes('waiting for pairing'), 120_000);
      page.scan();
      await eventually(async () => (await listed()).includes('paired'));
      expect(await answerTo(() => page.says(LEAK))).toContain('Cerro Viento');
      // The browser writes down who it is paired with in its own time.
      await eventually(async () => isPairingWritten(folder), 60_000);
      const { pid } = JSON.parse(readFileSync(path.join(folder, 'running.json'), 'utf8'));
      process.kill(pid, 'SIGKILL');
      await service.ended;
      page.says('sí');
      await eventually(
        async () => !processes().some(({ line }) => line.includes(`${folder}/whatsapp-web`)),
        60_000,
      );
      const before = page.sent.length;
      service = await startChild(folder, env);
      expect((await eventually(async () => page.sent[before], 120_000)).text).toMatch(/311(-\d{3}){3}/);
      const { status, err } = await runToEnd(folder, ['verify'], { env });
      expect([status, err]).toEqual([0, expect.any(String)]);
    },
  );
});

describe.skipIf(missing)(`a process with the role of the session (${missing ?? 'here'})`, () => {
  let redis: RedisServer;
  let database: Awaited<ReturnType<typeof someDatabase>>;
  let desk: ScaleDesk;

  beforeEach(async () => {
    redis = await startRedis();
    database = await someDatabase();
    desk = await openDatabaseDesk(redis.url, database.url, await whatsappWebSettings(page));
  });

  afterEach(async () => {
    await desk.stop();
    expect(await brokenPromises(desk.settings)).toEqual([]);
    await database.drop();
    await redis.stop();
  });

  const stateOf = async (where: RunningDesk): Promise<string> =>
    (await where.api('GET', '/channels')).body.channels.find(
      ({ id }: { id: string }) => id === 'whatsapp-web',
    )?.state;

  it('alone opens the browser, answers who writes, gets their files and sends what others decide', async () => {
    const web = await desk.start('web');
    await desk.start('worker');
    expect((await web.api('GET', '/channels/whatsapp-web/pairing')).status).toBe(404);
    expect(page.opened).toBe(0);
    await desk.start('whatsapp-web');
    await eventually(async () => (await stateOf(web)) === 'waiting for pairing', 90_000);
    const { body } = await web.api('GET', '/channels/whatsapp-web/pairing');
    expect(body.qr.text).toMatch(/^2@/);
    page.scan();
    await eventually(async () => (await stateOf(web)) === 'paired', 90_000);
    await answerTo(() => page.says(LEAK));
    await answerTo(() => page.sendsFile('image', PNG, 'así está'));
    const number = /311(-\d{3}){3}/.exec(await answerTo(() => page.says('1')))?.[0] ?? '';
    expect((await web.api('GET', `/cases/${number}`)).body).toMatchObject({
      attachments: [{ type: 'image/png' }],
    });
    // Said at another process, decided by a worker, sent by the one that has the session.
    expect(
      await answerTo(() => web.api('POST', `/cases/${number}/status`, { status: 'resolved' })),
    ).toContain(number);
    expect((await web.api('POST', '/channels/whatsapp-web/check', {})).body).toMatchObject({ ok: true });
  });

  it('has it alone of two, and the next one goes on when it ends', async () => {
    const web = await desk.start('web');
    // On two machines: each with a folder, and so a pairing, of its own. All run in this process, whose loop stands still while
    // one starts: who has the session is asked when both are up.
    const both = [await desk.start('whatsapp-web'), await desk.start('whatsapp-web')];
    const waits = async ({ url }: RunningDesk): Promise<boolean> => {
      const ready = (await (await fetch(`${url}/readyz`)).json()) as Record<string, string>;
      return ready['whatsapp-web'] === 'in another process';
    };
    const holders = async (): Promise<RunningDesk[]> => {
      const waiting = await Promise.all(both.map(waits));
      return both.filter((_, i) => !waiting[i]);
    };
    await eventually(async () => (await stateOf(web)) === 'waiting for pairing', 90_000);
    page.scan();
    await eventually(async () => (await stateOf(web)) === 'paired', 90_000);
    const { opened } = page;
    expect(await answerTo(() => page.says('hola'))).not.toBe('');
    const [holder, ...others] = await holders();
    expect(others).toEqual([]);
    expect(page.opened).toBe(opened);
    await holder?.stop();
    await eventually(async () => page.opened > opened, 90_000);
    await eventually(async () => (await stateOf(web)) === 'waiting for pairing', 90_000);
    page.scan();
    await eventually(async () => (await stateOf(web)) === 'paired', 90_000);
    expect(await answerTo(() => page.says(LEAK))).toContain('Cerro Viento');
  });
});
