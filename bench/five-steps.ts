import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { pino } from 'pino';
import { loadCatalogue } from '../src/catalogue/load.ts';
import { route } from '../src/catalogue/route.ts';
import type { Capabilities } from '../src/channels/channel.ts';
import { capabilitiesOfKnown } from '../src/channels/index.ts';
import { render } from '../src/channels/render.ts';
import { PROJECT_ROOT } from '../src/config.ts';
import { advance } from '../src/dialogs/advance.ts';
import { newState } from '../src/dialogs/state.ts';
import { createTakeTurn } from '../src/dialogs/turn/take-turn.ts';
import { loadKeyring } from '../src/keyring.ts';
import type { Classifier, PlaceGuess, Understanding } from '../src/nlu/classifier.ts';
import { openSqlite } from '../src/storage/sqlite.ts';
import { loadTexts } from '../src/texts.ts';
import { createVault } from '../src/vault.ts';
import type { Desk } from './peer.ts';

/** The shipped store and dialog with the office's own configuration; what words mean is given. */
export async function openOurs(folder: string): Promise<Desk> {
  const configDir = path.join(PROJECT_ROOT, 'config');
  const [catalogue, texts] = [await loadCatalogue(configDir), await loadTexts(configDir)];
  const vault = createVault(loadKeyring(path.join(folder, 'keyring'), { create: true }));
  const log = pino({ level: 'silent' });
  const newId = (): string => randomBytes(16).toString('base64url');
  const file = path.join(folder, 'ventanilla.db');
  const store = await openSqlite({ file, vault, log, newId, initialState: () => newState('es') });
  const digits = (): string => String(randomBytes(6).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  const hashCode = (code: string): string => vault.hash('code', code);
  const take = createTakeTurn({
    ...{ store, catalogue, texts, route: route(catalogue), classifier: GIVEN, advance, render, log, newId },
    ...{ random: randomBytes, now: () => new Date(), elapsedMs: () => performance.now(), roads: () => [] },
    queue: { add: async () => {} },
    takeMedia: async () => ({ files: [], unreadable: 0, takenAt: null }),
    capabilitiesOf: channel => capabilitiesOfKnown(channel) as Capabilities | null,
    quietGapMs: () => 0,
    messagesPerMinute: () => catalogue.centre.limits.messagesPerMinute,
    publicUrl: () => 'https://311.example.org',
    newPin: number => {
      const pin = digits();
      return { pin, hash: vault.hash('pin', number, pin) };
    },
    newCode: () => {
      const code = digits();
      return { code, hash: hashCode(code) };
    },
    hashCode,
    lookByPin: async () => null,
  });
  const talks = new Map<string, string>();
  return {
    say: async (address, text) => {
      const message = { channel: 'sms', account: '+5076000000', address, providerId: newId(), text };
      const [added] = await store.addInbound([message], new Date());
      const id = added?.conversationId ?? '';
      talks.set(address, id);
      await take(id);
    },
    lastReply: async address => {
      const items = await store.transcript(talks.get(address) ?? '', 0, 100);
      return items.findLast(({ from }) => from === 'bot')?.text ?? '';
    },
  };
}

const PLACE: PlaceGuess = {
  ...{ code: '080509', province: 'Panamá', district: 'San Miguelito', corregimiento: 'Rufina Alfaro' },
  ...{ text: 'Cerro Viento', lat: null, lon: null, p: 0.95 },
};
const NOTHING: Understanding = {
  ...{ intent: 'report', kinds: [], agencies: [], services: [], procedures: [], places: [], emergency: null },
  ...{ flags: [], reasons: [], language: 'es' },
};

/** Understands what is said here, at no cost. */
const GIVEN: Classifier = {
  locate: () => null,
  acts: () => ({ acts: [], questions: [] }),
  where: () => null,
  understand: text => {
    const matter = text.startsWith('Hay');
    const doubt = text.includes('queja') ? [] : [{ id: 'idea' as const, p: 0.5 }];
    return {
      ...NOTHING,
      kinds: matter ? [{ id: 'queja', p: 0.5 }, ...doubt] : [],
      services: matter ? [{ id: 'water-leak', p: 0.95 }] : [],
      agencies: matter ? [{ id: 'idaan', p: 0.95 }] : [],
      places: text.includes('Cerro Viento') ? [PLACE] : [],
    };
  },
};
