import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Child, newFolder, run, runToEnd, startChild } from '../support/child-desk.ts';
import { eventually } from '../support/running-desk.ts';
import { startTwilioStandIn } from '../support/twilio-stand-in.ts';
import { fileReport, openVisitor } from '../support/visitor.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';
const started: Child[] = [];

/** Each command is a process of its own, and the machine may be busy. */
vi.setConfig({ testTimeout: 90_000 });

afterEach(async () => {
  for (const child of started.splice(0)) {
    child.process.kill('SIGKILL');
    await child.ended;
  }
});

async function start(folder: string, env: Record<string, string> = {}) {
  const child = await startChild(folder, env);
  started.push(child);
  return child;
}

/** The process id the service left word of: the launcher hands its own place over. */
function servicePid(folder: string): number {
  return JSON.parse(readFileSync(path.join(folder, 'running.json'), 'utf8')).pid;
}

describe('./ventanilla start', () => {
  it('says one line when it is ready, and ends in order with 0', async () => {
    const folder = newFolder();
    const child = await start(folder);
    expect(child.out()).toMatch(/^Ventanilla is ready: http:\/\/127\.0\.0\.1:\d+\n$/);
    expect((await fetch(`${child.url}/readyz`)).status).toBe(200);
    const file = path.join(folder, 'running.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, 'keyring')).mode & 0o777).toBe(0o600);
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
    expect(existsSync(file)).toBe(false);
    expect(child.err()).toBe('');
  });

  it('killed at any moment, has everything it acknowledged when it starts again', async () => {
    const folder = newFolder();
    const first = await start(folder);
    const visitor = await openVisitor(first.url);
    const { case: number = '' } = await fileReport(visitor, LEAK);
    const last = await visitor.send({ text: 'mis casos' });
    expect(last.status).toBe(202);
    process.kill(servicePid(folder), 'SIGKILL');
    expect(await first.ended).not.toBe(0);
    const second = await start(folder);
    const ask = (where: string): Promise<Response> =>
      fetch(`${second.url}${where}`, { headers: { authorization: `Bearer ${visitor.token}` } });
    const answered = await eventually(async () => {
      const response = await ask(`/chat/messages?after=${last.seq}`);
      const { messages } = (await response.json()) as { messages: { from: string }[] };
      return messages.some(({ from }) => from === 'bot') && messages;
    });
    expect(JSON.stringify(answered)).toContain(number);
    const shown = await runToEnd(folder, ['case', 'show', number, '--json']);
    expect(JSON.parse(shown.out)).toMatchObject({ number, status: 'assigned', description: LEAK });
    const listed = await runToEnd(folder, ['channels']);
    expect(listed.out).toMatch(/^channel +state +last in +last out +waiting +window\nweb +ok +\d{4}-/);
    expect(listed.out).toMatch(/^sms +off: set TWILIO_ACCOUNT_SID, /m);
    expect((await runToEnd(folder, ['channels', 'check', 'web'])).status).toBe(0);
    expect((await runToEnd(folder, ['channels', 'check', 'sms'])).status).toBe(1);
    await runToEnd(folder, ['case', 'status', number, 'in_progress']);
    const { out } = await runToEnd(folder, ['case', 'show', number]);
    expect(out).toMatch(/roads of its news:\n\S+ +status +web +first +accepted/);
    expect((await runToEnd(folder, ['verify'])).status).toBe(0);
  });

  it('refuses five mistakes at once with 78, and a second process on the same data', async () => {
    const folder = newFolder();
    const env = {
      ...{ PORT: 'many', API_KEY: 'short', TRUST_PROXY: 'perhaps', VENTANILLA_PROT: '1' },
      TWILIO_SMS_FROM: '+5076000000',
    };
    const refused = await runToEnd(folder, ['start'], { env });
    expect([refused.status, refused.out]).toEqual([78, '']);
    for (const name of [...Object.keys(env).slice(0, 4), 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN']) {
      expect(refused.err).toMatch(new RegExp(`^${name}: `, 'm'));
    }
    expect(refused.err).not.toContain('short');
    await start(folder);
    const second = await runToEnd(folder, ['start']);
    expect([second.status, second.err]).toEqual([78, expect.stringMatching(/^STORE_URL: /)]);
  });

  it.each([
    ['ROLE', 'a role with an embedded store', { ROLE: 'web' }, /embedded store.*STORE_URL/],
    ['ROLE', 'a role that is none', { ROLE: 'pigeon' }, /all, web, worker$/m],
    ['ROLE', 'a channel that is off', { ROLE: 'telegram' }, /all, web, worker$/m],
    ['QUEUE_URL', 'an address of no Redis', { QUEUE_URL: 'redis://127.0.0.1:1' }, /no Redis answers/],
    ['QUEUE_URL', 'a name without an address', { QUEUE_URL: 'redis://no-such-host.invalid' }, /no address/],
    ['QUEUE_URL', 'what is no address', { QUEUE_URL: 'redis://:secret@/x' }, /must be a Redis address/],
  ])('refuses by the name of %s %s, with 78', async (name, _what, env, reason) => {
    const { status, out, err } = await runToEnd(newFolder(), ['start'], { env });
    expect([status, out]).toEqual([78, '']);
    const line = err.split('\n').filter(line => line.startsWith(`${name}: `));
    expect(line.join('\n')).toMatch(reason);
    expect(err).not.toContain('secret');
  });

  it('ends within ten seconds, with 0, also while a platform answers nothing', async () => {
    const twilio = await startTwilioStandIn({});
    twilio.always = { delayMs: 120_000 };
    const { accountSid, authToken, number } = twilio.options;
    const child = await start(newFolder(), {
      ...{ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_SMS_FROM: number },
      TWILIO_API_URL: twilio.url,
    });
    twilio.options.webhookUrl = `${child.url}/channels/sms/webhook`;
    await twilio.inbound({ from: '+50760000001', body: LEAK });
    await eventually(async () => twilio.calls > 0);
    const asked = performance.now();
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
    // Such a call is given up after fifteen seconds, and one more is made.
    expect(performance.now() - asked).toBeLessThan(10_000);
    await twilio.close();
  });

  it('refuses a store whose keyring is gone', async () => {
    const folder = newFolder();
    const child = await start(folder);
    child.process.kill('SIGINT');
    expect(await child.ended).toBe(0);
    rmSync(path.join(folder, 'keyring'));
    const refused = await runToEnd(folder, ['start']);
    expect([refused.status, refused.err]).toEqual([78, expect.stringMatching(/^KEYRING_FILE: /)]);
  });
});

describe('./ventanilla chat', () => {
  it('in a pipe waits for each answer, and the case is there afterwards', async () => {
    const folder = newFolder();
    const talk = await runToEnd(folder, ['chat'], { input: `${LEAK}\n1\n` });
    expect(talk.status, talk.err).toBe(0);
    const number = /311(-\d{3}){3}/.exec(talk.out)?.[0] ?? '';
    const list = await runToEnd(folder, ['case', 'list', '--json']);
    expect(JSON.parse(list.out).cases).toMatchObject([{ number, reporter: { channel: 'terminal' } }]);
    expect(existsSync(path.join(folder, 'running.json'))).toBe(false);
  });

  it('keeps to the limits of another channel', async () => {
    const talk = await runToEnd(newFolder(), ['chat', '--channel', 'sms'], { input: `${LEAK}\nsi\n` });
    expect(talk.out).toMatch(/311(-\d{3}){3}/);
    expect(talk.out).not.toMatch(/[áíóú]/);
    const wrong = await runToEnd(newFolder(), ['chat', '--channel', 'pigeon'], { input: 'hola\n' });
    expect(wrong.status).toBe(2);
  });

  it('without a service is one that other commands reach, and shows what they change', async () => {
    const folder = newFolder();
    const talk = run(folder, ['chat', '--session', 'ana']);
    started.push(talk);
    talk.process.stdin.write(`${LEAK}\n`);
    await eventually(async () => talk.out().includes('\n\n'));
    talk.process.stdin.write('sí\n');
    const number = await eventually(async () => /311(-\d{3}){3}/.exec(talk.out())?.[0]);
    const changed = await runToEnd(folder, [
      'case',
      'status',
      number,
      'in_progress',
      '--note',
      'Va una cuadrilla.',
    ]);
    expect([changed.status, changed.out]).toEqual([0, expect.stringContaining('in_progress')]);
    talk.process.stdin.end('mis casos\n/salir\n');
    expect(await talk.ended).toBe(0);
    expect(talk.out()).toContain('Va una cuadrilla.');
  });

  it('goes on with an earlier talk through the running service, without repeating it', async () => {
    const folder = newFolder();
    await start(folder);
    const first = await runToEnd(folder, ['chat', '--session', 'ana'], { input: `${LEAK}\n` });
    expect(first.out).toContain('Cerro Viento');
    const second = await runToEnd(folder, ['chat', '--session', 'ana'], { input: 'sí\n' });
    expect(second.out).toMatch(/311(-\d{3}){3}/);
    expect(second.out).not.toContain('¿Lo envío así?');
  });
});

describe('the commands', () => {
  it('all tell how they are used, on a broken installation too', async () => {
    const broken = { env: { PORT: 'many', CONFIG_DIR: '/nowhere' } };
    const list = await runToEnd(newFolder(), ['--help'], broken);
    const names = [...list.out.matchAll(/^ {2}(\w+)/gm)].map(match => match[1] ?? '');
    expect(names).toEqual(
      expect.arrayContaining(['start', 'chat', 'case', 'key', 'verify', 'backup', 'restore']),
    );
    for (const name of names) {
      const help = await runToEnd(newFolder(), [name, '--help'], broken);
      expect([name, help.status, help.out]).toEqual([
        name,
        0,
        expect.stringContaining(`./ventanilla ${name}`),
      ]);
    }
  });

  it('answer wrong usage with 2 and a refused configuration with 78', async () => {
    const folder = newFolder();
    for (const words of [
      ['nonsense'],
      ['case'],
      ['case', 'show'],
      ['channels', 'check'],
      ['channels', 'mend', 'sms'],
      ['key', 'add'],
      ['keyring'],
      ['backup'],
      ['restore'],
      ['config'],
    ]) {
      expect([words, (await runToEnd(folder, words)).status]).toEqual([words, 2]);
    }
    expect((await runToEnd(folder, ['verify', '--nonsense'])).status).toBe(2);
    expect((await runToEnd(folder, ['config', 'check'], { env: { CONFIG_DIR: '/nowhere' } })).status).toBe(
      78,
    );
    expect((await runToEnd(folder, ['verify'])).status).toBe(78);
  });

  it('work with and without a running service', async () => {
    const folder = newFolder();
    const added = await runToEnd(folder, [
      'key',
      'add',
      'Turno IDAAN',
      '--role',
      'agency',
      '--agency',
      'idaan',
    ]);
    expect([added.status, added.out]).toEqual([0, expect.stringMatching(/^vk_[\w-]{43}\n$/)]);
    const service = await start(folder);
    const api = await fetch(`${service.url}/api/v1/cases`, {
      headers: { authorization: `Bearer ${added.out.trim()}` },
    });
    expect(api.status).toBe(200);
    expect((await runToEnd(folder, ['key', 'list'])).out).toContain('Turno IDAAN');
    expect((await runToEnd(folder, ['keyring', 'rotate'])).out).toMatch(/^\d+ data keys/);
    const understood = await runToEnd(folder, ['understand'], { input: `{"id":7,"text":"${LEAK}"}\nno\n` });
    expect(understood.status).toBe(1);
    expect(JSON.parse(understood.out.split('\n')[0] ?? '')).toMatchObject({
      id: 7,
      intent: 'report',
      agencies: [{ id: 'idaan' }],
    });
  });

  it('run from any folder, through a link, and hand their exit status on', async () => {
    const linked = path.join(newFolder(), 'desk');
    symlinkSync(path.resolve(import.meta.dirname, '../../ventanilla'), linked);
    const checked = spawnSync(linked, ['config', 'check'], { cwd: '/', encoding: 'utf8' });
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringMatching(/^\d+ agencies/)]);
    expect(spawnSync(linked, ['nonsense'], { cwd: '/' }).status).toBe(2);
  });

  it('back a store up while it runs, and bring it back', async () => {
    const folder = newFolder();
    const service = await start(folder);
    const visitor = await openVisitor(service.url);
    const { case: number = '' } = await fileReport(visitor, LEAK);
    const copy = path.join(folder, 'copies', 'one.db');
    const made = await runToEnd(folder, ['backup', copy, '--json']);
    expect(JSON.parse(made.out)).toMatchObject({ copy, keysFile: `${copy}.keys`, keys: expect.any(Number) });
    const elsewhere = newFolder();
    const env = { KEYRING_FILE: path.join(folder, 'keyring') };
    const back = await runToEnd(elsewhere, ['restore', copy], { env });
    expect([back.status, back.out]).toEqual([0, '1 conversations restored, 0 erased since\n']);
    expect((await runToEnd(elsewhere, ['restore', copy], { env })).status).toBe(78);
    const verified = await runToEnd(elsewhere, ['verify', '--json'], { env });
    expect([verified.status, JSON.parse(verified.out).ok]).toEqual([0, true]);
    const shown = await runToEnd(elsewhere, ['case', 'show', number, '--json'], { env });
    expect(JSON.parse(shown.out)).toMatchObject({ number, description: LEAK });
  });
});
