import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailFixtures, readRaw } from '../../support/email-channel.ts';
import { rawOf } from '../../support/mail-stand-in.ts';

const MAILS = mailFixtures();

function fixture(name: string): Buffer {
  const raw = MAILS[name];
  if (!raw) throw new Error(`no mail ${name}`);
  return raw;
}

async function messageIn(raw: Buffer) {
  const read = await readRaw(raw);
  if (!('message' in read)) throw new Error(JSON.stringify(read));
  return read.message;
}

describe('a letter is read', () => {
  it.each([
    [
      'gmail-new',
      'Fuga de agua en la calle 12\nBuenos días:\n\nDesde el viernes se bota el agua en la calle 12 de Río Abajo, frente a la escuela.\n\nGracias,\nAna',
    ],
    ['gmail-reply', 'Sí, es correcto.'],
    ['outlook-reply', 'Todavía no ha venido nadie, y el hueco es más grande.'],
    ['apple-mail-photo', 'Hueco\nEste es el hueco:\n\nEstá en la vía España.'],
    ['html-only', 'Basura\nHace dos semanas no pasa la basura en Betania.'],
    ['latin1-8bit', 'Semáforo\nEl semáforo de la avenida Perú está dañado.'],
    ['thunderbird-between', 'En la calle 50, frente al banco.\nDesde el lunes.'],
    ['auto-submitted-no', 'Agua\nNo hay agua en Bethania.'],
    ['without-message-id', 'Agua\nNo hay agua en Pedregal.'],
    ['signed-with-invitation', 'Reunion\nFalta una tapa de alcantarilla en Calidonia.'],
    ['firm-footer', 'Luminaria\nLa luminaria del poste 14 está apagada en Las Cumbres.'],
    ['stop', 'BAJA'],
  ])('%s', async (name, text) => {
    expect((await messageIn(fixture(name))).text).toBe(text);
  });

  it('that was passed on, when nothing else is in it', async () => {
    const { text } = await messageIn(fixture('forwarded'));
    expect(text).toContain('Fuga en el edificio');
    expect(text).toContain('Se rompió el tubo del agua frente al edificio Mar, en Bella Vista.');
  });

  it('with who wrote it, when, and its id', async () => {
    expect(await messageIn(fixture('gmail-new'))).toMatchObject({
      ...{ channel: 'email', account: '311@desk.example.org', address: 'ana.perez@correo.example.com' },
      ...{ name: 'Ana Pérez', providerId: '<CAKx9y+1=abcdEFGh@mail.gmail.com>' },
      sentAt: new Date('2026-10-26T15:00:00Z'),
    });
  });

  it('under the same id each time, though it has none of its own', async () => {
    const once = await messageIn(fixture('without-message-id'));
    expect(once.providerId).toMatch(/^<[0-9a-f]{64}>$/);
    expect((await messageIn(fixture('without-message-id'))).providerId).toBe(once.providerId);
    const other = Buffer.from(fixture('without-message-id').toString().replace('10:00:02', '10:00:03'));
    expect((await messageIn(other)).providerId).not.toBe(once.providerId);
  });

  it('as the answer to ours, and as about the case whose thread it stands in', async () => {
    expect(await messageIn(fixture('gmail-reply'))).toMatchObject({ replyTo: '<v.a1b2c3@desk.example.org>' });
    expect(await messageIn(fixture('gmail-reply'))).not.toHaveProperty('about');
    expect(await messageIn(fixture('outlook-reply'))).toMatchObject({ about: '311-483-920-712' });
    const headers = { References: '<case.311-000-111-222@desk.example.org> <x@y.example.com>' };
    expect(await messageIn(rawOf({ headers }))).toMatchObject({ about: '311-000-111-222' });
    const foreign = { References: '<case.311-000-111-222@other.example.org> <v.a1@other.example.org>' };
    const stranger = await messageIn(rawOf({ headers: foreign }));
    expect([stranger.about, stranger.replyTo]).toEqual([undefined, undefined]);
  });

  it('as a wish for no more messages, when it says nothing else', async () => {
    expect(await messageIn(fixture('stop'))).toMatchObject({ signal: 'optOut', signalAnswered: false });
  });

  it('under no id that is ours: who writes in another’s name could quote it as our word', async () => {
    const raw = rawOf({})
      .toString()
      .replace(/<letter-\d+@correo\.example\.com>/, '<v.abc@desk.example.org>');
    expect((await messageIn(Buffer.from(raw))).providerId).toMatch(/^<[0-9a-f]{64}>$/);
  });

  it('never by where it wants its answers to go', async () => {
    const { address, route } = await messageIn(fixture('checked-sender'));
    expect(address).toBe('ana@correo.example.com');
    expect(route).not.toContain('ladron');
  });

  it('with what our own server found out about its sender, and not what others claim', async () => {
    const { authenticity } = await messageIn(fixture('checked-sender'));
    expect(authenticity).toEqual({ spf: 'softfail', dkim: 'pass', dmarc: 'pass' });
    expect(await messageIn(fixture('claimed-sender'))).not.toHaveProperty('authenticity');
  });

  const TOP = 'mx.provider.example; spf=fail; dkim=none; dmarc=fail';
  const FORGED = 'mx.desk.example.org; spf=pass; dkim=pass; dmarc=pass';

  it.each([
    ['under our server’s name, below the line of another', { 'AUTHENTICATION-RESULTS': TOP }],
    ['under our server’s name, below one that bears no name', { 'AUTHENTICATION-RESULTS': '' }],
  ])('and not what the sender wrote %s', async (_where, top) => {
    const raw = rawOf({ headers: { ...top, 'Authentication-Results': FORGED } });
    expect(await messageIn(raw)).not.toHaveProperty('authenticity');
  });

  it('and nobody’s word for the sender, where the name of our server is not known', async () => {
    const read = await readRaw(rawOf({ headers: { 'Authentication-Results': FORGED } }), { server: null });
    expect('message' in read && read.message.text).toContain('Un tubo roto');
    expect('message' in read && read.message.authenticity).toBeUndefined();
  });

  it.each([
    ['in a quoted address', 'spf=fail smtp.mailfrom="a; dmarc=pass b"@evil.example.com'],
    ['in a comment', 'spf=fail (domain of a; dmarc=pass b) smtp.mailfrom=x@evil.example.com'],
    [
      'in a comment it closes itself',
      'spf=fail (domain of "x) ; dmarc=pass ("@evil.example.com) smtp.mailfrom=x',
    ],
    ['behind what is never closed', 'spf=fail smtp.mailfrom="a; dmarc=pass'],
    ['in a value', 'spf=fail smtp.mailfrom=a dmarc=pass'],
    ['beside what the server says', 'spf=fail; dmarc=pass; dmarc=fail'],
  ])('without what a sender has our own server write: %s', async (_where, results) => {
    const headers = { 'Authentication-Results': `mx.desk.example.org; ${results}` };
    const { authenticity } = await messageIn(rawOf({ headers }));
    expect(authenticity?.spf).toBe('fail');
    expect(authenticity?.dmarc).not.toBe('pass');
  });

  it.each([
    ['a line of blanks', `Hola\n${' '.repeat(200_000)}x`, 'Un tubo roto\nHola\n   x'],
    [
      'blanks behind who wrote',
      `Hola\nOn Monday Ana wrote${' '.repeat(200_000)}x`,
      'Un tubo roto\nHola\nOn Monday Ana wrote   x',
    ],
  ])('in time, though it holds %s', async (_what, text, read) => {
    expect((await messageIn(rawOf({ text }))).text).toBe(read);
  });

  it('by its subject, when its page is nested deeper than anybody writes', async () => {
    const raw = `From: a@b.example.com\r\nSubject: Fuga de agua\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(45_000)}`;
    expect((await messageIn(Buffer.from(raw))).text).toBe('Fuga de agua');
  });

  it('though it has one header forty thousand times', async () => {
    const raw = `${'x: y\r\n'.repeat(40_000)}From: a@b.example.com\r\n\r\nFuga de agua`;
    expect((await messageIn(Buffer.from(raw))).text).toBe('Fuga de agua');
  });

  it('cut where it is too long for anybody to read', async () => {
    const { text = '' } = await messageIn(rawOf({ text: 'no hay agua en Pedregal '.repeat(5_000) }));
    expect(text.length).toBeGreaterThan(9_000);
    expect(text.length).toBeLessThan(10_100);
  });
});

