import { existsSync, lstatSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { argsOf, unlockProfile } from '../../../src/channels/whatsapp-web/browser.ts';
import { codeOf } from '../../../src/channels/whatsapp-web/codes.ts';
import { standingBook } from '../../../src/channels/whatsapp-web/standing.ts';
import { missingPs, processes } from '../../support/processes.ts';
import { eventually } from '../../support/running-desk.ts';
import {
  connectWeb,
  missingWhatsAppWeb,
  type OpenWeb,
  pairedWeb,
  type WebOptions,
  webOutbound,
} from '../../support/whatsapp-web-channel.ts';
import { startWhatsAppWebStandIn, type WhatsAppWebStandIn } from '../../support/whatsapp-web-stand-in.ts';

const missing = missingWhatsAppWeb();

vi.setConfig({ testTimeout: 180_000 });

let page: WhatsAppWebStandIn;
const opened: OpenWeb[] = [];

beforeEach(async () => {
  page = await startWhatsAppWebStandIn();
});

afterEach(async () => {
  for (const { channel } of opened.splice(0)) await channel.close?.();
  await page.close();
});

async function connect(options: WebOptions = {}): Promise<OpenWeb> {
  const open = await connectWeb(page, options);
  opened.push(open);
  return open;
}

async function paired(options: WebOptions = {}): Promise<OpenWeb> {
  const open = await pairedWeb(page, options);
  opened.push(open);
  return open;
}

const heard = (open: OpenWeb, text: string) =>
  eventually(async () => open.messages.some(message => message.text === text));
/** The processes of sessions that this one has started. */
function sessionProcesses(): number[] {
  const ours = processes().filter(({ parent }) => parent === process.pid);
  return ours.filter(({ line }) => line.includes('whatsapp-web/process.ts')).map(({ pid }) => pid);
}

const codeOfCheck = ({ channel }: OpenWeb) =>
  channel.check?.().then(
    () => 'ok',
    error => error.failure.code,
  );

describe.skipIf(missing)(`a session (${missing ?? 'here'})`, () => {
  it('waits with a code, shows each new one, and is there when one was scanned', async () => {
    const open = await connect();
    expect(open.channel.isUp?.()).toBe(false);
    const first = await open.until('pairing');
    expect(first.qr).toMatch(/^2@first,/);
    expect(await codeOfCheck(open)).toBe('waiting_for_pairing');
    page.refresh('2@second');
    await eventually(async () => (await open.standing())?.qr?.startsWith('2@second,'));
    page.scan();
    expect(await open.until('paired')).toMatchObject({ qr: null, code: null });
    expect(open.channel.isUp?.()).toBe(true);
    expect(await codeOfCheck(open)).toBe('ok');
    expect(open.lines.join('')).not.toContain('2@');
  });

  it('is kept in a folder of its user alone, and is there again without a code after a restart', async () => {
    const marks = new Map<string, string>();
    const open = await paired({ marks });
    expect(statSync(path.join(open.dataDir, 'whatsapp-web')).mode & 0o777).toBe(0o700);
    await open.channel.close?.();
    expect(await open.standing()).toMatchObject({ state: 'dropped', code: 'stopped' });
    const again = await connect({ marks, dataDir: open.dataDir });
    await again.until('paired');
    page.says('sigo aquí');
    await heard(again, 'sigo aquí');
  });

  it('reads what was written while nobody was there, once, and nothing from before it was first paired', async () => {
    page.says('de antes', { t: Math.floor(Date.now() / 1_000) - 86_400 });
    const marks = new Map<string, string>();
    const open = await paired({ marks });
    page.says('uno');
    await heard(open, 'uno');
    await eventually(async () => page.seen.length > 0);
    await open.channel.close?.();
    page.says('dos');
    page.says('en un grupo', { chat: '120363@g.us', author: '50760000001@c.us' });
    page.says('propio', { fromMe: true });
    page.says('tres', { chat: '50760000002@c.us' });
    const again = await connect({ marks, dataDir: open.dataDir });
    await heard(again, 'tres');
    const news = again.messages.filter(({ text }) => text !== 'uno').map(({ text }) => text);
    expect(news).toEqual(['dos', 'tres']);
  });

  it.skipIf(missingPs())(
    `opens again by itself when its process was killed, and the browser with it (${missingPs() ?? 'here'})`,
    async () => {
      const marks = new Map<string, string>();
      const first = await paired({ marks });
      await first.channel.close?.();
      const open = await connect({ marks, dataDir: first.dataDir });
      await open.until('paired');
      const [pid] = sessionProcesses();
      process.kill(pid ?? 0, 'SIGKILL');
      await eventually(async () => page.opened >= 3);
      await open.until('paired');
      expect(open.lines.join('')).toContain('process_ended');
      page.says('sigo aquí');
      await heard(open, 'sigo aquí');
    },
  );

  it('opens again by itself when the page lost its connection', async () => {
    const open = await paired();
    page.state('CONFLICT');
    await eventually(async () => page.opened >= 2);
    await open.until('paired');
    expect(open.lines.join('')).toContain('CONFLICT');
    page.says('sigo aquí');
    await heard(open, 'sigo aquí');
  });

  it('asks for a new code when the device was taken off the telephone', async () => {
    const open = await paired();
    page.logout();
    await eventually(async () => page.opened >= 2);
    await open.until('pairing');
    page.scan();
    await open.until('paired');
    page.says('de vuelta');
    await heard(open, 'de vuelta');
  });

  it('says that the number is blocked, and shows it to the platform no more', async () => {
    const waits: number[] = [];
    const open = await paired({
      timer: (ms, run) => {
        waits.push(ms);
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    page.state('TOS_BLOCK');
    expect(await open.until('banned')).toMatchObject({ code: 'TOS_BLOCK', qr: null });
    expect(await codeOfCheck(open)).toBe('TOS_BLOCK');
    await eventually(async () => waits.at(-1) === 3_600_000);
    expect(page.opened).toBe(1);
    await expect(open.channel.send?.(webOutbound())).rejects.toMatchObject({
      failure: { code: 'not_connected', retryable: true },
    });
  });

  it('stores a message before it is marked as read, however often that fails', async () => {
    let fails = 2;
    const open = await paired({
      receive: async () => {
        if (fails > 0) {
          fails -= 1;
          throw new Error('the disk is full');
        }
      },
    });
    page.says('hola');
    await heard(open, 'hola');
    expect(fails).toBe(0);
    await eventually(async () => page.seen.length === 1);
    expect(open.lines.join('')).toContain('not_stored');
    expect(open.lines.join('')).not.toContain('hola');
  });

  it('starts no browser while another process has it, and sends nothing', async () => {
    let isOurs = false;
    const open = await connect({ isOurs: () => isOurs });
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(page.opened).toBe(0);
    isOurs = true;
    await open.until('pairing');
    page.scan();
    await open.until('paired');
    isOurs = false;
    await expect(open.channel.send?.(webOutbound())).rejects.toMatchObject({
      failure: { code: 'not_connected' },
    });
    expect(page.sent).toEqual([]);
  });

  it('says that its folder cannot be used, and opens when it can', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'whatsapp-web-'));
    const inTheWay = path.join(dataDir, 'whatsapp-web');
    writeFileSync(inTheWay, '');
    const open = await connect({ dataDir });
    await open.until('dropped');
    expect(await codeOfCheck(open)).toBe('folder_EEXIST');
    expect(page.opened).toBe(0);
    rmSync(inTheWay);
    await open.until('pairing');
  });

  it('says what is missing where there is no page', async () => {
    await page.close();
    const open = await connect();
    await open.until('dropped');
    expect(await codeOfCheck(open)).toBe('ECONNREFUSED');
    page = await startWhatsAppWebStandIn();
  });
});

describe('what is known of a session', () => {
  it('is worth nothing when who holds it has been silent for minutes', async () => {
    const marks = new Map<string, string>();
    let now = 1_785_000_000_000;
    const bookmarks = {
      read: async (name: string) => marks.get(name) ?? null,
      write: async (name: string, value: string) => void marks.set(name, value),
    };
    const book = standingBook(bookmarks, () => new Date(now));
    expect(await book.read()).toBeNull();
    await book.write({ state: 'paired', since: new Date(now), code: null, qr: null });
    now += 200_000;
    expect(await book.read()).toMatchObject({ state: 'paired' });
    await book.again();
    now += 200_000;
    expect(await book.read()).toMatchObject({ state: 'paired', since: new Date(1_785_000_000_000) });
    now += 100_000;
    expect(await book.read()).toMatchObject({ state: 'dropped', code: 'process_gone' });
    marks.set('whatsapp-web session', '{"state":"paired"}');
    expect(await book.read()).toBeNull();
  });
});

describe('the browser', () => {
  it('is started without a port to drive it by, and is sent elsewhere only when a setting says so', () => {
    expect(argsOf({}).join(' ')).not.toMatch(/remote-debugging|resolver/);
    expect(argsOf({ url: 'https://127.0.0.1:4433', words: '  --a  --b=c ' })).toEqual(
      expect.arrayContaining(['--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:4433', '--a', '--b=c']),
    );
  });

  it('has a profile that a browser which is gone does not keep locked', () => {
    const locked = (target: string): string => {
      const folder = mkdtempSync(path.join(tmpdir(), 'profile-'));
      symlinkSync(target, path.join(folder, 'SingletonLock'));
      unlockProfile(folder);
      return path.join(folder, 'SingletonLock');
    };
    const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;
    expect(isThere(locked(`${hostname()}-${process.pid}`))).toBe(true);
    expect(isThere(locked('another-container-7'))).toBe(false);
    expect(isThere(locked(`${hostname()}-99999999`))).toBe(false);
    expect(() => unlockProfile('/nowhere')).not.toThrow();
    expect(existsSync('/nowhere')).toBe(false);
  });

  it.each([
    ['auth timeout', 'page_unknown'],
    [new Error('net::ERR_NAME_NOT_RESOLVED at https://web.whatsapp.com/'), 'ENOTFOUND'],
    [new Error('Attempted to use detached Frame'), 'page_lost'],
    [new Error('The browser is already running for /x'), 'profile_in_use'],
    [new Error('Failed to launch the browser process! spawn /x ENOENT'), 'no_browser'],
    [
      Object.assign(new Error("Cannot find package 'whatsapp-web.js'"), { code: 'ERR_MODULE_NOT_FOUND' }),
      'no_library',
    ],
    [new Error('Evaluation failed: hola, soy Ana'), 'page_failed'],
    [undefined, 'page_failed'],
  ])('says %s by a code', (thrown, code) => {
    expect(codeOf(thrown)).toBe(code);
  });
});
