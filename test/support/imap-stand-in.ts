import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { bodyStructure, field, type MimePart, parseMime, partAt } from './mime-tree.ts';

/** A mail as the server holds it. */
export interface HeldMail {
  uid: number;
  raw: Buffer;
  at: Date;
  flags: Set<string>;
}

/** A stand-in for an IMAP server (RFC 3501 and 2177) with one account and one mailbox. */
export interface ImapStandIn {
  port: number;
  user: string;
  pass: string;
  mails: HeldMail[];
  validity: number;
  /** Commands that were given, without their tags. */
  commands: string[];
  /** Connections now. */
  sessions(): number;
  deliver(raw: Buffer, at?: Date): HeldMail;
  /** What is in the mailbox gets other numbers, as after a restored backup; `dates`: and other times. */
  renumber(more?: { dates?: Date }): void;
  /** Cuts every connection. */
  cut(): void;
  /** The next commands that begin so are answered so, or cut the connection (null). */
  trouble(command: RegExp, answer: string | null, times?: number): void;
  /** Takes no more connections, or takes them again. */
  shut(isShut: boolean): void;
  close(): Promise<void>;
}

interface Inside extends ImapStandIn {
  nextUid: number;
  open: Set<Session>;
  troubles: { command: RegExp; answer: string | null; times: number }[];
  isShut: boolean;
}

interface Session {
  socket: Socket;
  isIn: boolean;
  isSelected: boolean;
  /** The tag of the IDLE under way. */
  idle: string | null;
  /** How many mails it was told of. */
  told: number;
}

const CAPABILITIES = 'IMAP4rev1 IDLE';

/** Starts it on a loopback port. */
export async function startImapStandIn(): Promise<ImapStandIn> {
  const server = createServer(socket => void greet(standIn, socket));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const standIn: Inside = {
    ...{
      port: (server.address() as AddressInfo).port,
      user: 'desk',
      pass: 'se cret"\\',
      mails: [],
      validity: 1_000,
    },
    ...{ commands: [], nextUid: 1, open: new Set(), troubles: [], isShut: false },
    sessions: () => standIn.open.size,
    deliver: (raw, at = new Date()) => deliver(standIn, raw, at),
    renumber: ({ dates } = {}) => {
      standIn.validity += 1;
      standIn.nextUid = 1;
      for (const mail of standIn.mails) {
        mail.uid = standIn.nextUid;
        mail.at = dates ?? mail.at;
        standIn.nextUid += 1;
      }
      standIn.cut();
    },
    cut: () => {
      for (const { socket } of standIn.open) socket.destroy();
    },
    trouble: (command, answer, times = 1) => void standIn.troubles.push({ command, answer, times }),
    shut: isShut => {
      standIn.isShut = isShut;
      if (isShut) standIn.cut();
    },
    close: async () => {
      standIn.cut();
      await new Promise(resolve => server.close(resolve));
    },
  };
  return standIn;
}

function deliver(standIn: Inside, raw: Buffer, at: Date): HeldMail {
  const mail = { uid: standIn.nextUid, raw, at, flags: new Set<string>() };
  standIn.nextUid += 1;
  standIn.mails.push(mail);
  for (const session of standIn.open) if (session.idle !== null) tellNews(standIn, session);
  return mail;
}

/** News is told while somebody idles, and with the answer of any other command. */
function tellNews({ mails }: Inside, session: Session): void {
  if (!session.isSelected || session.told === mails.length) return;
  session.told = mails.length;
  say(session, `* ${mails.length} EXISTS`);
}

function say({ socket }: Session, line: string): void {
  if (!socket.destroyed) socket.write(`${line}\r\n`, 'latin1');
}