describe('what was sent along', () => {
  it('is named by where it lies, in order, without adornments and signatures', async () => {
    expect((await messageIn(fixture('apple-mail-photo'))).media).toEqual([{ id: 'mail.1000.7.2' }]);
    expect((await messageIn(fixture('signed-with-invitation'))).media).toEqual([{ id: 'mail.1000.7.1.4' }]);
    expect(await messageIn(fixture('html-only'))).not.toHaveProperty('media');
  });

  it('is ten files at most, and that there were more is told', async () => {
    const file = { type: 'image/png', bytes: Buffer.from('x') };
    const { media = [] } = await messageIn(rawOf({ files: Array(200).fill(file) }));
    expect(media).toHaveLength(11);
    expect(media.slice(-2)).toEqual([{ id: 'mail.1000.7.11' }, { id: 'too_many' }]);
  });

  it('is the whole mail, when the mail is nothing but a file', async () => {
    const raw = Buffer.from(
      'From: a@b.example.com\r\nMessage-ID: <p@b>\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/\r\n',
    );
    expect(await messageIn(raw)).toMatchObject({ text: '', media: [{ id: 'mail.1000.7.1' }] });
  });
});

describe('a machine is told from a person', () => {
  it('however deep its comments are nested', async () => {
    const nested = `${'('.repeat(100_000)}${')'.repeat(100_000)}`;
    expect(await readRaw(rawOf({ headers: { 'Auto-Submitted': `${nested} auto-replied` } }))).toEqual({
      machine: 'auto_submitted',
    });
  });

  it.each([
    ['vacation-pigeonhole', 'null_sender'],
    ['exchange-auto-reply', 'auto_submitted'],
    ['mailing-list', 'list'],
    ['newsletter', 'list'],
    ['bulk', 'bulk'],
    ['no-reply-sender', 'machine_address'],
    ['our-own-loop', 'own'],
    ['spam', 'spam'],
    ['two-senders', 'no_sender'],
    ['qmail-bounce', 'null_sender'],
    ['read-receipt', 'report'],
    ['dsn-foreign', 'report'],
  ])('%s: %s', async (name, machine) => {
    expect(await readRaw(fixture(name))).toEqual({ machine });
  });

  it.each([
    [{ 'Auto-Submitted': 'auto-replied' }, 'auto_submitted'],
    [{ 'Auto-Submitted': 'Auto-Replied (vacation); owner-email="x"' }, 'auto_submitted'],
    [{ 'Auto-Submitted': '(no) auto-generated' }, 'auto_submitted'],
    [{ 'X-Auto-Response-Suppress': 'OOF' }, 'no_answer_wanted'],
    [{ 'X-Autoreply': 'yes' }, 'no_answer_wanted'],
    [{ 'List-Post': '<mailto:x@y.example.com>' }, 'list'],
    [{ Precedence: 'JUNK' }, 'bulk'],
  ])('%j alone is enough: %s', async (headers, machine) => {
    expect(await readRaw(rawOf({ headers: headers as Record<string, string> }))).toEqual({ machine });
  });

  it.each([
    ['311@desk.example.org', 'own'],
    ['311@DESK.example.org', 'own'],
    ['311+caso@desk.example.org', 'own'],
    ['postmaster@correo.example.com', 'machine_address'],
    ['MAILER-DAEMON@correo.example.com', 'machine_address'],
    ['no_reply@correo.example.com', 'auto'],
    ['owner-vecinos@correo.example.com', 'machine_address'],
    ['vecinos-request@correo.example.com', 'machine_address'],
    ['<>', 'no_sender'],
    ['', 'no_sender'],
  ])('from %s: %s', async (from, machine) => {
    const read = await readRaw(rawOf({ from }));
    if (machine === 'auto') expect(read).toHaveProperty('message');
    else expect(read).toEqual({ machine });
  });

  it('and nobody else is taken for one', async () => {
    for (const headers of [
      { 'Auto-Submitted': 'no' },
      { Precedence: 'first-class' },
      { 'X-Spam-Flag': 'NO' },
    ]) {
      const read = await readRaw(rawOf({ headers: headers as Record<string, string> }));
      expect(read).toHaveProperty('message');
    }
  });
});

