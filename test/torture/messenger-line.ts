import type { Fields } from '../support/http-server.ts';
import type { Chance } from './chance.ts';
import { counted, openWitness, type Said, type Witness } from './ledger.ts';
import { createInbox, type Line, tellUntilTaken } from './line.ts';
import { meetTrouble, shownOnce } from './meta-line.ts';
import { chanceFor, type World } from './world.ts';

/** A citizen on Messenger, whose telephone shows the same message once. */
export function openMessengerLine(world: World, name: string): { line: Line; witness: Witness } {
  const address = `65${name.padStart(14, '0')}`;
  const witness = openWitness('messenger', address);
  const inbox = createInbox(world.ending, witness);
  const chance = chanceFor(world, 'messenger', name);
  shownOnce(world, witness, inbox);
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
  if (chance.yes(0.12) && !world.measured) meetTrouble(world, 'messenger', 1200, chance);
  const more: Fields = { mid, ...(choice === undefined ? {} : { quick_reply: { payload: choice } }) };
  const tell = async (): Promise<boolean> => {
    const status = await counted(ledger, () => messenger.says(text, more, address));
    return status !== null && status < 300;
  };
  await tellUntilTaken(world, said, tell, chance);
}
