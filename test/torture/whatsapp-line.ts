import type { Fields } from '../support/http-server.ts';
import type { Person } from '../support/whatsapp-stand-in.ts';
import type { Chance } from './chance.ts';
import { counted, type Said, type Witness } from './ledger.ts';
import { acknowledged, again, answered, createInbox, type Line } from './line.ts';
import { replyOf, saySms } from './sms-line.ts';
import { chanceFor, stormsOf, type World } from './world.ts';

/** A citizen on WhatsApp, whose telephone shows the same message once. */
export function openWhatsAppLine(world: World, name: string): { line: Line; witness: Witness } {
  const phone = `65${name.padStart(6, '0')}`;
  const who: Person = { number: `507${phone}`, userId: `PA.7${name.padStart(14, '0')}`, name: 'Ana Batista' };
  const address = String(who.userId);
  const witness: Witness = { channel: 'whatsapp', address, confirmed: 0, numbers: [], seen: [] };
  const inbox = createInbox(world.ending);
  const chance = chanceFor(world, 'whatsapp', name);
  const heard = new Set<string | null>();
  const labels = new Map<string, string>();
  world.telephones.set(address, ({ body, outboundId, choices }) => {
    witness.seen.push({ seq: witness.seen.length + 1, text: body, from: 'bot' });
    answered(world, 'whatsapp', address);
    if (heard.has(outboundId)) return;
    heard.add(outboundId);
    for (const { label, value } of choices) labels.set(value, label);
    inbox.put(replyOf(body, choices));
  });
  const line: Line = {
    channel: 'whatsapp',
    address,
    say: ({ text, choice }) => {
      const tapped = choice === undefined ? undefined : { id: choice, title: labels.get(choice) ?? '' };
      return say(world, who, { text, tapped, chance });
    },
    next: inbox.next,
    prove: async patienceMs => {
      listenForCode(world, `+507${phone}`, chance);
      await line.say({ text: `agregar mi celular ${phone.slice(0, 4)}-${phone.slice(4)}` });
      await inbox.next(patienceMs);
    },
    close: () => {},
  };
  return { line, witness };
}

interface Words {
  text: string;
  tapped: { id: string; title: string } | undefined;
  chance: Chance;
}

/** Says it; sometimes the platform repeats its call five times at once, or is sick afterwards. */
async function say(world: World, who: Person, { text, tapped, chance }: Words): Promise<void> {
  const { platforms, ledger } = world;
  const id = `wamid.${chance.whole(1e15, 9e15)}`;
  const said: Said = {
    ...{ channel: 'whatsapp', account: platforms.whatsapp.phoneNumberId, address: String(who.userId) },
    ...{ providerId: id, text, startedAt: performance.now(), ackedAt: null, seq: null },
  };
  ledger.said.push(said);
  if (chance.yes(0.12) && !world.measured) trouble(world, chance);
  const content: Fields = tapped
    ? { type: 'interactive', interactive: { type: 'button_reply', button_reply: tapped } }
    : { type: 'text', text: { body: text } };
  const tell = async (): Promise<boolean> => {
    const status = await counted(ledger, () => platforms.whatsapp.sends({ ...content, id }, who));
    return status !== null && status < 300;
  };
  world.repeats.set(said, tell);
  const times = chance.yes(stormsOf(world)) ? 5 : 1;
  ledger.redelivered += times - 1;
  const first = await Promise.all(Array.from({ length: times }, tell));
  if (first.some(ok => ok) || (await again(world, tell))) acknowledged(world, said);
}

/** Meets whoever calls next; a call whose answer is lost is told of by its receipts. */
function trouble({ platforms, ledger }: World, chance: Chance): void {
  const troubles = [
    { status: 400, code: 131056 },
    { status: 500, code: 2 },
    { drop: 'before' },
    { drop: 'after' },
    { delayMs: chance.whole(300, 6_000) },
  ] as const;
  const met = chance.pick(troubles);
  ledger.troubles += 1;
  // A receipt may meet a process that is just being killed.
  if ('drop' in met || 'status' in met) ledger.unreadable += 1;
  platforms.whatsapp.trouble(met);
}

/** The telephone gets a code, and its owner answers it. */
function listenForCode(world: World, phone: string, chance: Chance): void {
  world.telephones.set(phone, ({ body }) => {
    const [code] = /(?<!\d)\d{6}(?!\d)/.exec(body) ?? [];
    if (code) void saySms(world, phone, code, chance);
  });
}
