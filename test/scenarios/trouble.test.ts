import { readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { ConfigError } from '../../src/errors.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';

let desk: RunningDesk | null = null;

afterEach(async () => {
  await desk?.stop();
  if (desk) expect(await brokenPromises(desk.settings)).toEqual([]);
  desk = null;
});

async function start(...given: Parameters<typeof startDesk>): Promise<RunningDesk> {
  desk = await startDesk(...given);
  return desk;
}

/** A store whose disk is full while `full` says so: nothing is written, everything can be read. */
function diskOf(state: { full: boolean }): (real: WholeStore) => WholeStore {
  return real => {
    const unless = <A extends unknown[], R>(write: (...args: A) => Promise<R>) => {
      return (...args: A): Promise<R> =>
        state.full ? Promise.reject(new Error('database or disk is full')) : write(...args);
    };
    return {
      ...real,
      addInbound: unless(real.addInbound),
      addReceipts: unless(real.addReceipts),
      open: unless(real.open),
      commit: unless(real.commit),
      claim: unless(real.claim),
      record: unless(real.record),
      addMedia: unless(real.addMedia),
      probe: unless(real.probe),
    };
  };
}

describe('a disk that is full', () => {
  it('is answered 503 with a time to come back, told by /readyz, and nothing is lost when it has room again', async () => {
    const disk = { full: false };
    const { url, visit, api } = await start(settingsIn(), { store: diskOf(disk) });
    const visitor = await visit();
    const before = await visitor.send({ text: 'hola' });
    disk.full = true;
    await new Promise(resolve => setTimeout(resolve, 250));
    const refused = await visitor.fetch('/chat/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'later', text: 'hay un hueco' }),
    });
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([503, expect.any(Number)]);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([
      503,
      { status: 'unavailable', store: 'cannot write' },
    ]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(
      (await api('POST', '/cases', { kind: 'queja', description: 'tubo roto en Cerro Viento' })).status,
    ).toBe(503);
    disk.full = false;
    await eventually(async () => (await fetch(`${url}/readyz`)).ok);
    const items = await eventually(async () => {
      const read = await visitor.read(before.seq);
      return read.length > 0 && read;
    });
    expect(items.filter(({ from }) => from === 'bot')).toHaveLength(1);
    expect(await visitor.send({ id: 'later', text: 'hay un hueco' })).toMatchObject({ status: 202 });
  });
});

describe('a clock that jumps', () => {
  it.each([
    ['an hour back', -3_600_000],
    ['a day forward', 86_400_000],
  ])('%s, in the middle of a talk, makes nobody wait', async (_name, jumpMs) => {
    const clock = { offset: 0 };
    const { visit, api } = await start(settingsIn(), { now: () => new Date(Date.now() + clock.offset) });
    const visitor = await visit();
    await visitor.ask('hola');
    const { seq } = await visitor.send({ text: 'hay un tubo roto en Cerro Viento' });
    clock.offset = jumpMs;
    const answered = await eventually(
      async () => (await visitor.read(seq)).find(({ from }) => from === 'bot'),
      3_000,
    );
    expect(answered.asks).toBe('confirm');
    const filed = await visitor.last('sí');
    expect((await api('GET', `/cases/${filed.case}`)).status).toBe(200);
  });
});

describe('a turn that cannot be taken', () => {
  it('is put aside for a person, and what is written later is answered', async () => {
    const broken = (name: string): void => {
      if (name === 'turn:before-commit' && breaking) throw new TypeError('a mistake of ours');
    };
    let breaking = true;
    const { visit, api } = await start(settingsIn(), { failPoint: broken });
    const visitor = await visit();
    const { seq } = await visitor.send({ text: 'hola' });
    const told = await eventually(
      async () => (await visitor.read(seq)).find(({ from }) => from === 'bot'),
      15_000,
    );
    expect(told.asks).toBe('none');
    const { conversations } = (await api('GET', '/conversations?state=waiting')).body;
    expect(conversations).toMatchObject([{ address: visitor.session, reason: 'failed_turn' }]);
    breaking = false;
    await visitor.ask('¿hay alguien?');
  });
});

describe('what comes in by HTTP', () => {
  const post = (url: string, body: string | Buffer, headers: Record<string, string>): Promise<Response> =>
    fetch(url, { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body), headers });
  const deep = `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`;
  const bodies: [name: string, body: string | Buffer, statuses: number[]][] = [
    ['is empty', '', [400, 422]],
    ['is cut off', '{"id":"a","text":"ho', [400]],
    ['is no JSON', 'hola', [400]],
    ['is nested without end', deep, [400, 422]],
    ['reaches for the prototype', '{"id":"a","text":"x","__proto__":{"admin":true}}', [400]],
    ['holds a NUL', '{"id":"a","text":"x\\u0000y"}', [422]],
    ['holds half a character', '{"id":"a","text":"\\ud800"}', [422]],
    ['is not UTF-8', Buffer.from([0x7b, 0x22, 0x69, 0x64, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]), [400]],
    ['has fields nobody knows', '{"id":"a","text":"x","admin":true}', [422]],
    ['is a list', '[]', [422]],
    ['is too large', `{"id":"a","text":"${'x'.repeat(400_000)}"}`, [413]],
  ];

  it('and is not what it should be, is refused everywhere and changes nothing', async () => {
    const { url, visit, api } = await start();
    const visitor = await visit();
    const json = { 'content-type': 'application/json' };
    const doors: [string, Record<string, string>][] = [
      [`${url}/chat/messages`, { ...json, authorization: `Bearer ${visitor.token}` }],
      [`${url}/api/v1/cases`, { ...json, authorization: `Bearer ${desk?.settings.apiKey}` }],
    ];
    for (const [door, headers] of doors) {
      for (const [name, body, statuses] of bodies) {
        const response = await post(door, body, headers);
        expect(statuses, `${door} ${name}`).toContain(response.status);
        expect(response.headers.get('content-type'), name).toContain('application/problem+json');
        expect(await response.json(), name).toMatchObject({
          status: response.status,
          title: expect.any(String),
        });
      }
    }
    expect(await visitor.read(0)).toEqual([]);
    expect((await api('GET', '/cases')).body.cases).toEqual([]);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('at an address nobody knows, or by the wrong method, is told so', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/nowhere`)).status).toBe(404);
    expect((await fetch(`${url}/chat/sessions`)).status).toBe(405);
    expect((await fetch(`${url}/api/v1/nowhere`)).status).toBe(401);
    expect((await post(`${url}/chat/messages`, '{}', { 'content-type': 'application/json' })).status).toBe(
      401,
    );
  });
});

describe('a start that is refused', () => {
  async function refusal(env: Record<string, string>, folder?: string): Promise<string[]> {
    const app = await createApp(settingsIn(env, folder)).catch((error: unknown) => error);
    if (!(app instanceof ConfigError)) throw new Error('it was not refused');
    return app.problems.map(({ where }) => where);
  }

  it('names a second process on the same data', async () => {
    const first = await start();
    expect(await refusal({}, first.settings.dataDir)).toEqual(['STORE_URL']);
  });

  it('names a keyring that is missing or another store’s', async () => {
    const first = await start();
    const { dataDir, keyringFile } = first.settings;
    await first.stop();
    desk = null;
    const other = await startDesk();
    await other.stop();
    expect(await refusal({ KEYRING_FILE: other.settings.keyringFile }, dataDir)).toEqual(['KEYRING_FILE']);
    rmSync(keyringFile);
    expect(await refusal({}, dataDir)).toEqual(['KEYRING_FILE']);
  });

  it('names everything that is wrong before it asks any other server', async () => {
    const env = {
      ...{ STORE_URL: 'mongodb://127.0.0.1:1/x', QUEUE_URL: 'redis://127.0.0.1:1', CONFIG_DIR: '/nowhere' },
      ...{ TWILIO_ACCOUNT_SID: 'XX', TWILIO_AUTH_TOKEN: 'x', TWILIO_SMS_FROM: 'x' },
    };
    const named = await refusal(env);
    expect(named).toEqual(expect.arrayContaining(['nowhere/agencies.yaml', 'TWILIO_ACCOUNT_SID']));
    expect(named).not.toContain('STORE_URL');
  });

  it('names a database that does not answer, and leaves nothing behind', async () => {
    const settings = settingsIn({ STORE_URL: 'mongodb://127.0.0.1:1/x' });
    const error = await createApp(settings).catch((thrown: unknown) => thrown);
    expect((error as ConfigError).problems).toMatchObject([{ where: 'STORE_URL' }]);
    expect(readdirSync(settings.dataDir)).toEqual([]);
  });

  it('names a port that is taken, and lets go of the store', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const settings = settingsIn({ PORT: String(port) });
    const app = await createApp(settings);
    const error = await app.start().catch((thrown: unknown) => thrown);
    expect((error as ConfigError).problems).toMatchObject([{ where: 'PORT' }]);
    taken.close();
    await start(settingsIn({}, settings.dataDir));
  });
});

describe('an end in order', () => {
  it('finishes what runs, takes nothing more, and everything said is there afterwards', async () => {
    const first = await start();
    const visitor = await first.visit();
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, i) => visitor.send({ id: `${i}`, text: `m${i}` })),
    );
    expect(sent.every(({ status }) => status === 202)).toBe(true);
    const reader = visitor.read(1_000, 20).catch(() => []);
    const began = performance.now();
    await first.stop();
    expect(performance.now() - began).toBeLessThan(12_000);
    await reader;
    const again = await first.again();
    desk = again;
    const found = await eventually(async () => {
      const response = await fetch(`${again.url}/chat/messages?after=0`, {
        headers: { authorization: `Bearer ${visitor.token}` },
      });
      const { messages } = (await response.json()) as { messages: { from: string; turn: number | null }[] };
      return messages.some(({ from }) => from === 'bot') && messages;
    });
    expect(found.filter(({ from }) => from === 'citizen')).toHaveLength(50);
  });

  it('answers who has spoken already', async () => {
    const slow = { ms: 0 };
    const failPoint = async (name: string): Promise<void> => {
      if (name === 'receive:before-store') await new Promise(resolve => setTimeout(resolve, slow.ms));
    };
    const first = await start(settingsIn(), { failPoint });
    const visitor = await first.visit();
    await visitor.ask('hola');
    slow.ms = 300;
    const sent = visitor.send({ text: 'hay un hueco' });
    await new Promise(resolve => setTimeout(resolve, 50));
    await first.stop();
    desk = null;
    expect((await sent).status).toBe(202);
  });

  it('ends long polls and streams at once', async () => {
    const first = await start();
    const visitor = await first.visit();
    await visitor.ask('hola');
    const poll = visitor.fetch('/chat/messages?after=99&wait=25').then(
      response => response.status,
      () => 0,
    );
    const stream = await visitor.fetch('/chat/events?after=99');
    const began = performance.now();
    await first.stop();
    desk = null;
    expect(performance.now() - began).toBeLessThan(15_000);
    await poll;
    await stream.text().catch(() => '');
  });
});
