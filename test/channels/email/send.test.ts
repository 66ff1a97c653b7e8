import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageIdOf } from '../../../src/channels/email/threads.ts';
import type { SendError } from '../../../src/errors.ts';
import { channelContract } from '../../contracts/channel.ts';
import { emailChannel, emailOutbound, NOW } from '../../support/email-channel.ts';
import { fromOf, type MailStandIn, startMailStandIn } from '../../support/mail-stand-in.ts';

let server: MailStandIn;

beforeAll(async () => {
  server = await startMailStandIn();
});

afterAll(() => server.close());

beforeEach(() => {
  server.sent.length = 0;
});

channelContract('email', {
  open: async () => emailChannel(server),
  send: {
    message: text => emailOutbound({}, text),
    troubles: {
      'an unknown recipient': () => server.trouble({ recipient: '550 5.1.1 no such user' }),
      'a server that is busy': () => server.trouble({ data: '451 4.7.1 try later' }),
      'an answer that is lost': () => server.trouble({ data: 'cut' }),
    },
    // A mail server says no time.
    delivery: { arrived: () => server.sent.map(({ text }) => text) },
  },
});

async function failureOf(make: () => Promise<unknown> | undefined) {
  const error = await make()?.then(
    () => null,
    (error: SendError) => error,
  );
  return error?.failure;
}