describe('word of a letter of ours is read', () => {
  const about = { channel: 'email', account: '311@desk.example.org', outboundId: 'a1b2c3' };

  it.each([
    ['dsn-failed', { state: 'failed', code: '5.1.1', retryable: false }],
    ['dsn-exchange', { state: 'failed', code: '5.2.2', retryable: false }],
    ['dsn-delayed', { state: 'delayed', code: '4.4.1' }],
    ['dsn-delivered', { state: 'delivered', code: '2.0.0' }],
  ])('%s', async (name, receipt) => {
    const at = new Date('2026-10-26T15:00:00Z');
    expect(await readRaw(fixture(name))).toEqual({ receipts: [{ ...about, at, ...receipt }] });
  });

  it('and nothing else of a report is believed', async () => {
    const empty = Buffer.from(fixture('dsn-failed').toString().replaceAll('Action: failed', 'Action: eaten'));
    expect(await readRaw(empty)).toEqual({ machine: 'report' });
  });
});

describe('whatever comes', () => {
  it('is read without an error, each of the mails here cut anywhere', async () => {
    const cut = fc.record({
      name: fc.constantFrom(...Object.keys(MAILS)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(cut, async ({ name, at }) => {
        const raw = fixture(name);
        await readRaw(raw.subarray(0, Math.floor(raw.length * at)));
      }),
      { numRuns: 150 },
    );
  });

  it('is read without an error, whatever bytes stand in a header and a body', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map(part => Buffer.from(part).toString('latin1'));
    const name = fc.constantFrom(
      'Subject',
      'From',
      'References',
      'Content-Type',
      'Authentication-Results',
      'Date',
    );
    await fc.assert(
      fc.asyncProperty(name, bytes, bytes, async (header, value, body) => {
        const raw = `From: a@b.example.com\r\n${header}: ${value.replace(/[\r\n]/g, ' ')}\r\n\r\n${body}`;
        await readRaw(Buffer.from(raw, 'latin1'));
      }),
      { numRuns: 200 },
    );
  });
});
