import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { ApiDeps } from '../../src/api/api-deps.ts';
import { apiRoutes } from '../../src/api/routes.ts';
import type { Case, Holder } from '../../src/cases/case.ts';
import type { CaseNotice, Notice } from '../../src/cases/notify.ts';
import type { Opening } from '../../src/cases/steps.ts';
import { openCase } from '../../src/cases/steps.ts';
import { route } from '../../src/catalogue/route.ts';
import type { Capabilities } from '../../src/channels/channel.ts';
import { render } from '../../src/channels/render.ts';
import { createServer } from '../../src/http.ts';
import type { Classifier, PlaceGuess, Understanding } from '../../src/nlu/classifier.ts';
import type { Job } from '../../src/queue/queue.ts';
import type { Conversation } from '../../src/storage/store.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { smallCatalogue } from './small-catalogue.ts';
import { countingIds, storeOnDisk } from './store.ts';

/** A Monday morning in Panama. */
export const MONDAY = new Date('2026-10-26T15:00:00Z');

const SMS: Capabilities = {
  ...{ textLimit: 1_530, alphabet: 'gsm7', choices: null, media: true, location: false, receipts: true },
  ...{ replyWindowMs: null, anonymous: false, pull: false },
};
const WEB: Capabilities = { ...SMS, alphabet: 'unicode', pull: true, anonymous: true };
const CHANNELS: Record<string, { account: string; capabilities: Capabilities }> = {
  sms: { account: '+5076000000', capabilities: SMS },
  web: { account: '', capabilities: WEB },
  'terminal-sms': { account: '', capabilities: { ...SMS, pull: true } },
};

/** A desk for cases on a real store, with the words of notices replaced by what they are about. */
export interface CasesDesk {
  store: WholeStore;
  deps: ApiDeps;
  server: FastifyInstance;
  /** Moves the clock. */
  at(time: Date): void;
  jobs: Job[];
  /** Notices worded so far. */
  notices: { notice: Notice; c: Case; busy: boolean }[];
  /** A conversation of an invented telephone, or web session. */
  talk(address?: string, channel?: string): Promise<Conversation>;
  /** Stores a case as a citizen's turn would have; its id is the store's. */
  file(more?: Partial<Opening>): Promise<Case>;
  caseNow(number: string): Promise<Case>;
  /** What a conversation was told, in order. */
  told(conversationId: string): Promise<string[]>;
}

/** Opens a desk on an empty store. */
export async function openCasesDesk(overrides: Partial<ApiDeps> = {}): Promise<CasesDesk> {
  const { store } = await storeOnDisk();
  const catalogue = smallCatalogue();
  const clock = { now: MONDAY };
  const jobs: Job[] = [];
  const notices: CasesDesk['notices'] = [];
  const newId = countingIds();
  const deps: ApiDeps = {
    ...{ store, keys: store, catalogue, render, newId, random: countingBytes() },
    ...{ route: route(catalogue), classifier: wordClassifier(), now: () => clock.now },
    queue: { add: async job => void jobs.push(job) },
    caseNotice: noticeInWords(notices),
    capabilitiesOf: channel => CHANNELS[channel]?.capabilities ?? null,
    accountOf: channel => CHANNELS[channel]?.account ?? null,
    accounts: () => Object.entries(CHANNELS).map(([channel, { account }]) => ({ channel, account })),
    newPin: number => ({ pin: '493817', hash: `hash of ${number} 493817` }),
    hashKey: key => `hashed ${key}`,
    standing: async () => null,
    givenKeys: [
      { name: 'Mesa', key: 'operator-key', local: false },
      { name: 'consola', key: 'local-key', local: true },
    ],
    channels: () => [],
    checkChannel: async () => null,
    resume: () => [{ text: '¿Dónde es?', asks: 'place', class: 'reply' }],
    fileOnPage: (_conversation, { name }, { number }) => `Archivo ${name}: página de ${number}`,
    rotateKeyring: async () => 3,
    learning: scriptedLearning(),
    receive: async messages => store.addInbound(messages, clock.now),
    closing: new AbortController().signal,
    log: pino({ level: 'silent' }),
    ...overrides,
  };
  const server = createServer({ log: pino({ level: 'silent' }), trustProxy: 0 });
  apiRoutes(server, deps);
  return {
    ...{ store, deps, server, jobs, notices },
    at: time => {
      clock.now = time;
    },
    talk: async (address = '+50760001111', channel = 'sms') => {
      const account = CHANNELS[channel]?.account ?? '';
      const id = await store.open({ channel, account, address }, null, clock.now);
      return talkNow(store, id);
    },
    file: async (more = {}) => {
      const number = `311-000-000-${String(notices.length + Number(newId().split('-')[1])).padStart(3, '0')}`;
      const change = openCase({ ...OPENING, id: newId(), number, at: clock.now, ...more }, catalogue.centre);
      await store.commit({ at: clock.now, cases: [change] });
      return { ...change.case, version: 1 };
    },
    caseNow: async number => {
      const c = await store.caseByNumber(number);
      if (!c) throw new Error(`no case ${number}`);
      return c;
    },
    told: async id => (await store.transcript(id, 0, 100)).map(({ text }) => text),
  };
}

