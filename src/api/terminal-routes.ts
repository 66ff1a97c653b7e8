import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { InboundMessage } from '../channels/channel.ts';
import { isTerminal } from '../channels/terminal.ts';
import type { AddressKey } from '../storage/store.ts';
import { saidInTerminal, terminalTalk } from './answers.ts';
import type { ApiDeps } from './api-deps.ts';
import { type Answer, notFound, ok, type Route, route } from './route.ts';
import { terminalBody, terminalQuery } from './schemas.ts';

/** Between two looks at a talk somebody waits for. */
const EVERY_MS = 200;
/** Lines in one answer; a reader asks again after the last one. */
const PAGE_SIZE = 200;

/** A talk in a terminal, within the limits of the channel it stands in for: for the command line on the machine itself. */
export function terminalRoutes(deps: ApiDeps): Route[] {
  const path = '/terminals/:channel/:session/messages';
  const local = { path, roles: ['operator'], localOnly: true, success: 200, refusals: [404, 422] } as const;
  return [
    route({
      ...{ ...local, method: 'POST', summary: 'Says something as a citizen in a terminal' },
      ...{ body: terminalBody, answer: saidInTerminal },
      handle: async ({ params, body }) => {
        const address = addressOf(deps, params);
        return address ? hear(deps, address, body) : notFound('conversation');
      },
    }),
    route({
      ...{ ...local, method: 'GET', summary: 'The talk of a terminal after a line; waits for one' },
      ...{ query: terminalQuery, answer: terminalTalk },
      handle: async ({ params, query }) => {
        const address = addressOf(deps, params);
        return address ? read(deps, address, query) : notFound('conversation');
      },
    }),
  ];
}

/** Null: no terminal that is open, or no name of a session. */
function addressOf(
  { capabilitiesOf }: ApiDeps,
  { channel = '', session = '' }: Record<string, string>,
): AddressKey | null {
  const fits = isTerminal(channel) && capabilitiesOf(channel) !== null && /^[\w-]{1,64}$/.test(session);
  return fits ? { channel, account: '', address: session } : null;
}

async function hear(
  deps: ApiDeps,
  address: AddressKey,
  { id, text, choice }: z.output<typeof terminalBody>,
): Promise<Answer> {
  const message: InboundMessage = {
    ...{ ...address, providerId: `${address.address}:${id ?? deps.newId()}` },
    ...(text === undefined ? {} : { text }),
    ...(choice === undefined ? {} : { choice }),
  };
  const [added] = await deps.receive([message], []);
  if (!added) throw new TypeError('the store said nothing of a message');
  return ok({ seq: added.seq });
}

async function read(
  { store, closing }: ApiDeps,
  address: AddressKey,
  { after = 0, wait = 0 }: z.output<typeof terminalQuery>,
): Promise<Answer> {
  for (let left = wait * 1_000; ; left -= EVERY_MS) {
    const part = await look(store, address, after);
    if (part.messages.length > 0 || left <= 0 || closing.aborted) return ok(part);
    await pause(EVERY_MS);
  }
}

async function look(
  store: ApiDeps['store'],
  address: AddressKey,
  after: number,
): Promise<z.output<typeof terminalTalk>> {
  const conversation = await store.conversationOf(address);
  if (!conversation) return { messages: [], waiting: false };
  const items = await store.transcript(conversation.id, after, PAGE_SIZE);
  const messages = items.map(({ seq, at, from, turn, text, choices, asks, caseNumber }) => {
    return { seq, at: at.toISOString(), from, turn, text, choices, asks, case: caseNumber };
  });
  const open = await store.load(conversation.id, 1);
  return { messages, waiting: (open?.messages.length ?? 0) > 0 };
}
