import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { freePorts } from './free-port.ts';

/** Postfix, Dovecot and Pigeonhole on loopback ports of their own, with mailboxes for the desk and for citizens. */
export interface MailServers {
  settings: Record<string, string>;
  /** Somebody writes, with their own mail program, through their own server. */
  write(mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]): Promise<void>;
  /** What lies in somebody's mailbox, oldest first. */
  mailsOf(user: string): Promise<ParsedMail[]>;
  /** Mails in the desk's mailbox that nobody marked as read. */
  unread(): number;
  /** What the numbers of the desk’s mails mean now (UIDVALIDITY). */
  numbering(): string;
  /** Ends Dovecot, and whatever its index knew: the numbers of mails are made anew when it starts. */
  stopImap(more?: { forgetNumbers?: boolean }): Promise<void>;
  startImap(): void;
  stop(): Promise<void>;
}

/** What these tests need and how a machine gets it; null: all of it is here. */
export function missingMailServers(): string | null {
  if (process.getuid?.() !== 0) return 'root, to start Postfix and Dovecot';
  const isThere = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
  if (['postfix', 'dovecot', 'sievec'].every(isThere)) return null;
  return "echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections; \
apt-get install -y --no-install-recommends postfix dovecot-imapd dovecot-lmtpd dovecot-sieve";
}

const NOBODY = 65_534;
const PASSWORD = 'secret';
/** Whose mailbox is whose. `vaca` is on holiday and has a server that says so. */
const USERS = ['311@desk.example.org', 'ana@correo.example.com', 'vaca@correo.example.com'];

interface Ports {
  imap: number;
  lmtp: number;
  auth: number;
  smtp: number;
  far: number;
}

