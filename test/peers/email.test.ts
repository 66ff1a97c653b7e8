import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MailServers, missingMailServers, startMailServers } from '../support/mail-servers.ts';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';
import { PNG } from '../support/web-files.ts';

const missing = missingMailServers();
const LEAK = 'Hay un tubo roto en Cerro Viento, el agua se bota desde ayer, dice el señor Núñez.';
const ANA = 'Ana Pérez <ana@correo.example.com>';

describe.skipIf(missing)(`the desk with Postfix, Dovecot and Pigeonhole (${missing ?? 'here'})`, () => {
  let servers: MailServers;
  let desk: RunningDesk;

  beforeAll(async () => {
    servers = await startMailServers();
    desk = await startDesk(settingsIn(servers.settings));
  });

  afterAll(async () => {
    await desk?.stop();
    await servers?.stop();
  });

  afterEach(async () => {
    expect(await brokenPromises(desk.settings)).toEqual([]);
  });

  /** Somebody writes; the next mail they get. */
  async function answerTo(act: () => Promise<unknown>, user = 'ana') {
    const before = (await servers.mailsOf(user)).length;
    await act();
    return eventually(async () => (await servers.mailsOf(user))[before]);
  }

  const write = (mail: object) =>
    answerTo(() => servers.write({ from: ANA, to: '311@desk.example.org', ...mail }));
  const numberIn = (text = '') => /311(-\d{3}){3}/.exec(text)?.[0] ?? '';

  async function file(): Promise<string> {
    const summary = await write({ subject: 'Fuga de agua', text: LEAK });
    const filed = await write({
      subject: `Re: ${summary.subject}`,
      inReplyTo: summary.messageId,
      references: summary.messageId,
      text: 'sí',
    });
    return numberIn(filed.text);
  }

  it('takes a report down, answers in its thread and tells of its change', async () => {
    const began = performance.now();
    const photo = { filename: 'hueco.png', content: PNG };
    const summary = await write({
      subject: 'Fuga de agua',
      text: LEAK,
      html: `<p>${LEAK}</p>`,
      attachments: [photo],
    });
    // Pushed to us, not asked for.
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(summary.from?.text).toBe('"311 Panamá" <311@desk.example.org>');
    expect(summary.subject).toBe('Re: Fuga de agua');
    const filed = await write({
      subject: 'Re: Fuga de agua',
      inReplyTo: summary.messageId,
      references: summary.messageId,
      text: `Sí.\n\nEl lun, 26 oct 2026 a las 10:02, 311 escribió:\n> ${LEAK}`,
    });
    const number = numberIn(filed.text);
    expect(filed.inReplyTo).not.toBe(summary.messageId);
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      description: `Fuga de agua\n${LEAK}`,
      attachments: [{ type: 'image/png' }],
    });
    const news = await answerTo(() => desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' }));
    expect(news).toMatchObject({
      subject: expect.stringContaining(`[${number}]`),
      references: `<case.${number}@desk.example.org>`,
    });
    await eventually(async () => servers.unread() === 0);
  });

  it('knows at once who has no mailbox, and later whose server refused the mail', async () => {
    const lastOf = async (number: string) =>
      (await desk.api('GET', `/cases/${number}/deliveries`)).body.deliveries.at(-1);
    const open = async (address: string) => {
      const reporter = { channel: 'email', address };
      const { body } = await desk.api('POST', '/cases', { kind: 'queja', description: LEAK, reporter });
      return body.number as string;
    };
    const nobody = await open('nadie@correo.example.com');
    await eventually(async () => (await lastOf(nobody)).state === 'rejected');
    expect(await lastOf(nobody)).toMatchObject({ code: '5.1.1', receipt: null });
    const far = await open('alguien@lejos.example.net');
    await eventually(async () => (await lastOf(far)).receipt === 'failed');
    expect(await lastOf(far)).toMatchObject({ state: 'rejected', code: '5.2.2' });
  });

  it('neither answers a holiday’s answer nor causes one', async () => {
    const reporter = { channel: 'email', address: 'vaca@correo.example.com' };
    const told = await answerTo(
      () => desk.api('POST', '/cases', { kind: 'queja', description: LEAK, reporter }),
      'vaca',
    );
    expect(numberIn(told.text)).not.toBe('');
    const before = servers.unread();
    // A plain mail under our name: this one is answered by the server of who is on holiday.
    await servers.write({
      from: '311@desk.example.org',
      to: 'vaca@correo.example.com',
      subject: 'Hola',
      text: 'hola',
    });
    await eventually(async () => servers.unread() === before + 1);
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect((await servers.mailsOf('vaca')).map(({ subject }) => subject).slice(1)).toEqual(['Hola']);
    const [holiday] = (await servers.mailsOf('311')).filter(({ headers }) =>
      /vacation/.test(String(headers.get('auto-submitted'))),
    );
    expect(holiday?.text).toContain('vacaciones');
  });

  it('goes on where it was when the mailbox was away, also with other numbers', async () => {
    const number = await file();
    const before = (await servers.mailsOf('ana')).length;
    const numbering = servers.numbering();
    await servers.stopImap({ forgetNumbers: true });
    const states = async () => (await (await fetch(`${desk.url}/readyz`)).json()) as Record<string, string>;
    await eventually(async () => (await states())['email'] === 'not connected');
    servers.startImap();
    const list = await write({ subject: 'mis casos', text: 'mis casos' });
    expect(list.text).toContain(number);
    expect(servers.numbering()).not.toBe(numbering);
    await new Promise(resolve => setTimeout(resolve, 2_000));
    expect(await servers.mailsOf('ana')).toHaveLength(before + 1);
  }, 60_000);
});
