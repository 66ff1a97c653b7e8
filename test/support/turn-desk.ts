import { pino } from 'pino';
import { route } from '../../src/catalogue/route.ts';
import type { Capabilities, InboundMessage, Reply } from '../../src/channels/channel.ts';
import { capabilitiesOfKnown } from '../../src/channels/index.ts';
import { render } from '../../src/channels/render.ts';

import { createTakeTurn, type TakeTurnDeps } from '../../src/dialogs/turn/take-turn.ts';
import type { Facts, Stimulus, Turn } from '../../src/dialogs/turn.ts';
import type { Job } from '../../src/queue/queue.ts';
import type { Conversation as Talk } from '../../src/storage/store.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { MONDAY, wordClassifier } from './cases-desk.ts';
import { smallCatalogue } from './small-catalogue.ts';
import { countingIds, message, type StoreOnDisk, storeOnDisk } from './store.ts';

/** How a scripted desk answers. */
export type Script = (talk: Talk, stimulus: Stimulus, facts: Facts) => Partial<Turn>;

/** Turns on a real store, answered by a script in place of the dialog. */
export interface TurnDesk {
  disk: StoreOnDisk;
  store: WholeStore;
  take: (conversationId: string) => Promise<void>;
  deps: TakeTurnDeps;
  /** What every call of the script was given. */
  seen: { talk: Talk; stimulus: Stimulus; facts: Facts }[];
  jobs: { job: Job; delayMs: number }[];
  counts: string[];
  /** Moves the clock on. */
  later(ms: number): void;
  /** A citizen writes; the conversation's id. */
  hears(text: string, more?: Partial<InboundMessage>): Promise<string>;
  talkNow(id: string): Promise<Talk>;
  /** What was said to the citizen, in order. */
  said(id: string): Promise<string[]>;
}

/** One reply of words. */
export function reply(text: string, more: Partial<Reply> = {}): Reply {
  return { text, asks: 'none', class: 'reply', ...more };
}

/** Repeats what it was told, one reply a turn. */
export const echo: Script = (_talk, stimulus) => ({
  replies: [
    reply(
      `Oigo: ${'messages' in stimulus ? stimulus.messages.map(({ text }) => text).join(' · ') : 'alarma'}`,
    ),
  ],
});

/** Opens a desk on an empty store. */
export async function openTurnDesk(
  script: Script = echo,
  overrides: Partial<TakeTurnDeps> = {},
): Promise<TurnDesk> {
  const disk = await storeOnDisk();
  const { store } = disk;
  const clock = { now: MONDAY };
  const seen: TurnDesk['seen'] = [];
  const jobs: TurnDesk['jobs'] = [];
  const counts: string[] = [];
  const catalogue = smallCatalogue();
  const newId = countingIds();
  const deps: TakeTurnDeps = {
    ...{ store, catalogue, render, newId, route: route(catalogue), classifier: wordClassifier() },
    queue: { add: async (job, delayMs = 0) => void jobs.push({ job, delayMs }) },
    advance: (talk, stimulus, facts) => {
      seen.push({ talk, stimulus, facts });
      const turn = script(talk, stimulus, facts);
      return { ...{ state: talk.state, set: {}, replies: [], cases: [], silence: null }, ...turn };
    },
    texts: { say: (language, key) => ({ text: `${language}:${key}` }) },
    takeMedia: async () => ({ files: [], unreadable: 0, takenAt: null }),
    capabilitiesOf: channel => capabilitiesOfKnown(channel) as Capabilities | null,
    quietGapMs: () => 1_200,
    messagesPerMinute: () => catalogue.centre.limits.messagesPerMinute,
    publicUrl: () => 'https://311.example.org',
    now: () => clock.now,
    random: bytes => Buffer.alloc(bytes, 7),
    newPin: number => ({ pin: '4938', hash: `hash of ${number}` }),
    newCode: () => ({ code: '123456', hash: 'hash of 123456' }),
    hashCode: code => `hash of ${code}`,
    lookByPin: async () => null,
    roads: () => [],
    log: pino({ level: 'silent' }),
    elapsedMs: () => performance.now(),
    count: (_seconds, result) => void counts.push(result),
    ...overrides,
  };
  return {
    ...{ disk, store, deps, seen, jobs, counts, take: createTakeTurn(deps) },
    later: ms => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    hears: async (text, more = {}) => {
      const [added] = await store.addInbound([message(text, { providerId: newId(), ...more })], clock.now);
      return added?.conversationId ?? '';
    },
    talkNow: async id => {
      const talk = (await store.load(id, 0))?.conversation;
      if (!talk) throw new Error('no such talk');
      return talk;
    },
    said: async id =>
      (await store.transcript(id, 0, 500)).flatMap(({ from, text }) => (from === 'bot' ? [text] : [])),
  };
}