/** Starts them all in a folder of their own. */
export async function startMailServers(): Promise<MailServers> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mail-'));
  chmodSync(folder, 0o755);
  const far = farServer();
  await new Promise<void>(resolve => far.listen(0, '127.0.0.1', resolve));
  const [imap = 0, lmtp = 0, auth = 0, smtp = 0] = await freePorts(4);
  const ports: Ports = { imap, lmtp, auth, smtp, far: (far.server.address() as AddressInfo).port };
  writeDovecot(folder, ports);
  writePostfix(folder, ports);
  const dovecot = path.join(folder, 'dovecot.conf');
  const startImap = (): void => void execFileSync('dovecot', ['-c', dovecot], { stdio: 'ignore' });
  startImap();
  execFileSync('postfix', ['-c', path.join(folder, 'etc'), 'start'], { stdio: 'ignore' });
  const box = (user: string) => path.join(folder, 'mail', user, 'Maildir');
  const transport = createTransport({
    host: '127.0.0.1',
    port: smtp,
    auth: { user: 'ana', pass: PASSWORD },
    tls: { rejectUnauthorized: false },
  });
  const stopImap: MailServers['stopImap'] = async ({ forgetNumbers = false } = {}) => {
    execFileSync('doveadm', ['-c', dovecot, 'stop']);
    if (!forgetNumbers) return;
    for (const name of readdirSync(box('311')).filter(name => /^dovecot/.test(name)))
      rmSync(path.join(box('311'), name));
  };
  return {
    settings: {
      EMAIL_ADDRESS: '311 Panamá <311@desk.example.org>',
      IMAP_URL: `imap://311:${PASSWORD}@127.0.0.1:${imap}/INBOX`,
      SMTP_URL: `smtp://311:${PASSWORD}@127.0.0.1:${smtp}`,
      EMAIL_AUTHSERV_ID: 'mx.desk.example.org',
    },
    write: async mail => void (await transport.sendMail(mail)),
    mailsOf: user => Promise.all(filesIn(box(user)).map(file => simpleParser(readFileSync(file)))),
    unread: () => filesIn(box('311')).filter(file => !/:2,[A-Z]*S/.test(file)).length,
    numbering: () =>
      / V(\d+)/.exec(readFileSync(path.join(box('311'), 'dovecot-uidlist'), 'utf8'))?.[1] ?? '',
    stopImap,
    startImap,
    stop: async () => {
      transport.close();
      spawnSync('postfix', ['-c', path.join(folder, 'etc'), 'stop'], { stdio: 'ignore' });
      spawnSync('doveadm', ['-c', dovecot, 'stop'], { stdio: 'ignore' });
      await new Promise<void>(resolve => far.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function filesIn(box: string): string[] {
  const files = ['cur', 'new'].flatMap(part => {
    const within = path.join(box, part);
    return existsSync(within) ? readdirSync(within).map(name => path.join(within, name)) : [];
  });
  return files.sort((a, b) => path.basename(a).localeCompare(path.basename(b), 'en', { numeric: true }));
}

/** A server far away: it takes a recipient and refuses the mail itself, so that ours must report it. */
function farServer(): SMTPServer {
  return new SMTPServer({
    ...{ logger: false, authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'] },
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(Object.assign(new Error('5.2.2 mailbox is full'), { responseCode: 552 })));
    },
  });
}

function writeDovecot(folder: string, { imap, lmtp, auth, smtp }: Ports): void {
  for (const user of ['311', 'ana', 'vaca']) {
    const home = path.join(folder, 'mail', user);
    mkdirSync(home, { recursive: true });
    if (user === 'vaca') writeFileSync(path.join(home, '.dovecot.sieve'), VACATION);
    chownSync(home, NOBODY, NOBODY);
  }
  chownSync(path.join(folder, 'mail'), NOBODY, NOBODY);
  const listen = (port: number) => `address = 127.0.0.1\n port = ${port}`;
  writeFileSync(
    path.join(folder, 'dovecot.conf'),
    `base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_format = %n
first_valid_uid = 1
mail_location = maildir:~/Maildir
recipient_delimiter = +
submission_host = 127.0.0.1:${smtp}
passdb {
 driver = static
 args = password=${PASSWORD}
}
userdb {
 driver = static
 args = uid=${NOBODY} gid=${NOBODY} home=${folder}/mail/%n allow_all_users=yes
}
service imap-login {
 inet_listener imap {
 ${listen(imap)}
 }
 inet_listener imaps {
 port = 0
 }
}
service lmtp {
 inet_listener lmtp {
 ${listen(lmtp)}
 }
}
service auth {
 inet_listener {
 ${listen(auth)}
 }
}
protocol lmtp {
 mail_plugins = sieve
 auth_username_format = %n
}
plugin {
 sieve = file:~/.dovecot.sieve
 sieve_vacation_send_from_recipient = yes
}
`,
  );
}

const VACATION = 'require ["vacation"];\nvacation :days 1 "Estoy de vacaciones.";\n';

function writePostfix(folder: string, { lmtp, auth, smtp, far }: Ports): void {
  const etc = path.join(folder, 'etc');
  for (const name of ['etc', 'queue', 'data', 'log']) mkdirSync(path.join(folder, name));
  const postfix = Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' }));
  chownSync(path.join(folder, 'data'), postfix, postfix);
  for (const name of readdirSync('/etc/postfix').filter(name =>
    /^(postfix-files|dynamicmaps\.cf)/.test(name),
  )) {
    cpSync(path.join('/etc/postfix', name), path.join(etc, name), { recursive: true });
  }
  const boxes = USERS.map(user => `{ ${user} = x }`).join(', ');
  writeFileSync(
    path.join(etc, 'main.cf'),
    `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = ${folder}/log/postfix.log
maillog_file_prefixes = ${folder}
myhostname = mx.desk.example.org
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 192.0.2.1/32
recipient_delimiter = +
virtual_mailbox_domains = desk.example.org, correo.example.com
virtual_mailbox_maps = inline:{ ${boxes} }
virtual_transport = lmtp:inet:127.0.0.1:${lmtp}
transport_maps = inline:{ { lejos.example.net = smtp:[127.0.0.1]:${far} } }
default_transport = error:5.1.2 nowhere
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${auth}
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_tls_security_level = none
alias_maps =
alias_database =
`,
  );
  const services = [
    `127.0.0.1:${smtp} inet n - n - - smtpd`,
    ...[
      'cleanup unix n - n - 0 cleanup',
      'qmgr unix n - n 1 1 qmgr',
      'rewrite unix - - n - - trivial-rewrite',
    ],
    ...['bounce unix - - n - 0 bounce', 'defer unix - - n - 0 bounce', 'trace unix - - n - 0 bounce'],
    ...['smtp unix - - n - - smtp', 'lmtp unix - - n - - lmtp', 'error unix - - n - - error'],
    ...['retry unix - - n - - error', 'proxymap unix - - n - - proxymap', 'anvil unix - - n - 1 anvil'],
    ...[
      'pickup unix n - n 60 1 pickup',
      'showq unix n - n - - showq',
      'postlog unix-dgram n - n - 1 postlogd',
    ],
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'scache unix - - n - 1 scache',
  ];
  writeFileSync(path.join(etc, 'master.cf'), `${services.join('\n')}\n`);
}
