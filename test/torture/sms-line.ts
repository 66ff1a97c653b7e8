import type { Chance } from './chance.ts';
import type { Said, Witness } from './ledger.ts';
import { counted } from './ledger.ts';
import { acknowledged, answered, createInbox, type Line, type Reply } from './line.ts';
import { chanceFor, type World } from './world.ts';

/** A citizen with a telephone. What the platform could not hand over stands in its list: it is not sent again. */
export function openSmsLine(world: World, name: string): { line: Line; witness: Witness } {
  const address = `+5076${name.padStart(7, '0')}`;
  const witness: Witness = { channel: 'sms', address, confirmed: 0, numbers: [], seen: [] };
  const inbox = createInbox(world.ending);
  const chance = chanceFor(world, 'sms', name);
  const heard = new Set<string | null>();
  world.telephones.set(address, ({ text, outboundId }) => {
    witness.seen.push({ seq: witness.seen.length + 1, text, from: 'bot' });
    answered(world, 'sms', address);
    if (heard.has(outboundId)) return;
    heard.add(outboundId);
    inbox.put(replyOf(text));
  });
  const line: Line = {
    channel: 'sms',
    address,
    say: ({ text }) => saySms(world, address, text, chance),
    next: inbox.next,
    close: () => {},
  };
  return { line, witness };
}

/** Sends words from a telephone; sometimes the platform repeats its call five times at once, or is sick afterwards. */
export async function saySms(world: World, from: string, text: string, chance: Chance): Promise<void> {
  const { standIn, ledger } = world;
  const sid = `SM${[...Array(32)].map(() => chance.whole(0, 15).toString(16)).join('')}`;
  const said: Said = {
    ...{ channel: 'sms', account: standIn.options.number, address: from, providerId: sid, text },
    ...{ startedAt: performance.now(), ackedAt: null, seq: null },
  };
  ledger.said.push(said);
  if (chance.yes(0.15)) {
    standIn.trouble([troubleOf(chance)], from);
    ledger.troubles += 1;
  }
  const times = chance.yes(0.12) ? 5 : 1;
  ledger.redelivered += times - 1;
  const answers = await Promise.all(Array.from({ length: times }, () => deliverSms(world, said)));
  if (answers.some(ok => ok)) acknowledged(world, said);
}

/** The platform calls with a message, for the first time or again; true: it was acknowledged. */
export async function deliverSms({ standIn, ledger }: World, said: Said): Promise<boolean> {
  const { address, text, providerId: sid } = said;
  const answer = await counted(ledger, () => standIn.inbound({ from: address, body: text, sid }));
  if (answer && answer.status < 300 && answer.body !== '<Response/>') {
    ledger.breaches.push(`a webhook was answered ${answer.status} with another body`);
  }
  return answer !== null && answer.status < 300;
}

function troubleOf(chance: Chance) {
  return chance.pick([
    { status: 429, retryAfter: 1 },
    { status: 500 },
    { drop: 'before' },
    { drop: 'after' },
    { delayMs: 300 },
    { delayMs: chance.whole(500, 6_000) },
  ] as const);
}

const ASKS: [RegExp, string][] = [
  [/lo envio asi/, 'confirm'],
  [/quedo solucionado el caso|quedo solucionado\?/, 'solved'],
  [/como califica/, 'rating'],
  [/le preguntan:/, 'answer'],
  [/^1[.)] /m, 'choice'],
  [/que lugar|donde/, 'place'],
  [/cuenteme/, 'description'],
];

/** What a person reads out of a text message. */
export function replyOf(text: string): Reply {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const asks = ASKS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'none';
  return {
    text,
    asks,
    case: /\b311(-\d{3}){3}\b/.exec(text)?.[0] ?? null,
    choices: asks === 'choice' ? ['1'] : [],
  };
}
