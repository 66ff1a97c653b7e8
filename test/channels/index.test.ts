import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { CHANNELS, capabilitiesOfKnown, channelProblems, openChannels } from '../../src/channels/index.ts';
import { openTerminal } from '../../src/channels/terminal.ts';
import { openWeb } from '../../src/channels/web.ts';
import { CHANNEL_SETTINGS, readSettings } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { channelContract } from '../contracts/channel.ts';

const deps = {
  publicUrl: () => 'https://311.example.org',
  now: () => new Date(),
  random: randomBytes,
  log: pino({ level: 'silent' }),
  templates: new Map(),
  listLabel: 'Opciones',
  spend: async () => null,
  bookmarks: { read: async () => null, write: async () => {} },
  dataDir: '/nowhere',
};
const SMS = {
  TWILIO_ACCOUNT_SID: 'AC1',
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_SMS_FROM: '+5076000000',
};
const TELEGRAM = { TELEGRAM_BOT_TOKEN: '777000111:stand-in_token-of_telegram-0001' };
const WHATSAPP = {
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_ACCESS_TOKEN: 'token',
  WHATSAPP_APP_SECRET: 'secret',
  WHATSAPP_VERIFY_TOKEN: 'words of ours',
};
const MESSENGER = {
  MESSENGER_PAGE_ID: '1067280970047460',
  MESSENGER_ACCESS_TOKEN: 'token',
  MESSENGER_APP_SECRET: 'secret',
  MESSENGER_VERIFY_TOKEN: 'words of ours',
};
const EMAIL = {
  EMAIL_ADDRESS: '311 Panamá <311@example.org>',
  IMAP_URL: 'imaps://desk:secret@imap.example.org',
  SMTP_URL: 'smtps://desk:secret@smtp.example.org',
};
const X = {
  ...{ X_ACCOUNT_ID: '1111111111111111111', X_CONSUMER_KEY: 'k', X_CONSUMER_SECRET: 's' },
  ...{ X_ACCESS_TOKEN: 't', X_ACCESS_SECRET: 'a' },
};
const BOT = {
  BOT_FRAMEWORK_APP_ID: '11111111-2222-4333-8444-555555555555',
  BOT_FRAMEWORK_APP_PASSWORD: 'p',
};
const open = (settings: Record<string, string>) => openChannels(new Map(Object.entries(settings)), deps);

async function problemsOf(settings: Record<string, string>): Promise<string[]> {
  const error = await open(settings).catch(error => error);
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).problems.map(({ where }) => where);
}

