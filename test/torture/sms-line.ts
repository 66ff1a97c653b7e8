import type { Chance } from './chance.ts';
import type { Said, Witness } from './ledger.ts';
import { counted, openWitness } from './ledger.ts';
import { acknowledged, answered, createInbox, type Line, type Reply } from './line.ts';
import { chanceFor, stormsOf, type World } from './world.ts';

/** A citizen with a telephone. What the platform could not hand over stands in its list: it is not sent again. */
export function openSmsLine(world: World, name: string): { line: Line; witness: Witness } {
  const address = `+5076${name.padStart(7, '0')}`;
  const witness = openWitness('sms', address);
  const inbox = createInbox(world.ending, witness);
  const chance = chanceFor(world, 'sms', name);
  const heard = new Set<string | null>();
  world.telephones.set(address, ({ body, outboundId }) => {
    witness.seen.push({ seq: witness.seen.length + 1, text: body, from: 'bot' });
    answered(world, 'sms', address);
    if (heard.has(outboundId)) return;
    heard.add(outboundId);
    inbox.put(replyOf(body));
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
  const { ledger } = world;
  const { twilio } = world.platforms;
  const sid = `SM${[...Array(32)].map(() => chance.whole(0, 15).toString(16)).join('')}`;
  const said: Said = {
    ...{ channel: 'sms', account: twilio.options.number, address: from, providerId: sid, text },
    ...{ startedAt: performance.now(), ackedAt: null, seq: null },
  };
  ledger.said.push(said);
  if (chance.yes(0.15) && !world.measured) {
    twilio.trouble([troubleOf(chance)], from);
    ledger.troubles += 1;
  }
  world.repeats.set(said, () => deliverSms(world, said));
  const times = chance.yes(stormsOf(world)) ? 5 : 1;
  ledger.redelivered += times - 1;
  const answers = await Promise.all(Array.from({ length: times }, () => deliverSms(world, said)));
  if (answers.some(ok => ok)) acknowledged(world, said);
}

/** The platform calls with a message, for the first time or again; true: it was acknowledged. */
export async function deliverSms({ platforms, ledger }: World, said: Said): Promise<boolean> {
  const { address, text, providerId: sid } = said;
  const answer = await counted(ledger, () => platforms.twilio.inbound({ from: address, body: text, sid }));
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

/** What a person reads out of a message, and of what stands below it to be tapped. */
export function replyOf(text: string, choices: { value: string }[] = []): Reply {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const asks = ASKS.find(([pattern]) => pattern.test(plain))?.[1] ?? (choices.length > 0 ? 'choice' : 'none');
  return {
    text,
    asks,
    case: /\b311(-\d{3}){3}\b/.exec(text)?.[0] ?? null,
    choices: choices.length > 0 ? choices.map(({ value }) => value) : asks === 'choice' ? ['1'] : [],
  };
}
