import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeMail } from '../../../src/channels/email/compose.ts';
import { openMailbox } from '../../../src/channels/email/mailbox.ts';
import { mailboxOf, ownAddressOf, serverOf } from '../../../src/channels/email/settings.ts';
import { createMailTransport } from '../../../src/channels/email/transport.ts';
import { emailOutbound } from '../../support/email-channel.ts';
import { type MailStandIn, startMailStandIn } from '../../support/mail-stand-in.ts';

describe('the settings of mail say', () => {
  it.each([
    [
      'imaps://desk:p%40ss%2F@mail.example.org',
      { host: 'mail.example.org', port: 993, secure: true, isLocal: false },
    ],
    ['imap://desk:x@mail.example.org', { port: 143, secure: false, isLocal: false }],
    ['smtps://desk:x@mail.example.org', { port: 465, secure: true }],
    ['smtp://desk:x@mail.example.org', { port: 587, secure: false, isLocal: false }],
    ['smtp://127.0.0.1:25', { host: '127.0.0.1', port: 25, isLocal: true, auth: null }],
    ['smtp://[::1]:25', { host: '::1', isLocal: true }],
    ['imap://desk:x@127.0.0.1.example.org', { isLocal: false }],
    ['imap://desk:x@localhost', { isLocal: true }],
  ])('where a server is: %s', (url, server) => {
    expect(serverOf(url)).toMatchObject(server);
  });

  it('who logs in, whatever marks the password has', () => {
    expect(serverOf('imaps://desk%40example.org:p%40ss%2F%25@mail.example.org').auth).toEqual({
      user: 'desk@example.org',
      pass: 'p@ss/%',
    });
  });

  it('which mailbox is read', () => {
    const of = (IMAP_URL: string) => mailboxOf({ EMAIL_ADDRESS: '', SMTP_URL: '', IMAP_URL });
    expect(of('imaps://a:b@c.example.org')).toBe('INBOX');
    expect(of('imaps://a:b@c.example.org/Archivo%20311')).toBe('Archivo 311');
  });

  it('who we are', () => {
    const of = (EMAIL_ADDRESS: string) => ownAddressOf({ EMAIL_ADDRESS, IMAP_URL: '', SMTP_URL: '' });
    expect(of('311@Example.ORG')).toEqual({ address: '311@example.org', name: null });
    expect(of('"311, Panamá" <311@example.org>')).toEqual({
      address: '311@example.org',
      name: '311, Panamá',
    });
    expect(of('311 <x>')).toBeNull();
  });
});

describe('name and password go over no open line to another machine', () => {
  let standIn: MailStandIn;
  beforeAll(async () => {
    standIn = await startMailStandIn();
  });
  afterAll(() => standIn.close());

  it('to read', async () => {
    const server = serverOf(standIn.settings['IMAP_URL'] ?? '');
    await expect(openMailbox({ ...server, isLocal: false }, 'INBOX')).rejects.toThrow();
    expect(standIn.imap.commands.filter(command => command.startsWith('LOGIN'))).toEqual([]);
    (await openMailbox(server, 'INBOX')).close();
  });

  it('to send', async () => {
    const server = serverOf(standIn.settings['SMTP_URL'] ?? '');
    const mail = composeMail({ address: standIn.address, name: null }, emailOutbound());
    const open = createMailTransport({ ...server, isLocal: false });
    await expect(open.send(mail)).rejects.toMatchObject({ failure: { code: 'ETLS', retryable: true } });
    expect(standIn.sent).toEqual([]);
    open.close();
    const local = createMailTransport(server);
    await local.send(mail);
    await local.verify();
    expect(standIn.sent).toHaveLength(1);
    local.close();
  });
});
