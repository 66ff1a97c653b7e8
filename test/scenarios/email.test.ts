import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailFixtures } from '../support/email-channel.ts';
import { type Letter, type MailStandIn, type SentMail, startMailStandIn } from '../support/mail-stand-in.ts';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';
import { jpegWith, PNG } from '../support/web-files.ts';

const LEAK = 'Hay un tubo roto en Cerro Viento, el agua se bota desde ayer.';

let server: MailStandIn;
let desk: RunningDesk;

beforeEach(async () => {
  server = await startMailStandIn();
  desk = await startDesk(settingsIn(server.settings));
});

afterEach(async () => {
  await desk.stop();
  await server.close();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

/** Does it and waits for one more mail from the office. */
async function answerTo(act: () => unknown): Promise<SentMail> {
  const before = server.sent.length;
  await act();
  return eventually(async () => server.sent[before]);
}

const write = (letter: Letter): Promise<SentMail> => answerTo(() => server.writes(letter));

function numberIn({ text }: SentMail): string {
  return /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
}

/** Files the leak; the mail that says so. */
async function file(more: Letter = {}): Promise<SentMail> {
  const summary = await write({ subject: 'Fuga de agua', text: LEAK, ...more });
  return write({
    answers: summary,
    text: 'Sí\n\nEl lun, 26 oct 2026 a las 10:02, 311 escribió:\n> 1. Sí\n> 2. No',
  });
}

async function silence(): Promise<number> {
  await new Promise(resolve => setTimeout(resolve, 600));
  return server.sent.length;
}

describe('a citizen who writes mails', () => {
  it('has a case after a letter and a "sí", in one thread that bears its number', async () => {
    const summary = await write({ subject: 'Fuga de agua', text: LEAK });
    expect(summary).toMatchObject({
      ...{
        to: 'ana@correo.example.com',
        subject: 'Re: Fuga de agua',
        inReplyTo: '<letter-1@correo.example.com>',
      },
      text: expect.stringMatching(/1\. [\s\S]*2\. /),
    });
    const filed = await write({ answers: summary, text: 'si, gracias' });
    const number = numberIn(filed);
    expect(filed.subject).toBe(`Re: Fuga de agua [${number}]`);
    expect(filed.references).toContain(`<case.${number}@desk.example.org>`);
    const { body } = await desk.api('GET', `/cases/${number}`);
    expect(body).toMatchObject({
      ...{ status: 'assigned', service: 'water-leak' },
      reporter: { channel: 'email', address: 'ana@correo.example.com', name: 'Ana Pérez' },
      description: `Fuga de agua\n${LEAK}`,
    });
  });

  it('is told of changes in the case’s thread, and what they answer there goes to that case', async () => {
    const number = numberIn(await file());
    const news = await answerTo(() => desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' }));
    expect(news).toMatchObject({
      subject: expect.stringContaining(`[${number}]`),
      references: [`<case.${number}@desk.example.org>`],
    });
    const added = await write({ answers: news, text: 'El hueco ya mide un metro.' });
    expect(added.text).toContain(number);
    const { body } = await desk.api('GET', `/cases/${number}`);
    expect(body.description).toContain('El hueco ya mide un metro.');
  });

  it('answers in the thread of the one case, though another is newer', async () => {
    const first = numberIn(await file());
    const light = { subject: 'Luminaria', text: 'El poste de luz no prende en Betania, calle 5.' };
    const second = await write(light).then(summary => write({ answers: summary, text: 'sí' }));
    expect(numberIn(second)).not.toBe(first);
    const news = await answerTo(() => desk.api('POST', `/cases/${first}/status`, { status: 'in_progress' }));
    await write({ answers: news, text: 'Todavía no ha venido nadie.' });
    const [old, newer] = await Promise.all(
      [first, numberIn(second)].map(async n => (await desk.api('GET', `/cases/${n}`)).body.description),
    );
    expect(old).toContain('Todavía no ha venido nadie.');
    expect(newer).not.toContain('Todavía no ha venido nadie.');
  });

  it('sends photos along, and is told when there were too many or too strange ones', async () => {
    const png = { type: 'image/png', bytes: PNG };
    const other = [1, 2, 3, 6].map(orientation => ({ type: 'image/jpeg', bytes: jpegWith({ orientation }) }));
    const summary = await write({
      text: LEAK,
      files: [png, ...other, { type: 'application/x-sh', bytes: Buffer.from('rm') }],
    });
    expect(summary.text).toContain('no se pudo abrir');
    const number = numberIn(await write({ answers: summary, text: 'sí' }));
    const { body } = await desk.api('GET', `/cases/${number}`);
    expect(body.attachments).toHaveLength(5);
    const file = await fetch(`${desk.url}/api/v1/cases/${number}/attachments/${body.attachments[0].id}`, {
      headers: { authorization: 'Bearer an-operator-key-for-tests-0123456789' },
    });
    expect(Buffer.from(await file.arrayBuffer()).subarray(0, 4)).toEqual(PNG.subarray(0, 4));
  });

  it('has a file kept as what it is, and none that is not what it says', async () => {
    const page = Buffer.from(
      '<!doctype html><script>fetch("https://evil.example")</script>'.padEnd(600, ' '),
    );
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 0x90)]);
    const summary = await write({
      text: LEAK,
      files: [
        { type: 'image/jpeg', bytes: page },
        { type: 'image/png', bytes: program },
        { type: 'application/pdf', bytes: PNG },
      ],
    });
    expect(summary.text).toContain('no se pudo abrir');
    const number = numberIn(await write({ answers: summary, text: 'sí' }));
    const { attachments } = (await desk.api('GET', `/cases/${number}`)).body;
    expect(attachments.map(({ type }: { type: string }) => type)).toEqual(['image/png']);
  });

  it('is answered when a letter bears two hundred files, of which ten are kept', async () => {
    const files = Array.from({ length: 200 }, (_, i) => {
      const scan = Buffer.from([0x12, i, 0x34]);
      return { type: 'image/jpeg', bytes: jpegWith({ scan }) };
    });
    const summary = await write({ text: LEAK, files });
    expect(summary.text).toContain('no se pudo abrir');
    const number = numberIn(await write({ answers: summary, text: 'sí' }));
    expect((await desk.api('GET', `/cases/${number}`)).body.attachments).toHaveLength(10);
  }, 120_000);

  it('is written to no more after BAJA, and again after INICIAR', async () => {
    const number = numberIn(await file());
    await write({ text: 'BAJA', subject: '' });
    const before = server.sent.length;
    await desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' });
    expect(await silence()).toBe(before);
    expect((await write({ text: 'iniciar', subject: '' })).to).toBe('ana@correo.example.com');
  });

  it('is shown to staff with what our own mail server found out about them', async () => {
    const checked =
      'mx.desk.example.org; spf=pass smtp.mailfrom=ana@correo.example.com; dkim=none; dmarc=fail';
    await write({ text: 'quiero hablar con una persona', headers: { 'Authentication-Results': checked } });
    const [talk] = (await desk.api('GET', '/conversations?state=waiting')).body.conversations;
    const { body } = await desk.api('GET', `/conversations/${talk.id}`);
    expect(body.messages[0]).toMatchObject({ authenticity: { spf: 'pass', dkim: 'none', dmarc: 'fail' } });
    const told = await answerTo(async () => {
      await desk.api('POST', `/conversations/${talk.id}/take`, {});
      await desk.api('POST', `/conversations/${talk.id}/reply`, {
        text: 'Le habla Marta. ¿En qué le ayudo?',
      });
    });
    expect(told.text).toBe('Le habla Marta. ¿En qué le ayudo?');
  });

  it('gets the numbers first when somebody is in danger', async () => {
    const { text } = await write({
      subject: 'Ayuda',
      text: 'Se está quemando la casa del vecino en Río Abajo',
    });
    expect(text).toContain('103');
  });

  it('is told by another sender’s name nothing of their cases', async () => {
    const number = numberIn(await file());
    const { text, to } = await write({
      from: 'Otro <otro@ladron.example.com>',
      text: `¿cómo va ${number}?`,
      subject: '',
    });
    expect(to).toBe('otro@ladron.example.com');
    expect(text).not.toContain('tubo');
    const reply = await write({
      text: 'mis casos',
      subject: '',
      headers: { 'Reply-To': 'otro@ladron.example.com' },
    });
    expect(reply).toMatchObject({ to: 'ana@correo.example.com', text: expect.stringContaining(number) });
  });
});