async function greet(standIn: Inside, socket: Socket): Promise<void> {
  if (standIn.isShut) return void socket.destroy();
  const session: Session = { socket, isIn: false, isSelected: false, idle: null, told: 0 };
  standIn.open.add(session);
  socket.on('close', () => standIn.open.delete(session));
  socket.on('error', () => {});
  say(session, `* OK [CAPABILITY ${CAPABILITIES}] ready`);
  let waiting = Buffer.alloc(0);
  socket.on('data', data => {
    waiting = Buffer.concat([waiting, data]);
    for (;;) {
      const end = waiting.indexOf('\r\n');
      if (end === -1) return;
      const line = waiting.subarray(0, end).toString('utf8');
      waiting = waiting.subarray(end + 2);
      hear(standIn, session, line);
    }
  });
}

function hear(standIn: Inside, session: Session, line: string): void {
  if (session.idle !== null) {
    if (line.toUpperCase() !== 'DONE') return say(session, `${session.idle} BAD only DONE ends IDLE`);
    say(session, `${session.idle} OK idle done`);
    session.idle = null;
    return;
  }
  const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
  standIn.commands.push(command.replace(/^(LOGIN \S+).*/i, '$1'));
  const trouble = standIn.troubles.find(item => item.times > 0 && item.command.test(command));
  if (trouble) {
    trouble.times -= 1;
    if (trouble.answer === null) return void session.socket.destroy();
    return say(session, `${tag} ${trouble.answer}`);
  }
  const result = answer(standIn, session, tag, command);
  tellNews(standIn, session);
  if (result !== null) say(session, `${tag} ${result}`);
}

function answer(standIn: Inside, session: Session, tag: string, command: string): string | null {
  const [verb = '', rest = ''] = split(command);
  if (verb === 'CAPABILITY') say(session, `* CAPABILITY ${CAPABILITIES}`);
  if (['CAPABILITY', 'NOOP'].includes(verb)) return 'OK done';
  if (verb === 'LOGOUT') {
    say(session, '* BYE');
    session.socket.end(`${tag} OK\r\n`);
    return null;
  }
  if (verb === 'LOGIN') return logIn(standIn, session, rest);
  if (!session.isIn) return 'BAD not logged in';
  if (verb === 'LIST' || verb === 'LSUB') {
    say(session, `* ${verb} () "/" "INBOX"`);
    return 'OK done';
  }
  if (verb === 'SELECT' || verb === 'EXAMINE') return select(standIn, session, rest, verb);
  if (!session.isSelected) return 'BAD no mailbox is selected';
  if (verb === 'IDLE') {
    session.idle = tag;
    say(session, '+ idling');
    return null;
  }
  if (verb === 'UID') return byUid(standIn, session, rest);
  return 'BAD unknown command';
}

function split(text: string): [string, string] {
  const at = text.indexOf(' ');
  return at === -1 ? [text.toUpperCase(), ''] : [text.slice(0, at).toUpperCase(), text.slice(at + 1)];
}

function logIn({ user, pass }: Inside, session: Session, rest: string): string {
  const words = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1'),
  );
  if (words[0] !== user || words[1] !== pass) return 'NO [AUTHENTICATIONFAILED] Authentication failed.';
  session.isIn = true;
  return `OK [CAPABILITY ${CAPABILITIES}] logged in`;
}

function select(standIn: Inside, session: Session, rest: string, verb: string): string {
  if (!/^"?INBOX"?$/i.test(rest)) return 'NO [NONEXISTENT] no such mailbox';
  session.isSelected = true;
  say(session, '* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)');
  say(session, '* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*)] ok');
  session.told = standIn.mails.length;
  say(session, `* ${session.told} EXISTS`);
  say(session, '* 0 RECENT');
  say(session, `* OK [UIDVALIDITY ${standIn.validity}] ok`);
  say(session, `* OK [UIDNEXT ${standIn.nextUid}] ok`);
  return `OK [${verb === 'EXAMINE' ? 'READ-ONLY' : 'READ-WRITE'}] selected`;
}

function byUid(standIn: Inside, session: Session, rest: string): string {
  const [verb, what] = split(rest);
  if (verb === 'SEARCH') return search(standIn, session, what);
  const [set = '', items = ''] = split(what);
  const found = inSet(standIn.mails, set);
  if (verb === 'STORE') return store(found, items);
  if (verb !== 'FETCH') return 'BAD unknown command';
  for (const mail of found) {
    const told = itemsOf(items).map(item => fetched(mail, item));
    if (told.includes(null)) return 'BAD unknown item';
    say(session, `* ${standIn.mails.indexOf(mail) + 1} FETCH (${told.join(' ')})`);
  }
  return 'OK fetched';
}

