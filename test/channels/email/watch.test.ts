import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, InboundMessage, Receipt } from '../../../src/channels/channel.ts';
import type { EmailDeps } from '../../../src/channels/email/email.ts';
import { bookmarksInMemory, emailChannel, mailFixtures } from '../../support/email-channel.ts';
import { type Letter, type MailStandIn, startMailStandIn } from '../../support/mail-stand-in.ts';
import { eventually } from '../../support/running-desk.ts';
import { PNG } from '../../support/web-files.ts';

let server: MailStandIn;
let bookmarks: ReturnType<typeof bookmarksInMemory>;
let open: Channel[];
let logged: string[];

beforeEach(async () => {
  server = await startMailStandIn();
  bookmarks = bookmarksInMemory();
  open = [];
  logged = [];
});

afterEach(async () => {
  for (const channel of open) await channel.close?.();
  await server.close();
});

/** A desk's end of the line: what was handed over, and whether it is taken. */
async function watch(more: Partial<EmailDeps> = {}, isOurs?: () => boolean) {
  const got: InboundMessage[] = [];
  const receipts: Receipt[] = [];
  const state = { refuses: 0 };
  const note = (...what: unknown[]) => void logged.push(JSON.stringify(what));
  // Nobody waits for a minute here; a call has its time all the same.
  const timer: EmailDeps['timer'] = (ms, run) => {
    const handle = setTimeout(run, ms === 9_000 ? ms : ms / 50);
    return () => clearTimeout(handle);
  };
  const channel = emailChannel(server, {
    bookmarks,
    timer,
    log: { info: note, warn: note } as never,
    ...more,
  });
  open.push(channel);
  await channel.connect?.(async (messages, news) => {
    if (state.refuses > 0) {
      state.refuses -= 1;
      throw new Error('the disk is full');
    }
    got.push(...messages);
    receipts.push(...news);
  }, isOurs);
  return { channel, got, receipts, state, texts: () => got.map(({ text }) => text) };
}

const write = (text: string, more: Letter = {}) => server.writes({ subject: '', text, ...more });

describe('a mailbox that is watched', () => {
  it('gives what comes, as it comes, in order, and marks it as read', async () => {
    const { texts } = await watch();
    write('uno');
    write('dos');
    await eventually(async () => texts().length === 2);
    expect(texts()).toEqual(['uno', 'dos']);
    await eventually(async () => server.imap.mails.every(({ flags }) => flags.has('\\Seen')));
    expect(server.imap.commands.filter(command => command === 'IDLE').length).toBeGreaterThan(0);
  });

  it('is not read back when it is met for the first time', async () => {
    write('de antes');
    const { texts } = await watch();
    write('de ahora');
    await eventually(async () => texts().length > 0);
    expect(texts()).toEqual(['de ahora']);
    expect(server.imap.mails[0]?.flags.size).toBe(0);
  });

  it('is read on where it was left, with what came while nobody looked', async () => {
    const first = await watch();
    write('uno');
    await eventually(async () => first.got.length === 1);
    await first.channel.close?.();
    for (let i = 0; i < 45; i += 1) write(`mientras ${i}`);
    const second = await watch();
    await eventually(async () => second.got.length === 45);
    expect(second.texts()).toEqual(Array.from({ length: 45 }, (_, i) => `mientras ${i}`));
  });

  it('is read again from where the store last took it', async () => {
    const { state, texts } = await watch();
    state.refuses = 2;
    write('uno');
    await eventually(async () => texts().length === 1);
    expect(logged.join()).toContain('the mailbox cannot be read');
    expect(texts()).toEqual(['uno']);
  });

  it('is read again, and nothing lost, when its numbers changed', async () => {
    const first = await watch();
    write('uno');
    await eventually(async () => first.got.length === 1);
    await first.channel.close?.();
    write('dos');
    server.imap.renumber();
    const second = await watch();
    await eventually(async () => second.got.length === 2);
    expect(second.got.map(({ providerId }) => providerId)).toEqual([
      '<letter-1@correo.example.com>',
      '<letter-2@correo.example.com>',
    ]);
    expect(second.got[0]?.providerId).toBe(first.got[0]?.providerId);
    write('tres');
    await eventually(async () => second.got.length === 3);
  });

  it('answers nothing from before its time, though its times were made anew', async () => {
    const old = { headers: { Date: 'Mon, 26 Oct 2020 10:00:00 -0500' } };
    server.imap.deliver(Buffer.from(mailOf('de hace años', old.headers['Date'])), new Date(0));
    const first = await watch();
    await first.channel.close?.();
    server.imap.deliver(Buffer.from(mailOf('de ahora', new Date().toUTCString())));
    server.imap.renumber({ dates: new Date() });
    const second = await watch();
    await eventually(async () => second.got.length > 0);
    expect(second.texts()).toEqual(['de ahora']);
  });

  it('is opened again when the connection is lost, and says so meanwhile', async () => {
    const { channel, texts } = await watch();
    expect(channel.isUp?.()).toBe(true);
    server.imap.shut(true);
    await eventually(async () => channel.isUp?.() === false);
    write('mientras');
    server.imap.shut(false);
    await eventually(async () => texts().length === 1);
    expect(channel.isUp?.()).toBe(true);
  });

  it('leaves machines unread, and goes on behind them', async () => {
    const { texts, receipts } = await watch();
    for (const name of ['vacation-pigeonhole', 'newsletter', 'dsn-failed', 'dsn-delayed']) {
      server.imap.deliver(mailFixtures()[name] ?? Buffer.alloc(0));
    }
    write('una persona');
    await eventually(async () => texts().length === 1);
    expect(receipts.map(({ state }) => state)).toEqual(['failed', 'delayed']);
    const unread = () => server.imap.mails.filter(({ flags }) => !flags.has('\\Seen'));
    // A mail is marked as read only once the desk has taken it, so the marks come after the texts.
    await eventually(async () => unread().length <= 2);
    expect(unread()).toHaveLength(2);
    expect(logged.join()).toContain('null_sender');
    expect(logged.join()).not.toMatch(/ana@|vacaciones/);
  });

  it('is not held up by a mail the connection breaks on', async () => {
    const { texts } = await watch();
    const bad = write('la rompe');
    server.imap.trouble(new RegExp(`^UID FETCH ${bad.uid} \\(UID BODY\\.PEEK\\[TEXT\\]`), null, 99);
    write('después');
    await eventually(async () => texts().length === 1);
    expect(texts()).toEqual(['después']);
    expect(bad.flags.has('\\Seen')).toBe(false);
  });

  it('cannot be opened with a wrong password, which is said by its code alone', async () => {
    const url = server.settings['IMAP_URL']?.replace(/:[^:@]+@/, ':wrong@') ?? '';
    const channel = emailChannel(server, { settings: { IMAP_URL: url } });
    const error = await channel.connect?.(async () => {}).catch(error => error);
    expect(error.failure).toEqual({ code: 'login_refused', retryable: true });
    expect(channel.isUp?.()).toBe(false);
    await channel.close?.();
  });
});

