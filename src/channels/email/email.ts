import { createHash } from 'node:crypto';
import { ConfigError, SendError } from '../../errors.ts';
import type { Channel, OutboundMessage, Sent } from '../channel.ts';
import type { Spend } from '../spend.ts';
import { EMAIL_CAPABILITIES } from './capabilities.ts';
import { composeMail, domainOf } from './compose.ts';
import { createFiles } from './files.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import {
  type EmailSettings,
  emailProblems,
  mailboxOf,
  type OwnAddress,
  ownAddressOf,
  serverOf,
} from './settings.ts';
import { createMailTransport, type Transport } from './transport.ts';
import { codeOf, type Watch, type WatchDeps, watchMailbox } from './watch.ts';

/** What the channel is given from outside. */
export interface EmailDeps extends Pick<WatchDeps, 'bookmarks' | 'now' | 'timer' | 'log'> {
  /** Takes one call of a budget, durably; else the time at which it may be taken. */
  spend: Spend;
}

/**
 * Mail: one mailbox that is watched, one server that takes mails for others. Throws `ConfigError` on settings that
 * cannot be right; calls nobody before `connect`.
 */
export function openEmail(settings: EmailSettings, deps: EmailDeps): Channel {
  const problems = emailProblems(settings);
  const own = ownAddressOf(settings);
  if (problems.length > 0 || own === null) throw new ConfigError(problems);
  const imap = serverOf(settings.IMAP_URL);
  const server = settings.EMAIL_AUTHSERV_ID ?? null;
  const open = (writable = true): Promise<Mailbox> => openMailbox(imap, mailboxOf(settings), writable);
  const transport = createMailTransport(serverOf(settings.SMTP_URL));
  const files = createFiles({ open: () => open(false), timer: deps.timer });
  const reader = {
    ...{ channel: 'email', account: own.address, domain: domainOf(own), now: deps.now },
    server,
    hash: (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex'),
  };
  const mayAnswer = createBrake(deps);
  let watch: Watch | null = null;
  const disconnect = async (): Promise<void> => {
    await watch?.stop();
    watch = null;
  };
  return {
    id: 'email',
    account: own.address,
    capabilities: EMAIL_CAPABILITIES,
    connect: async (receive, isOurs) => {
      watch ??= await watchMailbox({ ...deps, reader, open, isOurs }, receive).catch(error => {
        throw new SendError({ code: codeOf(error), retryable: true });
      });
    },
    isUp: () => watch?.isUp() ?? false,
    send: async message => {
      await mayAnswer(message);
      return send(own, transport, message);
    },
    check: async () => [...(await check(open, transport)), whoIsBelieved(server)],
    fetch: source => files.fetch(source),
    disconnect,
    close: async () => {
      files.close();
      transport.close();
      await disconnect();
    },
  };
}

/** Logs in on both sides; reads and sends nothing. */
async function check(open: (writable: boolean) => Promise<Mailbox>, transport: Transport): Promise<string[]> {
  const box = await open(false).catch(error => {
    throw new SendError({ code: codeOf(error), retryable: true });
  });
  const next = box.nextUid;
  box.close();
  await transport.verify();
  return [
    `The mailbox can be read; its next mail has the number ${next}.`,
    'The mail server lets us in and would take our mails.',
  ];
}

function whoIsBelieved(server: string | null): string {
  return server === null
    ? 'No sender is taken for who they say they are: set EMAIL_AUTHSERV_ID. Until then, who asks to add an address or to erase data is asked to answer a mail of ours.'
    : `A sender is who they say they are where the topmost Authentication-Results of the mail is that of ${server} and says dmarc=pass.`;
}

async function send(own: OwnAddress, transport: Transport, message: OutboundMessage): Promise<Sent> {
  const mail = composeMail(own, message);
  await transport.send(mail);
  return { providerId: mail.messageId };
}

/** More answers than this to one address in a day go to no person: two machines that do not know each other stop here. */
const MOST_ANSWERS = 60;
const DAY_MS = 24 * 3_600_000;
/** What answers a mail; numbers for an emergency are never held back, nor is news of a case. */
const ANSWERS = new Set<OutboundMessage['class']>(['reply', 'receipt']);
const REMEMBERED = 1_000;

/** Counts each answer once, however often it is tried. Rejects with `SendError` when the day's are used up. */
function createBrake({
  spend,
  now,
}: Pick<EmailDeps, 'spend' | 'now'>): (message: OutboundMessage) => Promise<void> {
  const counted = new Set<string>();
  return async ({ id, address, class: kind }) => {
    if (!ANSWERS.has(kind) || counted.has(id)) return;
    const budget = `email answers to ${address}`;
    const freeAt = await spend(budget, [{ most: MOST_ANSWERS, perMs: DAY_MS }], now()).catch(() => {
      throw new SendError({ code: 'store', retryable: true });
    });
    if (freeAt !== null) throw new SendError({ code: 'daily_cap', retryable: false });
    counted.add(id);
    if (counted.size > REMEMBERED) counted.delete(counted.values().next().value ?? '');
  };
}