describe('a desk with a mailbox', () => {
  it('reads what was written while it was away, once, though the mailbox was numbered anew', async () => {
    const filed = await file();
    await desk.stop();
    server.writes({ subject: 'mis casos', text: 'mis casos' });
    server.imap.renumber();
    desk = await desk.again();
    const { text } = await answerTo(() => {});
    expect(text).toContain(numberIn(filed));
    expect(await silence()).toBe(3);
  });

  it('answers no machine', async () => {
    for (const name of [
      'vacation-pigeonhole',
      'exchange-auto-reply',
      'newsletter',
      'mailing-list',
      'qmail-bounce',
    ]) {
      server.imap.deliver(mailFixtures()[name] ?? Buffer.alloc(0));
    }
    expect(await silence()).toBe(0);
    await write({ text: 'hola' });
  });

  it('stops by itself when a machine that hides what it is answers every mail', async () => {
    await desk.stop();
    // A clock so quick that nobody takes it for a flood; a day is still longer than this test.
    const began = performance.now();
    const now = () => new Date(Date.UTC(2026, 9, 26, 12) + (performance.now() - began) * 100);
    desk = await desk.again({ now });
    const robot = { from: 'robot@maquina.example.com', subject: 'Recibido' };
    const answer = (n: number) => `Hemos recibido su mensaje numero ${n}.`;
    server.writes({ ...robot, text: answer(0) });
    let answered = 0;
    for (let quietSince = performance.now(); answered < 60 || performance.now() - quietSince < 3_000; ) {
      const mail = server.sent[answered];
      if (mail) {
        answered += 1;
        quietSince = performance.now();
        server.writes({ ...robot, answers: mail, text: answer(answered) });
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    expect(answered).toBe(60);
    expect((await write({ text: 'hola' })).to).toBe('ana@correo.example.com');
  }, 90_000);

  it('shows with a case what came back, and what is late', async () => {
    const number = numberIn(await file());
    await answerTo(() => desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' }));
    const id = server.sent.at(-1)?.envelopeId ?? '';
    const report = (name: string) =>
      server.imap.deliver(Buffer.from((mailFixtures()[name]?.toString() ?? '').replaceAll('a1b2c3', id)));
    const last = async () => (await desk.api('GET', `/cases/${number}/deliveries`)).body.deliveries.at(-1);
    report('dsn-delayed');
    await eventually(async () => (await last()).receipt === 'delayed');
    expect(await last()).toMatchObject({ channel: 'email', state: 'accepted', code: '4.4.1' });
    report('dsn-failed');
    await eventually(async () => (await last()).receipt === 'failed');
    expect(await last()).toMatchObject({ state: 'rejected', code: '5.1.1' });
  });

  it('shows that the mailbox cannot be reached, and serves the others', async () => {
    server.imap.shut(true);
    const states = async () => (await (await fetch(`${desk.url}/readyz`)).json()) as Record<string, string>;
    await eventually(async () => (await states())['email'] === 'not connected');
    expect(await states()).toMatchObject({ web: 'ok', store: 'ok' });
    server.imap.shut(false);
    await eventually(async () => (await states())['email'] === 'ok');
    await write({ text: 'hola' });
  });

  it('sends what a sick server would not take, once it does', async () => {
    server.trouble({ data: '451 4.3.0 later' }, { data: 'cut' });
    const { messageId } = await write({ text: 'hola' });
    const again = await eventually(async () => server.sent[1]);
    expect(again.messageId).toBe(messageId);
  });
});
