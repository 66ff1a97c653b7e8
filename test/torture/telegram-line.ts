import { person, privateChat } from '../support/telegram-methods.ts';
import type { Trouble } from '../support/telegram-stand-in.ts';
import type { Chance } from './chance.ts';
import { counted, openWitness, type Said, type Witness } from './ledger.ts';
import { answered, createInbox, type Line, tellUntilTaken } from './line.ts';
import { replyOf } from './sms-line.ts';
import { chanceFor, type World } from './world.ts';

/** Ids of chats, beyond those of other tests. */
const FIRST_CHAT = 500_000_000;

/** A citizen on Telegram. The platform is told no id of ours: who reads the same twice in a row takes it for once. */
export function openTelegramLine(world: World, name: string): { line: Line; witness: Witness } {
  const chat = FIRST_CHAT + Number(name);
  const address = String(chat);
  const witness = openWitness('telegram', address);
  const inbox = createInbox(world.ending, witness);
  const chance = chanceFor(world, 'telegram', name);
  world.telephones.set(address, ({ body, choices }) => {
    const isRepeat = witness.seen.at(-1)?.text === body;
    witness.seen.push({ seq: witness.seen.length + 1, text: body, from: 'bot' });
    answered(world, 'telegram', address);
    if (!isRepeat) inbox.put(replyOf(body, choices));
  });
  const line: Line = {
    channel: 'telegram',
    address,
    say: said => say(world, chat, said, chance),
    next: inbox.next,
    close: () => {},
  };
  return { line, witness };
}

interface Words {
  text: string;
  choice?: string;
}

/** Says it, or taps it; sometimes the platform repeats its call, or is sick afterwards. */
async function say(world: World, chat: number, { text, choice }: Words, chance: Chance): Promise<void> {
  const { platforms, ledger } = world;
  const id = chance.whole(1e8, 1e9);
  const [account = ''] = platforms.telegram.token.split(':');
  const said: Said = {
    ...{ channel: 'telegram', account, address: String(chat), text },
    providerId: choice === undefined ? `${chat}.${id}` : `tap.${id}`,
    ...{ startedAt: performance.now(), ackedAt: null, seq: null },
  };
  ledger.said.push(said);
  if (chance.yes(0.12) && !world.measured) trouble(world, chance);
  const update = {
    update_id: id,
    ...(choice === undefined ? written(chat, id, text) : tapped(chat, id, choice)),
  };
  const tell = async (): Promise<boolean> =>
    (await counted(ledger, () => platforms.telegram.offer(update))) === true;
  await tellUntilTaken(world, said, tell, chance);
}

const DATE = 1_785_000_000;

function written(chat: number, message_id: number, text: string) {
  return { message: { message_id, from: person(chat), chat: privateChat(chat), date: DATE, text } };
}

function tapped(chat: number, id: number, data: string) {
  const message = { message_id: 1, date: DATE, chat: privateChat(chat), text: '' };
  return { callback_query: { id: String(id), from: person(chat), message, data } };
}

/** Meets whoever calls next. A call whose answer is lost cannot be read back here. */
function trouble({ platforms, ledger }: World, chance: Chance): void {
  const troubles: Trouble[] = [
    { refusal: { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } } },
    { refusal: { error_code: 500, description: 'Internal Server Error' } },
    { drop: 'before' },
    { drop: 'after' },
    { garbage: '<html>' },
  ];
  const met = chance.pick(troubles);
  ledger.troubles += 1;
  if (!met.refusal || met.refusal.error_code === 500) ledger.unreadable += 1;
  platforms.telegram.trouble(met);
}
