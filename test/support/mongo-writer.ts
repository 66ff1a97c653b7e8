import { createInterface } from 'node:readline';
import { ConflictError } from '../../src/errors.ts';
import { openIn } from './mongo-store.ts';
import { message, newCase, outbound } from './store.ts';

/**
 * A process of its own that writes messages and takes turns, each of which files a case and answers, on the same talks as
 * its like, until it is killed. Prints the provider id of each message after it was acknowledged, `+` for each turn it took
 * and `!` for what was refused.
 */
const [url = '', keyring = '', run = ''] = process.argv.slice(2);
createInterface(process.stdin).on('close', () => process.exit());

const store = await openIn(url, keyring);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function takeTurn(id: string): Promise<void> {
  const found = await store.load(id);
  if (!found || found.messages.length === 0) return;
  const { version, turns } = found.conversation;
  const name = `${id}.${turns + 1}`;
  const opening = { conversationId: id, turn: turns + 1, index: 0 };
  const at = new Date();
  const opened = { at, what: 'opened', from: null, to: 'received', by: 'citizen', note: null } as const;
  const filed = newCase({
    id: `case-${name}`,
    number: name,
    status: 'received',
    conversationId: id,
    opening,
  });
  const consumed = found.messages.map(({ seq }) => seq);
  await store.commit({
    at,
    conversation: { id, expectedVersion: version, consumed, turn: true, set: {} },
    cases: [{ case: filed, expectedVersion: 0, events: [opened] }],
    outbound: [outbound(id, name, { turn: turns + 1 })],
  });
  say('+');
}

async function write(writer: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const providerId = `${run}-${writer}-${n}`;
    try {
      const said = message(providerId, { providerId, address: `+5076000${writer}${n % 3}` });
      const [added] = await store.addInbound([said], new Date());
      say(providerId);
      await takeTurn(added?.conversationId ?? '');
    } catch (error) {
      if (!(error instanceof ConflictError)) say(`! ${String(error)}`);
    }
  }
}

say('ready');
await Promise.all([1, 2, 3].map(write));
