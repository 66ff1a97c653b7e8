import type { Fields } from '../support/http-server.ts';
import type { Person } from '../support/whatsapp-stand-in.ts';
import type { Chance } from './chance.ts';
import { counted, openWitness, type Said, type Witness } from './ledger.ts';
import { createInbox, type Line, tellUntilTaken } from './line.ts';
import { meetTrouble, shownOnce } from './meta-line.ts';
import { saySms } from './sms-line.ts';
import { chanceFor, type World } from './world.ts';

/** A citizen on WhatsApp, whose telephone shows the same message once. */
export function openWhatsAppLine(world: World, name: string): { line: Line; witness: Witness } {
  const phone = `65${name.padStart(6, '0')}`;
  const who: Person = { number: `507${phone}`, userId: `PA.7${name.padStart(14, '0')}`, name: 'Ana Batista' };
  const address = String(who.userId);
  const witness = openWitness('whatsapp', address);
  const inbox = createInbox(world.ending, witness);
  const chance = chanceFor(world, 'whatsapp', name);
  const labels = new Map<string, string>();
  shownOnce(world, witness, inbox, choices => {
    for (const { label, value } of choices) labels.set(value, label);
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
  if (chance.yes(0.12) && !world.measured) meetTrouble(world, 'whatsapp', 131_056, chance);
  const content: Fields = tapped
    ? { type: 'interactive', interactive: { type: 'button_reply', button_reply: tapped } }
    : { type: 'text', text: { body: text } };
  const tell = async (): Promise<boolean> => {
    const status = await counted(ledger, () => platforms.whatsapp.sends({ ...content, id }, who));
    return status !== null && status < 300;
  };
  await tellUntilTaken(world, said, tell, chance);
}

/** The telephone gets a code, and its owner answers it. */
function listenForCode(world: World, phone: string, chance: Chance): void {
  world.telephones.set(phone, ({ body }) => {
    const [code] = /(?<!\d)\d{6}(?!\d)/.exec(body) ?? [];
    if (code) void saySms(world, phone, code, chance);
  });
}
