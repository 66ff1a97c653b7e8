import type { Problem } from '../../errors.ts';

/** The channel's settings by name, those that are present. */
export interface EmailSettings {
  /** `311@example.org`, or with the name people see: `311 Panamá <311@example.org>`. */
  EMAIL_ADDRESS: string;
  /** `imaps://user:password@imap.example.org/INBOX` */
  IMAP_URL: string;
  /** `smtps://user:password@smtp.example.org` */
  SMTP_URL: string;
  /** Whose `Authentication-Results` are believed; without it nobody's: a name we guess is a name anybody can write. */
  EMAIL_AUTHSERV_ID?: string;
}

/** A server with the account on it. */
export interface ServerSettings {
  host: string;
  port: number;
  /** Encrypted from the first byte; else the connection must become so, but on this machine. */
  secure: boolean;
  isLocal: boolean;
  auth: { user: string; pass: string } | null;
}

/** Our side of every mail. */
export interface OwnAddress {
  /** In small letters. */
  address: string;
  name: string | null;
}

const ADDRESS = /^[^\s@<>"(),:;]{1,64}@[A-Za-z0-9.-]{1,253}$/;
const NAMED = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/;

/** What cannot be right in these settings, without repeating them. Loads no library. */
export function emailProblems(settings: EmailSettings): Problem[] {
  const problems: Problem[] = [];
  if (ownAddressOf(settings) === null) {
    const reason = 'must be a mail address such as 311@example.org, or 311 Panamá <311@example.org>';
    problems.push({ where: 'EMAIL_ADDRESS', reason });
  }
  problems.push(...urlProblems('IMAP_URL', settings.IMAP_URL, 'imap', true));
  problems.push(...urlProblems('SMTP_URL', settings.SMTP_URL, 'smtp', false));
  const { EMAIL_AUTHSERV_ID: id } = settings;
  if (id !== undefined && !/^[\w.-]+$/.test(id)) {
    const reason = 'must be the name the mail server writes into Authentication-Results';
    problems.push({ where: 'EMAIL_AUTHSERV_ID', reason });
  }
  return problems;
}

function urlProblems(where: string, value: string, scheme: string, needsUser: boolean): Problem[] {
  const url = URL.parse(value);
  const example = `${scheme}s://user:password@${scheme}.example.org`;
  if (url === null || ![`${scheme}:`, `${scheme}s:`].includes(url.protocol) || url.hostname === '') {
    const reason = `must be an address such as ${example}; marks in the password as %40, %2F`;
    return [{ where, reason }];
  }
  const isWhole = url.username !== '' && url.password !== '';
  const isNone = url.username === '' && url.password === '' && !needsUser;
  return isWhole || isNone ? [] : [{ where, reason: `needs user and password: ${example}` }];
}

/** Our address as set; null when it is none. */
export function ownAddressOf({ EMAIL_ADDRESS }: EmailSettings): OwnAddress | null {
  const [, name = '', inside] = NAMED.exec(EMAIL_ADDRESS) ?? [];
  const address = (inside ?? EMAIL_ADDRESS).trim().toLowerCase();
  return ADDRESS.test(address) ? { address, name: name === '' ? null : name } : null;
}

const PORTS: Record<string, number> = { 'imap:': 143, 'imaps:': 993, 'smtp:': 587, 'smtps:': 465 };

/** Where and as whom a server is reached. The address was checked before. */
export function serverOf(address: string): ServerSettings {
  const { protocol, hostname, port, username, password } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: port === '' ? (PORTS[protocol] ?? 0) : Number(port),
    secure: protocol.endsWith('s:'),
    isLocal: /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host),
    auth: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}

/** The mailbox that is read. */
export function mailboxOf({ IMAP_URL }: EmailSettings): string {
  return decodeURIComponent(new URL(IMAP_URL).pathname.replace(/^\//, '')) || 'INBOX';
}