describe('the channels of a desk', () => {
  const terminals = [
    'terminal',
    'terminal-web',
    'terminal-sms',
    'terminal-whatsapp',
    'terminal-whatsapp-twilio',
    'terminal-whatsapp-web',
    'terminal-messenger',
    'terminal-telegram',
    'terminal-x',
    'terminal-bot-framework',
    'terminal-email',
  ];

  it('are the web and the terminals when nothing is set', async () => {
    expect([...(await open({})).keys()]).toEqual(['web', ...terminals]);
  });

  it('include WhatsApp by a browser only when somebody says on, and nothing else', async () => {
    expect([...(await open({ WHATSAPP_WEB: 'on' })).keys()]).toEqual(['web', 'whatsapp-web', ...terminals]);
    for (const word of ['off', 'true', 'On', '1']) {
      expect(await problemsOf({ WHATSAPP_WEB: word })).toEqual(['WHATSAPP_WEB']);
    }
    expect(await problemsOf({ WHATSAPP_WEB_BROWSER: '/usr/bin/chromium' })).toEqual(['WHATSAPP_WEB']);
    const wrong = { WHATSAPP_WEB: 'on', WHATSAPP_WEB_BROWSER: 'chromium', WHATSAPP_WEB_API_URL: 'x' };
    expect(await problemsOf(wrong)).toEqual(['WHATSAPP_WEB_BROWSER', 'WHATSAPP_WEB_API_URL']);
  });

  it('include SMS when all it needs is set, without calling anybody', async () => {
    const channels = await open(SMS);
    expect([...channels.keys()]).toEqual(['web', 'sms', ...terminals]);
    expect(channels.get('sms')?.account).toBe('+5076000000');
  });

  it('include Telegram when its token is set, under the bot’s own id', async () => {
    const channels = await open(TELEGRAM);
    expect([...channels.keys()]).toEqual(['web', 'telegram', ...terminals]);
    expect(channels.get('telegram')?.account).toBe('777000111');
  });

  it('include X when all it needs is set', async () => {
    const channels = await open(X);
    expect([...channels.keys()]).toEqual(['web', 'x', ...terminals]);
    expect(channels.get('x')?.account).toBe('1111111111111111111');
  });

  it('include the Bot Framework when its app id and password are set', async () => {
    const channels = await open(BOT);
    expect([...channels.keys()]).toEqual(['web', 'bot-framework', ...terminals]);
    expect(channels.get('bot-framework')?.account).toBe(BOT.BOT_FRAMEWORK_APP_ID);
  });

  it('include WhatsApp when all it needs is set, under the id of the number', async () => {
    const channels = await open(WHATSAPP);
    expect([...channels.keys()]).toEqual(['web', 'whatsapp', ...terminals]);
    expect(channels.get('whatsapp')?.account).toBe('106540352242922');
    expect(await problemsOf({ WHATSAPP_ACCESS_TOKEN: 'x' })).toEqual([
      ...['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'],
    ]);
  });

  it('include Messenger when all it needs is set, under the id of the page', async () => {
    const channels = await open(MESSENGER);
    expect([...channels.keys()]).toEqual(['web', 'messenger', ...terminals]);
    expect(channels.get('messenger')?.account).toBe('1067280970047460');
    expect(await problemsOf({ MESSENGER_PAGE_ID: '1067280970047460' })).toHaveLength(3);
  });

  it.each([
    [{ ...MESSENGER, MESSENGER_PAGE_ID: 'mi página' }, 'MESSENGER_PAGE_ID'],
    [{ ...MESSENGER, MESSENGER_ACCESS_TOKEN: 'ñ' }, 'MESSENGER_ACCESS_TOKEN'],
    [{ ...MESSENGER, MESSENGER_API_URL: '/graph' }, 'MESSENGER_API_URL'],
    [{ ...WHATSAPP, WHATSAPP_PHONE_NUMBER_ID: '+507 6000-0000' }, 'WHATSAPP_PHONE_NUMBER_ID'],
    [{ ...WHATSAPP, WHATSAPP_ACCESS_TOKEN: 'a token' }, 'WHATSAPP_ACCESS_TOKEN'],
    [{ ...WHATSAPP, WHATSAPP_API_URL: 'ftp://x' }, 'WHATSAPP_API_URL'],
  ])('refuse %j for its %s alone', async (settings, where) => {
    expect(await problemsOf(settings)).toEqual([where]);
  });

  it('include WhatsApp through Twilio with or without SMS, on one account', async () => {
    const { TWILIO_SMS_FROM: _sms, ...account } = SMS;
    const both = { ...SMS, TWILIO_WHATSAPP_FROM: 'whatsapp:+5076000001' };
    expect([...(await open(both)).keys()]).toEqual(['web', 'sms', 'whatsapp-twilio', ...terminals]);
    const alone = await open({ ...account, TWILIO_WHATSAPP_FROM: '+5076000001' });
    expect([...alone.keys()]).toEqual(['web', 'whatsapp-twilio', ...terminals]);
    expect(alone.get('whatsapp-twilio')?.account).toBe('+5076000001');
    expect(await problemsOf({ TWILIO_WHATSAPP_FROM: '+5076000001' })).toEqual([
      ...['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
    ]);
    expect(await problemsOf({ ...both, TWILIO_ACCOUNT_SID: 'XX', TWILIO_WHATSAPP_FROM: 'ana' })).toEqual([
      ...['TWILIO_ACCOUNT_SID', 'TWILIO_WHATSAPP_FROM'],
    ]);
  });

  it('include e-mail when its three settings are there, under its bare address', async () => {
    const channels = await open(EMAIL);
    expect([...channels.keys()]).toEqual(['web', 'email', ...terminals]);
    expect(channels.get('email')?.account).toBe('311@example.org');
  });

  it('refuse a half-set channel, naming each missing setting', async () => {
    expect(await problemsOf({ TWILIO_SMS_FROM: '+5076000000' })).toEqual([
      'TWILIO_ACCOUNT_SID',
      'TWILIO_AUTH_TOKEN',
    ]);
    expect(await problemsOf({ TWILIO_API_URL: 'http://127.0.0.1:1' })).toHaveLength(3);
    expect(channelProblems(new Map([['TWILIO_AUTH_TOKEN', 'x']])).map(({ where }) => where)).toEqual([
      'TWILIO_ACCOUNT_SID',
      'TWILIO_SMS_FROM',
    ]);
    expect(channelProblems(new Map(Object.entries({ ...SMS, ...TELEGRAM, ...X, ...BOT })))).toEqual([]);
    expect(await problemsOf({ EMAIL_ADDRESS: '311@example.org' })).toEqual(['IMAP_URL', 'SMTP_URL']);
    expect(await problemsOf({ BOT_FRAMEWORK_APP_PASSWORD: 'p' })).toEqual(['BOT_FRAMEWORK_APP_ID']);
    expect(await problemsOf({ X_ACCOUNT_ID: '1', X_API_URL: 'https://x.example' })).toHaveLength(4);
    expect(await problemsOf({ TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-some-length' })).toEqual([
      'TELEGRAM_BOT_TOKEN',
    ]);
  });

  it('may have any setting in a file, and are refused by its name when it is set both ways', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'secrets-')), 'token');
    writeFileSync(file, `${TELEGRAM.TELEGRAM_BOT_TOKEN}\n`);
    const { channels } = readSettings({ env: { TELEGRAM_BOT_TOKEN_FILE: file }, file: null });
    expect((await openChannels(channels, deps)).get('telegram')?.account).toBe('777000111');
    const twice = CHANNEL_SETTINGS.flatMap(name => [
      [name, 'x'],
      [`${name}_FILE`, file],
    ]);
    const read = () => readSettings({ env: Object.fromEntries(twice), file: null });
    expect(read).toThrow(ConfigError);
    for (const name of CHANNEL_SETTINGS) {
      expect(read).toThrow(`${name}_FILE: set either ${name} or ${name}_FILE, not both`);
    }
  });

  it('refuse settings that cannot be right, all at once and without repeating them', async () => {
    const wrong = {
      TWILIO_ACCOUNT_SID: 'XX1',
      TWILIO_AUTH_TOKEN: 't',
      TWILIO_SMS_FROM: 'mi número',
      TWILIO_API_URL: 'ftp://x',
    };
    expect(await problemsOf(wrong)).toEqual(['TWILIO_ACCOUNT_SID', 'TWILIO_API_URL', 'TWILIO_SMS_FROM']);
    expect(String(await open(wrong).catch(error => error))).not.toMatch(/XX1|mi número|ftp:/);
  });

  it.each([
    [{ TELEGRAM_BOT_TOKEN: 'bot 1' }, 'TELEGRAM_BOT_TOKEN'],
    [{ ...TELEGRAM, TELEGRAM_WEBHOOK_SECRET: 'ñ'.repeat(20) }, 'TELEGRAM_WEBHOOK_SECRET'],
    [{ ...TELEGRAM, TELEGRAM_WEBHOOK_SECRET: 'short' }, 'TELEGRAM_WEBHOOK_SECRET'],
    [
      { ...TELEGRAM, TELEGRAM_WEBHOOK_SECRET: 'x'.repeat(16), TELEGRAM_WEBHOOK_SECRET_SECONDARY: 'short' },
      'TELEGRAM_WEBHOOK_SECRET_SECONDARY',
    ],
    [{ ...TELEGRAM, TELEGRAM_WEBHOOK_SECRET_SECONDARY: 'x'.repeat(16) }, 'TELEGRAM_WEBHOOK_SECRET_SECONDARY'],
    [{ ...TELEGRAM, TELEGRAM_API_URL: 'ftp://x' }, 'TELEGRAM_API_URL'],
    [{ ...X, X_ACCOUNT_ID: '@Ejemplo' }, 'X_ACCOUNT_ID'],
    [{ ...X, X_API_URL: 'api.x.com' }, 'X_API_URL'],
    [{ ...BOT, BOT_FRAMEWORK_APP_ID: 'desk' }, 'BOT_FRAMEWORK_APP_ID'],
    [{ ...BOT, BOT_FRAMEWORK_TENANT_ID: 'a/b' }, 'BOT_FRAMEWORK_TENANT_ID'],
    [{ ...BOT, BOT_FRAMEWORK_API_URL: 'x' }, 'BOT_FRAMEWORK_API_URL'],
    [{ ...EMAIL, EMAIL_ADDRESS: 'la oficina' }, 'EMAIL_ADDRESS'],
    [{ ...EMAIL, EMAIL_ADDRESS: 'a@b.org, c@d.org' }, 'EMAIL_ADDRESS'],
    [{ ...EMAIL, IMAP_URL: 'https://mail.example.org' }, 'IMAP_URL'],
    [{ ...EMAIL, IMAP_URL: 'imaps://imap.example.org' }, 'IMAP_URL'],
    [{ ...EMAIL, SMTP_URL: 'smtps://desk@smtp.example.org' }, 'SMTP_URL'],
    [{ ...EMAIL, SMTP_URL: 'smtp.example.org' }, 'SMTP_URL'],
    [{ ...EMAIL, EMAIL_AUTHSERV_ID: 'mx 1' }, 'EMAIL_AUTHSERV_ID'],
  ])('refuse %j for its %s alone', async (settings, where) => {
    expect(await problemsOf(settings)).toEqual([where]);
  });

  it('read only settings that the configuration knows', () => {
    const read = CHANNELS.flatMap(({ settings }) => [...settings.required, ...settings.optional]);
    expect(read.filter(name => !CHANNEL_SETTINGS.includes(name))).toEqual([]);
  });
});