describe('a mailbox that another process has now', () => {
  const logins = () => server.imap.commands.filter(command => command.startsWith('LOGIN')).length;
  const losses = () => logged.filter(line => line.includes('lease_lost')).length;

  it('is neither read on nor opened again, until it is ours', async () => {
    let isOurs = true;
    const { channel, texts } = await watch({}, () => isOurs);
    await eventually(async () => server.imap.commands.includes('IDLE'));
    isOurs = false;
    write('para el otro proceso');
    await eventually(async () => losses() >= 3);
    expect([texts(), channel.isUp?.(), server.imap.sessions(), logins()]).toEqual([[], false, 0, 1]);
    isOurs = true;
    await eventually(async () => texts().length === 1);
  });

  it('keeps the place that one reads on from, when it changed hands amid a mail', async () => {
    let isOurs = true;
    const { got } = await watch({}, () => isOurs);
    await eventually(async () => server.imap.commands.includes('IDLE'));
    const before = [...bookmarks.kept];
    const push = got.push.bind(got);
    got.push = (...messages) => {
      isOurs = false;
      return push(...messages);
    };
    write('uno');
    const isMoved = () => bookmarks.kept.get(before[0]?.[0] ?? '') !== before[0]?.[1];
    await eventually(async () => losses() > 0 || isMoved());
    expect([got.length, [...bookmarks.kept]]).toEqual([1, before]);
  });
});

function mailOf(text: string, date: string): string {
  return `From: ana@correo.example.com\r\nMessage-ID: <${text.replaceAll(' ', '-')}@c.example.com>\r\nDate: ${date}\r\n\r\n${text}\r\n`;
}

describe('what was sent along', () => {
  it('is fetched when it is wanted, over a connection of its own', async () => {
    const { channel, got } = await watch();
    const pdf = Buffer.from(`%PDF-1.4\n${'x'.repeat(200_000)}`);
    write('foto', {
      files: [
        { type: 'image/png', bytes: PNG },
        { type: 'application/pdf', bytes: pdf },
      ],
    });
    await eventually(async () => got.length === 1);
    const [first, second] = got[0]?.media ?? [];
    if (!first || !second) throw new Error('no files');
    const files = await Promise.all([
      channel.fetch?.(first),
      channel.fetch?.(second),
      channel.fetch?.(first),
    ]);
    expect(files[0]).toEqual(PNG);
    expect(files[1]?.equals(pdf)).toBe(true);
    expect(server.imap.sessions()).toBe(2);
    await eventually(async () => server.imap.sessions() === 1);
  });

  it('is had once the server answers again', async () => {
    const { channel, got } = await watch();
    write('foto', { files: [{ type: 'image/png', bytes: PNG }] });
    await eventually(async () => got.length === 1);
    const [source] = got[0]?.media ?? [];
    if (!source) throw new Error('no file');
    server.imap.shut(true);
    const error = await channel.fetch?.(source).catch(error => error);
    expect(error.failure).toEqual({ code: 'no_answer', retryable: true });
    server.imap.shut(false);
    expect(await channel.fetch?.(source)).toEqual(PNG);
  });

  it.each([
    [{ id: 'mail.1000.99.2' }, 'gone'],
    [{ id: 'mail.1000.1.9' }, 'gone'],
    [{ id: 'mail.7.1.2' }, 'moved'],
    [{ id: 'too_many' }, 'too_many'],
    [{ id: 'mail.1000.1.2 (FLAGS)' }, 'foreign_host'],
    [{ url: 'https://files.example.org/x' }, 'foreign_host'],
  ])('%j is not: %s', async (source, code) => {
    const { channel, got } = await watch();
    write('foto', { files: [{ type: 'image/png', bytes: PNG }] });
    await eventually(async () => got.length === 1);
    const error = await channel.fetch?.(source).catch(error => error);
    expect(error.failure).toEqual({ code, retryable: false });
  });
});