/** A conversation as it is now. */
export async function talkNow(store: WholeStore, id: string): Promise<Conversation> {
  const conversation = (await store.load(id))?.conversation;
  if (!conversation) throw new Error('no such conversation');
  return conversation;
}

/** The water works: who holds the cases of these tests. */
export const IDAAN: Holder = { agencyId: 'idaan', districtCode: null };

const OPENING = {
  ...{ kind: 'queja', serviceId: 'water_leak', holder: IDAAN, reasons: ['tubo roto'], place: null },
  ...{ description: ['hay un tubo roto'], privacy: 'normal', reporter: null, conversationId: null },
  ...{ opening: null, attachments: [], pinHash: null, days: 10, by: 'citizen' },
} satisfies Omit<Opening, 'id' | 'number' | 'at'>;

/** Rising bytes, so that numbers differ and runs are alike. */
function countingBytes(): (bytes: number) => Buffer {
  let count = 0;
  return bytes => {
    count += 1;
    const buffer = Buffer.alloc(bytes);
    buffer.writeUInt32BE(count * 7_919, bytes - 4);
    return buffer;
  };
}

function noticeInWords(notices: CasesDesk['notices']): CaseNotice {
  return (notice, c, { busy }) => {
    notices.push({ notice, c, busy });
    const words = 'note' in notice ? notice.note : 'text' in notice ? notice.text : null;
    const text = [notice.what, c.status, words].filter(Boolean).join(' ');
    const solved = notice.what === 'solved_nudge' || (notice.what === 'status' && c.status === 'resolved');
    const ask = solved ? ('solved' as const) : notice.what === 'question' ? ('answer' as const) : null;
    const choices = solved ? [{ label: 'Sí', value: `solved:${c.number}` }] : [];
    const awaits = ask === null ? null : { ask, choices, caseNumber: c.number, misses: 0 };
    return { reply: { text, choices, asks: ask ?? 'none', class: 'notice', caseNumber: c.number }, awaits };
  };
}

/** Learns nothing, and says where that stands. */
export function scriptedLearning(): ApiDeps['learning'] {
  const state = { training: false, learned: null, last: null, failed: false };
  return {
    state: () => ({ ...state }),
    start: async () => {
      const free = !state.training;
      state.training = true;
      return free;
    },
    rollBack: async () => false,
  };
}

/** Understands a handful of words; what is not among them is not understood. */
export function wordClassifier(): Classifier {
  const ranked = <T>(text: string, table: [RegExp, T][]): T[] =>
    table.flatMap(([pattern, value]) => (pattern.test(text) ? [value] : []));
  return {
    locate: () => null,
    acts: () => ({ acts: [], questions: [] }),
    where: () => null,
    understand: text => ({
      ...NOTHING,
      services: ranked(text, SERVICES),
      places: ranked(text, PLACES),
      reasons: ranked(text, SERVICES).map(({ id }) => id),
    }),
  };
}

const NOTHING: Understanding = {
  ...{ intent: 'report', kinds: [], agencies: [], services: [], procedures: [], places: [], emergency: null },
  ...{ flags: [], reasons: [], language: 'es' },
};

const SERVICES: [RegExp, { id: string; p: number }][] = [
  [/tubo/, { id: 'water_leak', p: 0.9 }],
  [/basura/, { id: 'garbage', p: 0.8 }],
  [/beca/, { id: 'scholarship', p: 0.7 }],
  [/hueco/, { id: 'pothole', p: 0.5 }],
  [/aguas negras/, { id: 'sewage', p: 0.45 }],
  [/ruido/, { id: 'noise', p: 0.45 }],
];

const guess = (code: string, text: string, district: string, p: number): PlaceGuess => {
  return { ...{ code, text, district, p, province: 'Panamá', corregimiento: null }, lat: 9.05, lon: -79.46 };
};
const PLACES: [RegExp, PlaceGuess][] = [
  [/Cerro Viento/, guess('080509', 'Cerro Viento', 'San Miguelito', 0.9)],
  [/Chitré/, guess('0601', 'Chitré', 'Chitré', 0.8)],
  [/El Carmen/, guess('080401', 'El Carmen', 'Panamá', 0.5)],
  [/El Carmen/, guess('130401', 'El Carmen', 'La Chorrera', 0.45)],
];