channelContract('web', { open: async () => openWeb() });

it('the web can carry an anonymous report, and sends nothing', () => {
  expect(openWeb().capabilities).toMatchObject({ anonymous: true, pull: true, media: true, location: true });
  expect(openWeb().capabilities.choices?.most).toBe(10);
});

channelContract('terminal', { open: async () => openTerminal() });
channelContract('terminal-sms', {
  open: async () => openTerminal('terminal-sms', capabilitiesOfKnown('sms') ?? undefined),
});

it('a terminal has the limits of the channel it stands in for, and is read', async () => {
  const channels = await open({});
  expect(channels.get('terminal-sms')?.capabilities).toMatchObject({
    ...{ textLimit: 1_600, alphabet: 'gsm7', choices: null, pull: true, replyWindowMs: null },
  });
  expect(channels.get('terminal-web')?.capabilities).toMatchObject({
    choices: { most: 10 },
    anonymous: true,
  });
});

it('what a channel can carry is known without opening it', async () => {
  const channels = await open({
    ...SMS,
    TWILIO_WHATSAPP_FROM: '+5076000001',
    ...WHATSAPP,
    ...MESSENGER,
    ...TELEGRAM,
    ...X,
    ...BOT,
    ...EMAIL,
    WHATSAPP_WEB: 'on',
  });
  for (const { id, capabilities } of CHANNELS) expect(channels.get(id)?.capabilities).toEqual(capabilities);
  expect(capabilitiesOfKnown('carrier-pigeon')).toBeNull();
});
