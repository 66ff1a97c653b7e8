import type { Chance } from './chance.ts';
import type { Witness } from './ledger.ts';
import { answered, type Inbox } from './line.ts';
import { replyOf } from './sms-line.ts';
import type { World } from './world.ts';

/** A telephone with one of Meta's applications: it shows the same message once. `shown` is told of each message's choices. */
export function shownOnce(
  world: World,
  witness: Witness,
  inbox: Inbox,
  shown: (choices: readonly { label: string; value: string }[]) => void = () => {},
): void {
  const { channel, address } = witness;
  const heard = new Set<string | null>();
  world.telephones.set(address, ({ body, outboundId, choices }) => {
    witness.seen.push({ seq: witness.seen.length + 1, text: body, from: 'bot' });
    answered(world, channel, address);
    if (heard.has(outboundId)) return;
    heard.add(outboundId);
    shown(choices);
    inbox.put(replyOf(body, choices));
  });
}

/** Meets whoever calls next, with a code of the platform's own or worse; a call whose answer is lost is told of by what it echoes. */
export function meetTrouble(
  { platforms, ledger }: World,
  platform: 'whatsapp' | 'messenger',
  code: number,
  chance: Chance,
): void {
  const troubles = [
    { status: 400, code },
    { status: 500, code: 2 },
    { drop: 'before' },
    { drop: 'after' },
    { delayMs: chance.whole(300, 6_000) },
  ] as const;
  const met = chance.pick(troubles);
  ledger.troubles += 1;
  // What it echoes may meet a process that is just being killed.
  if ('drop' in met || 'status' in met) ledger.unreadable += 1;
  platforms[platform].trouble(met);
}
