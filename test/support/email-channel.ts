import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import type { OutboundMessage } from '../../src/channels/channel.ts';
import { type EmailDeps, openEmail } from '../../src/channels/email/email.ts';
import type { Listed, Mailbox } from '../../src/channels/email/mailbox.ts';
import { type Read, type Reader, readMail } from '../../src/channels/email/read-mail.ts';
import type { EmailSettings } from '../../src/channels/email/settings.ts';
import type { Part } from '../../src/channels/email/structure.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import type { MailStandIn } from './mail-stand-in.ts';
import { type MimePart, parseMime, partAt } from './mime-tree.ts';

/** When these tests are played. */
export const NOW = new Date('2026-10-26T15:00:00Z');

const NOWHERE: Record<string, string> = {
  EMAIL_ADDRESS: '311 Panamá <311@desk.example.org>',
  IMAP_URL: 'imap://desk:secret@127.0.0.1:9',
  SMTP_URL: 'smtp://desk:secret@127.0.0.1:9',
};

/** Bookmarks that last as long as the test. */
export function bookmarksInMemory(): EmailDeps['bookmarks'] & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: async name => kept.get(name) ?? null,
    write: async (name, value) => void kept.set(name, value),
  };
}

/** The channel against a stand-in, or against nobody. */
export function emailChannel(
  standIn?: Pick<MailStandIn, 'settings'>,
  { settings = {}, ...more }: Partial<EmailDeps> & { settings?: Record<string, string> } = {},
) {
  return openEmail({ ...(standIn?.settings ?? NOWHERE), ...settings } as unknown as EmailSettings, {
    ...{ bookmarks: bookmarksInMemory(), spend: async () => null, now: () => new Date() },
    timer: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    log: pino({ level: 'silent' }),
    ...more,
  });
}

/** Something to send. */
export function emailOutbound(more: Partial<OutboundMessage> = {}, text = 'hola'): OutboundMessage {
  return {
    ...{ id: 'a1b2', account: '311@desk.example.org', address: 'ana@correo.example.com' },
    ...{ part: { text, choices: [] }, asks: 'none', class: 'reply', form: 'free' },
    ...more,
  };
}

/** The mails of `test/fixtures/email` by their file's name: real shapes, written by hand. */
export function mailFixtures(): Record<string, Buffer> {
  const folder = path.join(PROJECT_ROOT, 'test', 'fixtures', 'email');
  return Object.fromEntries(
    readdirSync(folder).map(name => {
      const text = readFileSync(path.join(folder, name), 'latin1').replace(/\r?\n/g, '\r\n');
      return [name.replace(/\.eml$/, ''), Buffer.from(text, 'latin1')];
    }),
  );
}

const READER: Reader = {
  ...{ channel: 'email', account: '311@desk.example.org', domain: 'desk.example.org', now: () => NOW },
  server: 'mx.desk.example.org',
  hash: bytes => createHash('sha256').update(bytes).digest('hex'),
};

/** What the channel reads in a mail, without any server. */
export function readRaw(raw: Buffer, more: Partial<Reader> = {}): Promise<Read> {
  const root = parseMime(raw);
  const box: Pick<Mailbox, 'text' | 'source' | 'validity'> = {
    validity: '1000',
    source: async () => raw,
    text: async (_uid, { part }) =>
      (part === undefined ? root.body : partAt(root, part)?.body) ?? Buffer.alloc(0),
  };
  const mail: Listed = { uid: 7, at: NOW, head: root.header, structure: structureOf(root) };
  return readMail({ ...READER, ...more }, box, mail);
}

/** As the library gives a BODYSTRUCTURE. */
function structureOf({ path: part, type, parameters, encoding, id, body, ...more }: MimePart): Part {
  return {
    ...(part === '' ? {} : { part }),
    ...{ type, parameters, encoding, size: body.length },
    ...(id === null ? {} : { id }),
    ...(more.disposition === null
      ? {}
      : { disposition: more.disposition, dispositionParameters: more.dispositionParameters }),
    ...(more.children.length > 0 ? { childNodes: more.children.map(structureOf) } : {}),
  };
}
