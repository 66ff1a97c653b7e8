import type { Socket } from 'node:net';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { type HeldMail, type ImapStandIn, startImapStandIn } from './imap-stand-in.ts';

/** A mail that was handed to the server for somebody else. */
export interface SentMail {
  to: string;
  /** The envelope's sender. */
  from: string;
  /** What was asked of the server for reports (RFC 3461). */
  envelopeId: string | null;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  headers: ParsedMail['headers'];
  files: { name: string; type: string; bytes: Buffer }[];
}

/** What the next mail meets instead of being taken. */
export interface Trouble {
  /** Refuses the recipient so: `550 5.1.1 …`. */
  recipient?: string;
  /** Refuses the mail itself so, or cuts the line after it came. */
  data?: string | 'cut';
}

/** What somebody writes. */
export interface Letter {
  from?: string;
  subject?: string;
  text?: string;
  headers?: Record<string, string>;
  files?: { type: string; bytes: Buffer }[];
  /** The mail of ours it answers. */
  answers?: SentMail;
}

/** A mail server with one mailbox, for both ways. */
export interface MailStandIn {
  imap: ImapStandIn;
  address: string;
  settings: Record<string, string>;
  /** Those accepted, oldest first. */
  sent: SentMail[];
  /** For the next mails in order. */
  trouble(...troubles: Trouble[]): void;
  writes(letter: Letter): HeldMail;
  /** Ends the connections over which mails come. */
  hangUp(): void;
  close(): Promise<void>;
}

const ADDRESS = '311@desk.example.org';
const ANA = 'Ana Pérez <ana@correo.example.com>';

/** Starts both servers on loopback ports. */
export async function startMailStandIn(): Promise<MailStandIn> {
  const imap = await startImapStandIn();
  const sent: SentMail[] = [];
  const troubles: Trouble[] = [];
  const lines = new Set<Socket>();
  const smtp = smtpServer({ imap, sent, troubles, lines });
  await new Promise<void>(resolve => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as { port: number };
  const account = `${imap.user}:${encodeURIComponent(imap.pass)}@127.0.0.1`;
  const counted = { count: 0 };
  return {
    ...{ imap, sent, address: ADDRESS },
    settings: {
      EMAIL_ADDRESS: `311 Panamá <${ADDRESS}>`,
      IMAP_URL: `imap://${account}:${imap.port}/INBOX`,
      SMTP_URL: `smtp://${account}:${port}`,
      EMAIL_AUTHSERV_ID: 'mx.desk.example.org',
    },
    trouble: (...more) => void troubles.push(...more),
    writes: letter => {
      counted.count += 1;
      return imap.deliver(rawOf(letter, counted.count));
    },
    hangUp: () => hangUp(lines),
    close: async () => {
      await Promise.all([imap.close(), new Promise<void>(resolve => smtp.close(() => resolve()))]);
    },
  };
}

function hangUp(lines: Iterable<Socket>): void {
  for (const socket of lines) socket.destroy();
}

interface Serving {
  imap: ImapStandIn;
  sent: SentMail[];
  troubles: Trouble[];
  lines: Set<Socket>;
}

function smtpServer({ imap, sent, troubles, lines }: Serving): SMTPServer {
  const server = new SMTPServer({
    ...{
      logger: false,
      hideDSN: false,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      size: 5 * 1024 * 1024,
    },
    onAuth: ({ username, password }, _session, done) => {
      const isOurs = username === imap.user && password === imap.pass;
      done(isOurs ? null : new Error('5.7.8 Authentication failed'), isOurs ? { user: username } : undefined);
    },
    onRcptTo: (_address, _session, done) => {
      const refusal = troubles[0]?.recipient;
      if (refusal === undefined) return done();
      troubles.shift();
      done(refusalOf(refusal));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const trouble = troubles.shift()?.data;
        if (trouble !== undefined && trouble !== 'cut') return done(refusalOf(trouble));
        simpleParser(Buffer.concat(chunks)).then(mail => {
          const { mailFrom, rcptTo, dsn } = session.envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          sent.push(sentOf(mail, { from, to: rcptTo[0]?.address ?? '', envelopeId: dsn?.envid ?? null }));
          if (trouble !== 'cut') return done();
          // Nothing more is heard of it; other lines stand.
          hangUp([...lines].filter(({ remotePort }) => remotePort === session.remotePort));
        }, done);
      });
    },
  });
  // Who is killed in the middle of a mail resets the line.
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    lines.add(socket);
    socket.on('close', () => lines.delete(socket));
  });
  return server;
}

function refusalOf(line: string): Error {
  const [code = '550', ...rest] = line.split(' ');
  return Object.assign(new Error(rest.join(' ')), { responseCode: Number(code) });
}

function sentOf(mail: ParsedMail, envelope: Pick<SentMail, 'from' | 'to' | 'envelopeId'>): SentMail {
  return {
    ...envelope,
    ...{ subject: mail.subject ?? '', text: (mail.text ?? '').trim(), html: String(mail.html || '') },
    ...{ messageId: mail.messageId ?? '', inReplyTo: mail.inReplyTo ?? null, headers: mail.headers },
    references: [mail.references ?? []].flat(),
    files: mail.attachments.map(({ filename = '', contentType: type, content: bytes }) => {
      return { name: filename, type, bytes };
    }),
  };
}

/** Who a mail of ours shows as its sender. */
export function fromOf({ headers }: SentMail): AddressObject {
  return headers.get('from') as AddressObject;
}

/** The bytes of a letter, as a mail program writes it. */
export function rawOf(letter: Letter, number = 1): Buffer {
  const { from = ANA, subject = 'Un tubo roto', text = '', files = [], answers, headers = {} } = letter;
  const thread = answers
    ? [
        `In-Reply-To: ${answers.messageId}`,
        `References: ${[...answers.references, answers.messageId].join(' ')}`,
      ]
    : [];
  const lines = [
    'Return-Path: <ana@correo.example.com>',
    `From: ${encoded(from)}`,
    `To: ${ADDRESS}`,
    `Subject: ${encoded(answers ? `Re: ${answers.subject.replace(/^Re: /, '')}` : subject)}`,
    `Message-ID: <letter-${number}@correo.example.com>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    ...thread,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  const body = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    wrapped(Buffer.from(text)),
  ];
  if (files.length === 0) return Buffer.from([...lines, ...body, ''].join('\r\n'));
  const parts = files.map(({ type, bytes }, i) =>
    [
      `Content-Type: ${type}; name="file-${i}"`,
      `Content-Disposition: attachment; filename="file-${i}"`,
      'Content-Transfer-Encoding: base64',
      '',
      wrapped(bytes),
    ].join('\r\n'),
  );
  const whole = [body.join('\r\n'), ...parts].map(part => `--part\r\n${part}\r\n`).join('');
  return Buffer.from(
    `${lines.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary="part"\r\n\r\n${whole}--part--\r\n`,
  );
}

function wrapped(bytes: Buffer): string {
  return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
}

function encoded(text: string): string {
  return text.replace(/^[^<]*[^ -~][^<]*/, words => {
    const trailing = /\s*$/.exec(words)?.[0] ?? '';
    return `=?utf-8?B?${Buffer.from(words.trimEnd()).toString('base64')}?=${trailing}`;
  });
}
