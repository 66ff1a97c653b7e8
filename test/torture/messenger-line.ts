import type { Fields } from '../support/http-server.ts';
import type { Chance } from './chance.ts';
import { counted, type Said, type Witness } from './ledger.ts';
import { acknowledged, again, answered, createInbox, type Line } from './line.ts';
import { replyOf } from './sms-line.ts';
import { chanceFor, stormsOf, type World } from './world.ts';

/** A citizen on Messenger, whose telephone shows the same message once. */
export function openMessengerLine(world: World, name: string): { line: Line; witness: Witness } {
  const address = `65${name.padStart(14, '0')}`;
  const witness: Witness = { channel: 'messenger', address, confirmed: 0, numbers: [], seen: [] };
  const inbox = createInbox(world.ending);
  const chance = chanceFor(world, 'messenger', name);
  const heard = new Set<string | null>();
  world.telephones.set(address, ({ body, outboundId, choices }) => {
    witness.seen.push({ seq: witness.seen.length + 1, text: body, from: 'bot' });
    answered(world, 'messenger', address);
    if (heard.has(outboundId)) return;
    heard.add(outboundId);
    inbox.put(replyOf(body, choices));
  });
  const line: Line = {
    channel: 'messenger',
    address,
    say: said => say(world, address, said, chance),
    next: inbox.next,
    close: () => {},
  };
  return { line, witness };
}

interface Words {
  text: string;
  choice?: string;
}

/** Says it, or taps it; sometimes the platform repeats its call five times at once, or is sick afterwards. */
async function say(world: World, address: string, { text, choice }: Words, chance: Chance): Promise<void> {
  const { platforms, ledger } = world;
  const { messenger } = platforms;
  const mid = `m_${chance.whole(1e15, 9e15)}`;
  const said: Said = {
    ...{ channel: 'messenger', account: messenger.pageId, address, providerId: mid, text },
    ...{ startedAt: performance.now(), ackedAt: null, seq: null },
  };
  ledger.said.push(said);
  if (chance.yes(0.12) && !world.measured) trouble(world, chance);
  const more: Fields = { mid, ...(choice === undefined ? {} : { quick_reply: { payload: choice } }) };
  const tell = async (): Promise<boolean> => {
    const status = await counted(ledger, () => messenger.says(text, more, address));
    return status !== null && status < 300;
  };
  world.repeats.set(said, tell);
  const times = chance.yes(stormsOf(world)) ? 5 : 1;
  ledger.redelivered += times - 1;
  const first = await Promise.all(Array.from({ length: times }, tell));
  if (first.some(ok => ok) || (await again(world, tell))) acknowledged(world, said);
}

/** Meets whoever calls next; a call whose answer is lost is told of by its echo. */
function trouble({ platforms, ledger }: World, chance: Chance): void {
  const troubles = [
    { status: 400, code: 1200 },
    { status: 500, code: 2 },
    { drop: 'before' },
    { drop: 'after' },
    { delayMs: chance.whole(300, 6_000) },
  ] as const;
  const met = chance.pick(troubles);
  ledger.troubles += 1;
  // An echo may meet a process that is just being killed.
  if ('drop' in met || 'status' in met) ledger.unreadable += 1;
  platforms.messenger.trouble(met);
}