function search({ mails }: Inside, session: Session, what: string): string {
  const since = /^SINCE "?(\d{1,2}-\w{3}-\d{4})"?$/i.exec(what)?.[1];
  const set = /^UID (\S+)$/i.exec(what)?.[1];
  if (since === undefined && set === undefined) return 'BAD unknown search';
  const day = since === undefined ? 0 : Date.parse(`${since} 00:00 UTC`);
  const found = set === undefined ? mails.filter(({ at }) => at.getTime() >= day) : inSet(mails, set);
  say(session, `* SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trim());
  return 'OK searched';
}

function inSet(mails: HeldMail[], set: string): HeldMail[] {
  const last = mails.at(-1)?.uid ?? 0;
  const ranges = set.split(',').map(range => {
    const [a = 0, b = a] = range.split(':').map(n => (n === '*' ? last : Number(n)));
    return [Math.min(a, b), Math.max(a, b)] as const;
  });
  return mails.filter(({ uid }) => ranges.some(([a, b]) => uid >= a && uid <= b));
}

function store(mails: HeldMail[], items: string): string {
  const [, flags] = /^\+FLAGS(?:\.SILENT)? \(([^)]*)\)$/i.exec(items) ?? [];
  if (flags === undefined) return 'BAD unknown change';
  for (const mail of mails) for (const flag of flags.split(' ')) mail.flags.add(flag);
  return 'OK stored';
}

function itemsOf(items: string): string[] {
  return items.replace(/^\(|\)$/g, '').match(/[A-Z0-9.]+(\[[^\]]*\])?(<[^>]*>)?/gi) ?? [];
}

/** Null: nobody here asks for that. What is read without PEEK would mark the mail as read. */
function fetched(mail: HeldMail, item: string): string | null {
  const name = item.toUpperCase();
  if (name === 'UID') return `UID ${mail.uid}`;
  if (name === 'FLAGS') return `FLAGS (${[...mail.flags].join(' ')})`;
  if (name === 'RFC822.SIZE') return `RFC822.SIZE ${mail.raw.length}`;
  if (name === 'INTERNALDATE') return `INTERNALDATE "${internalDate(mail.at)}"`;
  if (name === 'BODYSTRUCTURE') return `BODYSTRUCTURE ${bodyStructure(parseMime(mail.raw))}`;
  const [, section, from, most] = /^BODY\.PEEK\[([^\]]*)\](?:<(\d+)\.(\d+)>)?$/.exec(name) ?? [];
  const bytes = section === undefined ? null : sectionOf(parseMime(mail.raw), mail.raw, section);
  if (bytes === null) return section === undefined ? null : `BODY[${section}] NIL`;
  const part = from === undefined ? bytes : bytes.subarray(Number(from), Number(from) + Number(most));
  const origin = from === undefined ? '' : `<${from}>`;
  return `BODY[${section}]${origin} {${part.length}}\r\n${part.toString('latin1')}`;
}

function sectionOf(root: MimePart, raw: Buffer, section: string): Buffer | null {
  if (section === '') return raw;
  if (section === 'HEADER') return root.header;
  if (section === 'TEXT') return root.body;
  const [, path = '', mime] = /^([\d.]+?)(\.MIME)?$/.exec(section) ?? [];
  const part = partAt(root, path);
  return part && (mime ? part.header : part.body);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function internalDate(at: Date): string {
  const [day, time] = [at.toISOString().slice(8, 10), at.toISOString().slice(11, 19)];
  return `${day}-${MONTHS[at.getUTCMonth()]}-${at.getUTCFullYear()} ${time} +0000`;
}

/** The id of a held mail. */
export function idOf(mail: HeldMail): string | null {
  return field(parseMime(mail.raw).header, 'message-id');
}