describe('a mail of ours', () => {
  it('says who we are, and nothing a machine would answer to', async () => {
    const channel = emailChannel(server);
    expect(await channel.send?.(emailOutbound())).toEqual({
      providerId: messageIdOf('a1b2', 'desk.example.org'),
    });
    const [mail] = server.sent;
    if (!mail) throw new Error('nothing was sent');
    expect(fromOf(mail).text).toBe('"311 Panamá" <311@desk.example.org>');
    expect(mail).toMatchObject({
      to: 'ana@correo.example.com',
      from: '311@desk.example.org',
      envelopeId: 'a1b2',
    });
    expect(mail.messageId).toBe('<v.a1b2@desk.example.org>');
    const marks = ['auto-submitted', 'x-auto-response-suppress', 'x-loop'].map(name =>
      mail.headers.get(name),
    );
    expect(marks).toEqual(['auto-replied', 'All', '311@desk.example.org']);
    await channel.close?.();
  });

  it('asks for a place as for anything else: a location request is nothing that a mail has', async () => {
    const channel = emailChannel(server);
    const words = '¿Dónde queda? Escriba el barrio o la calle.';
    await channel.send?.(emailOutbound({ asks: 'none' }, words));
    await channel.send?.(emailOutbound({ asks: 'place' }, words));
    const [plain, asked] = server.sent;
    expect(asked).toMatchObject({ text: words, files: [] });
    expect(asked?.html).toBe(plain?.html);
    await channel.close?.();
  });

  it('tells news of its own accord from an answer', async () => {
    const channel = emailChannel(server);
    await channel.send?.(
      emailOutbound({ class: 'notice', caseNumber: '311-483-920-712' }, 'Su caso está en trámite.'),
    );
    expect(server.sent[0]?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(server.sent[0]).toMatchObject({
      subject: 'Su caso está en trámite. [311-483-920-712]',
      references: ['<case.311-483-920-712@desk.example.org>'],
    });
    await channel.close?.();
  });

  it('says the same as plain words and as a page, with nothing of a citizen’s words run as a page', async () => {
    const channel = emailChannel(server);
    const text =
      'Usted escribió: «<script>alert("1")</script> & más»\n\nVea https://311.example.org/caso?a=1&b=2.\n1. Sí\n2. No';
    await channel.send?.(emailOutbound({}, text));
    expect(server.sent[0]?.text).toBe(text);
    const { html = '' } = server.sent[0] ?? {};
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; más');
    expect(html).toContain(
      '<a href="https://311.example.org/caso?a=1&amp;b=2">https://311.example.org/caso?a=1&amp;b=2</a>.',
    );
    expect(html).toContain('1. Sí<br>2. No');
    await channel.close?.();
  });

  it('adds no header, whatever stood in a subject', async () => {
    const channel = emailChannel(server);
    const route = JSON.stringify({ id: '<1@ana>', chain: [], subject: 'Hola\r\nBcc: otro@example.com' });
    await channel.send?.(emailOutbound({ route }));
    expect(server.sent).toMatchObject([
      { to: 'ana@correo.example.com', subject: 'Re: Hola Bcc: otro@example.com' },
    ]);
    expect(server.sent[0]?.headers.has('bcc')).toBe(false);
    await channel.close?.();
  });

  it('reads no file and no address for words that look like one', async () => {
    const channel = emailChannel(server);
    await channel.send?.(emailOutbound({}, 'file:///etc/passwd http://127.0.0.1:1/x'));
    expect(server.sent[0]?.text).toBe('file:///etc/passwd http://127.0.0.1:1/x');
    await channel.close?.();
  });
});

describe('a mail that was not taken', () => {
  it.each([
    [{ recipient: '550 5.1.1 no such user' }, { code: '5.1.1', retryable: false }],
    [{ recipient: '550 no such user' }, { code: '550', retryable: false }],
    [{ recipient: '450 4.2.2 mailbox is full' }, { code: '4.2.2', retryable: true }],
    [{ data: '554 5.7.1 refused' }, { code: '5.7.1', retryable: false }],
    [{ data: '452 4.3.1 no room' }, { code: '4.3.1', retryable: true }],
  ])('%j', async (trouble, failure) => {
    const channel = emailChannel(server);
    server.trouble(trouble);
    expect(await failureOf(() => channel.send?.(emailOutbound()))).toEqual(failure);
    await channel.close?.();
  });

  it('may have been taken, when its answer was lost', async () => {
    const channel = emailChannel(server);
    server.trouble({ data: 'cut' });
    expect(await failureOf(() => channel.send?.(emailOutbound()))).toMatchObject({
      retryable: true,
      unknown: true,
    });
    expect(server.sent).toHaveLength(1);
    await channel.close?.();
  });

  it('was surely not, when nobody was there', async () => {
    const channel = emailChannel();
    const failure = await failureOf(() => channel.send?.(emailOutbound()));
    expect(failure).toMatchObject({ retryable: true });
    expect(failure).not.toHaveProperty('unknown');
    await channel.close?.();
  });

  it('waits for the password to be mended, when it was refused', async () => {
    const wrong = server.settings['SMTP_URL']?.replace(/:[^:@]+@/, ':wrong@') ?? '';
    const channel = emailChannel(server, { settings: { SMTP_URL: wrong } });
    expect(await failureOf(() => channel.send?.(emailOutbound()))).toEqual({
      code: 'EAUTH',
      retryable: true,
    });
    await channel.close?.();
  });
});

describe('answers to one address', () => {
  const spent: string[] = [];
  const spendUpTo = (most: number) => async (budget: string) => {
    if (spent.length >= most) return NOW;
    spent.push(budget);
    return null;
  };
  const bounded = (most: number) => {
    spent.length = 0;
    return emailChannel(server, { spend: spendUpTo(most) });
  };

  it('end with the day’s, and numbers for an emergency and news of a case go on', async () => {
    const channel = bounded(2);
    for (const id of ['a', 'b']) await channel.send?.(emailOutbound({ id }));
    const held = await failureOf(() => channel.send?.(emailOutbound({ id: 'c' })));
    expect(held).toEqual({ code: 'daily_cap', retryable: false });
    for (const kind of ['emergency', 'notice', 'optOut'] as const) {
      await channel.send?.(emailOutbound({ id: kind, class: kind }));
    }
    expect(server.sent).toHaveLength(5);
    await channel.close?.();
  });

  it('count once, however often they are tried', async () => {
    const channel = bounded(9);
    server.trouble({ data: '451 4.3.0 later' }, { data: '451 4.3.0 later' });
    for (const _try of [1, 2, 3]) await failureOf(() => channel.send?.(emailOutbound()));
    expect(spent).toHaveLength(1);
    await channel.close?.();
  });

  it('wait while the store cannot count', async () => {
    const spend = () => Promise.reject(new Error('full'));
    const channel = emailChannel(server, { spend });
    expect(await failureOf(() => channel.send?.(emailOutbound()))).toEqual({
      code: 'store',
      retryable: true,
    });
    await channel.close?.();
  });
});

describe('a file by mail', () => {
  it('is attached to the words, under its name and as what it is', async () => {
    const channel = emailChannel(server);
    const bytes = Buffer.from('%PDF-1.7 recibo ñ');
    const file = { id: 'f', type: 'application/pdf', bytes: bytes.length, name: 'recibo de agua ñ.pdf' };
    const part = { text: 'Aquí está su recibo.', choices: [], file };
    await channel.send?.(emailOutbound({ part, file: bytes }));
    expect(server.sent[0]).toMatchObject({
      text: part.text,
      files: [{ name: file.name, type: file.type, bytes }],
    });
    await channel.send?.(emailOutbound());
    expect(server.sent[1]?.files).toEqual([]);
    await channel.close?.();
  });
});

it('the server of the tests outlives a desk that is killed in the middle of a mail', async () => {
  const { port, username, password } = new URL(server.settings['SMTP_URL'] ?? '');
  const login = Buffer.from(`\0${username}\0${decodeURIComponent(password)}`).toString('base64');
  const socket = net.connect(Number(port), '127.0.0.1');
  await once(socket, 'data');
  for (const line of ['HELO desk', `AUTH PLAIN ${login}`, 'MAIL FROM:<311@desk.example.org>']) {
    socket.write(`${line}\r\n`);
    await once(socket, 'data');
  }
  socket.resetAndDestroy();
  const channel = emailChannel(server);
  await channel.send?.(emailOutbound());
  expect(server.sent).toHaveLength(1);
  await channel.close?.();
});
