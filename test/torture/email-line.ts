import { setTimeout as pause } from 'node:timers/promises';
import { rawOf, type Trouble } from '../support/mail-stand-in.ts';
import type { Chance } from './chance.ts';
import { counted, openWitness, type Said, type Witness } from './ledger.ts';
import { acknowledged, answered, createInbox, type Line } from './line.ts';
import { replyOf } from './sms-line.ts';
import { chanceFor, rest, stormsOf, type World } from './world.ts';

/** A citizen who writes letters, each of them new; a copy of what was read already is put away. */
export function openEmailLine(world: World, name: string): { line: Line; witness: Witness } {
  const address = `vecino-${name}@correo.example.com`;
  const witness = openWitness('email', address);
  const inbox = createInbox(world.ending, witness);
  const chance = chanceFor(world, 'email', name);
  const heard = new Set<string | null>();
  world.telephones.set(address, ({ body, outboundId }) => {
    witness.seen.push({ seq: witness.seen.length + 1, text: body, from: 'bot' });
    answered(world, 'email', address);
    if (heard.has(outboundId)) return;
    heard.add(outboundId);
    inbox.put(replyOf(body));
  });
  const line: Line = {
    channel: 'email',
    address,
    say: ({ text }) => write(world, address, text, chance),
    next: inbox.next,
    close: () => {},
  };
  return { line, witness };
}

/** What our own server found out about each of them. */
const PROVEN = 'mx.desk.example.org; spf=pass; dkim=pass; dmarc=pass';

/** Puts a letter into the mailbox, where it counts as acknowledged; sometimes five copies, or the server is sick afterwards. */
async function write(world: World, address: string, text: string, chance: Chance): Promise<void> {
  const { mail } = world.platforms;
  await isMet(world);
  if (world.ending.aborted) return;
  const number = chance.whole(1e12, 9e12);
  const said: Said = {
    ...{ channel: 'email', account: mail.address, address, text },
    providerId: `<letter-${number}@correo.example.com>`,
    ...{ startedAt: performance.now(), ackedAt: null, seq: null },
  };
  world.ledger.said.push(said);
  if (chance.yes(0.12) && !world.measured) trouble(world, chance);
  const headers = { 'Authentication-Results': PROVEN };
  const raw = rawOf({ from: `Ana Batista <${address}>`, subject: '', text, headers }, number);
  const tell = (): Promise<boolean> => isTaken(world, mail.imap.deliver(raw).flags);
  world.repeats.set(said, tell);
  const times = chance.yes(stormsOf(world)) ? 5 : 1;
  world.ledger.redelivered += times - 1;
  const taken = Array.from({ length: times }, tell);
  acknowledged(world, said);
  await Promise.all(taken);
}

/** A mailbox is read from the moment it is met: what lies in it before was never the office's. Who looks for news has met it. */
async function isMet(world: World): Promise<void> {
  const { commands } = world.platforms.mail.imap;
  while (!commands.some(command => /^(UID SEARCH|IDLE)/i.test(command)) && !world.ending.aborted) {
    await rest(world, 50);
  }
}

/** From the end of the run, when nobody is killed any more. */
const TAKEN_MS = 90_000;

/** The office owes a letter that it takes it; one that was taken is marked as read. */
async function isTaken({ ledger, ending }: World, flags: ReadonlySet<string>): Promise<boolean> {
  const isRead = (): boolean => flags.has('\\Seen');
  await counted(ledger, async () => {
    while (!isRead() && !ending.aborted) await pause(25);
    for (const end = performance.now() + TAKEN_MS; !isRead() && performance.now() < end; ) await pause(25);
  });
  return isRead();
}

/** Meets whoever sends next. After a line that was cut nobody can know whether the mail was taken. */
function trouble({ platforms, ledger }: World, chance: Chance): void {
  const troubles: Trouble[] = [
    { recipient: '450 4.2.1 The mailbox is busy' },
    { data: '451 4.3.0 Try again later' },
    { data: 'cut' },
  ];
  const met = chance.pick(troubles);
  ledger.troubles += 1;
  if (met.data === 'cut') ledger.unreadable += 1;
  platforms.mail.trouble(met);
}
