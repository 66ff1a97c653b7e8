import path from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import type { Choice, Part } from '../../src/channels/channel.ts';
import { receive } from '../../src/channels/receive.ts';
import { newState } from '../../src/dialogs/state.ts';
import { createServer } from '../../src/http.ts';
import { loadKeyring } from '../../src/keyring.ts';
import type { NewOutbound, StoredMessage } from '../../src/storage/store.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { createVault } from '../../src/vault.ts';
import type { ChatDeps } from '../../src/web/chat.ts';
import { chatRoutes } from '../../src/web/chat-routes.ts';
import { addressOf } from '../../src/web/news.ts';
import { smallCatalogue } from './small-catalogue.ts';
import { countingIds, type StoreOnDisk, storeOnDisk } from './store.ts';

/** A Monday morning in Panama. */
export const WEB_NOW = new Date('2026-10-26T15:00:00Z');

/** What a scripted bot says to the messages of a turn. */
export type Script = (messages: StoredMessage[]) => (Pick<NewOutbound, 'asks'> & { part: Part })[];

/** The chat's routes on a real store, answered by a script in place of the dialog. */
export interface WebDesk {
  server: FastifyInstance;
  store: WholeStore;
  disk: StoreOnDisk & { folder: string };
  deps: ChatDeps;
  /** Turns that ran. */
  turns: string[];
  /** A session and how to call with it. */
  visit(): Promise<Visit>;
  /** Moves the clock on by a minute. */
  later(): void;
  /** What happens without the citizen: a notice, a person's word. */
  tell(session: string, text: string, more?: Partial<NewOutbound>): Promise<void>;
}

/** One citizen's session. */
export interface Visit {
  session: string;
  token: string;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, payload: InjectOptions['payload']): Promise<LightMyRequestResponse>;
}

/** One reply of a script. */
export function say(text: string, choices: Choice[] = [], asks: NewOutbound['asks'] = 'none') {
  return { part: { text, choices }, asks };
}

/** Opens a desk in a folder, by default a new one. */
export async function openWebDesk(
  overrides: Partial<ChatDeps> = {},
  script: Script = messages => messages.map(message => say(`Leí: ${message.text ?? message.choice ?? '-'}`)),
  folder?: string,
): Promise<WebDesk> {
  const disk = await storeOnDisk(folder);
  const where = path.dirname(disk.file);
  const { store } = disk;
  const newId = countingIds('web');
  const clock = { now: WEB_NOW };
  const turns: string[] = [];
  const answer = async (id: string): Promise<void> => {
    turns.push(id);
    await takeScriptedTurn(store, id, script, newId, clock.now);
  };
  const queue = {
    add: async (job: { name: string; conversationId?: string }) => void answerSoon(job, answer),
  };
  const deps: ChatDeps = {
    store,
    vault: createVault(loadKeyring(disk.keyring, { create: true })),
    receive: (messages, receipts) =>
      receive({ store, queue, now: () => clock.now, quietGapMs: () => 0 }, messages, receipts),
    catalogue: smallCatalogue(),
    publicUrl: () => 'http://127.0.0.1',
    now: () => clock.now,
    newId,
    log: pino({ level: 'silent' }),
    ...overrides,
  };
  const server = createServer({ log: pino({ level: 'silent' }), trustProxy: 0 });
  chatRoutes(server, deps);
  return {
    ...{ server, store, deps, turns, disk: { ...disk, folder: where } },
    visit: () => visit(server),
    later: () => {
      clock.now = new Date(clock.now.getTime() + 60_000);
    },
    tell: (session, text, more) => tell(store, session, text, { id: newId(), ...more }),
  };
}

function answerSoon(
  job: { name: string; conversationId?: string },
  answer: (id: string) => Promise<void>,
): void {
  const { conversationId } = job;
  if (job.name === 'turn' && conversationId) setImmediate(() => void answer(conversationId).catch(() => {}));
}

async function visit(server: FastifyInstance): Promise<Visit> {
  const made = await server.inject({ method: 'POST', url: '/chat/sessions' });
  const { session, token } = made.json() as { session: string; token: string };
  const headers = { authorization: `Bearer ${token}` };
  return {
    ...{ session, token },
    get: url => server.inject({ method: 'GET', url, headers }),
    post: (url, payload) => server.inject({ method: 'POST', url, headers, ...(payload ? { payload } : {}) }),
  };
}

async function takeScriptedTurn(
  store: WholeStore,
  id: string,
  script: Script,
  newId: () => string,
  at: Date,
): Promise<void> {
  const loaded = await store.load(id);
  if (!loaded || loaded.messages.length === 0) return;
  const { conversation, messages } = loaded;
  const turn = conversation.turns + 1;
  await store.commit({
    at,
    conversation: {
      ...{ id, expectedVersion: conversation.version, turn: true, set: { state: newState('es') } },
      consumed: messages.map(({ seq }) => seq),
    },
    outbound: script(messages).map(reply => outbound(id, newId(), { turn, ...reply })),
  });
}

function outbound(conversationId: string, id: string, more: Partial<NewOutbound>): NewOutbound {
  return {
    ...{ id, conversationId, turn: null, from: 'bot', part: { text: '', choices: [] }, asks: 'none' },
    ...{ class: 'reply', caseId: null, caseNumber: null, state: 'accepted' },
    ...more,
  };
}

async function tell(
  store: WholeStore,
  session: string,
  text: string,
  more: Partial<NewOutbound> & { id: string },
): Promise<void> {
  const conversationId = await store.open(addressOf(session), null, WEB_NOW);
  const part = { text, choices: [] };
  await store.commit({ at: WEB_NOW, outbound: [outbound(conversationId, more.id, { part, ...more })] });
}
