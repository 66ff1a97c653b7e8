import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { allowedSteps } from '../../../src/cases/lifecycle.ts';
import { ConflictError } from '../../../src/errors.ts';
import { loadKeyring } from '../../../src/keyring.ts';
import type { Job } from '../../../src/queue/queue.ts';
import type { Change } from '../../../src/storage/store.ts';
import { type Finding, type Measures, verify } from '../../../src/storage/verify.ts';
import { verifyMongo } from '../../../src/storage/verify-mongo.ts';
import type { WholeStore } from '../../../src/storage/whole-store.ts';
import { createVault } from '../../../src/vault.ts';
import { type RunningDesk, settingsIn, startDesk } from '../../support/running-desk.ts';
import { startMongo } from '../../support/servers/mongodb.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { databaseIn } from '../evidence.ts';
import { configIn } from '../surroundings.ts';
import type { Write } from './history.ts';

/** Where two desks keep what they have in common. */
export type Profile = 'embedded' | 'scale';

/** One of two whole desks that serve the same talks and cases. */
export interface Desk extends RunningDesk {
  /** Has this desk look at the talk at once, as a sweep does that finds it forgotten. */
  wake(conversationId: string): void;
}

/** Two desks of one installation. */
export interface Pair {
  desks: readonly [Desk, Desk];
  /** Keys of two people of the office. */
  agents: readonly [string, string];
  store: WholeStore;
  writes: Write[];
  folder: string;
  /** How often it may be asked whether something is done: asking costs a database something, too. */
  lookMs: number;
  /** Ends both, and holds what they left against what the product promises. */
  finish(acknowledged: Measures['acknowledged']): Promise<Finding[]>;
}

/** How long a desk waits for the rest of a burst: then both take the turn. */
export const GAP_MS = 25;
const SWEEP_MS = 10;
/** How often what nobody woke is looked for. */
const FORGOTTEN_MS = 2_000;
/** With its usual memory the stand-in halts for seconds after some thousand races, longer than a desk waits for it. */
const ROOMY = ['--cache-size', '1G'];

/**
 * Opens two whole desks with the shipped configuration. Embedded: in one process, on one open file, since the product
 * gives it to one process. Scale: each with connections of its own to one database.
 */
export async function openPair(profile: Profile, seed: number): Promise<Pair> {
  const folder = mkdtempSync(path.join(tmpdir(), 'races-'));
  const env: Record<string, string> = {
    ...{ QUIET_GAP_MS: String(GAP_MS), CONFIG_DIR: hurriedConfig(folder) },
    KEYRING_FILE: path.join(folder, 'keyring'),
  };
  const mongo = profile === 'scale' ? await startMongo(...ROOMY) : null;
  if (mongo) env['STORE_URL'] = `${mongo.url}/desk`;
  const writes: Write[] = [];
  const chance = chanceOf(seed, 'desks');
  const first = await openDesk(env, folder, { writes, chance, shared: null });
  const shared = mongo ? null : first.real;
  const second = await openDesk(env, path.join(folder, 'second'), { writes, chance, shared });
  const desks = [first.desk, second.desk] as const;
  const measures = { vault: vaultOf(folder), allowedSteps };
  return {
    ...{ desks, writes, folder, store: first.real, lookMs: mongo ? 50 : 8 },
    agents: [await newKey(first.desk, 'Ana'), await newKey(first.desk, 'Beto')],
    finish: async acknowledged => {
      await second.desk.stop();
      await first.desk.stop();
      const held = { ...measures, ...(acknowledged ? { acknowledged } : {}) };
      const found = mongo
        ? await verifyMongo({ url: `${mongo.url}/desk`, ...held })
        : await verify({ file: databaseIn(folder), ...held });
      await mongo?.stop();
      return found;
    },
  };
}

/** Nobody floods here, however fast they write. */
function hurriedConfig(folder: string): string {
  const config = configIn(folder);
  const file = path.join(config, 'centre.yaml');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/messagesPerMinute: \d+/, 'messagesPerMinute: 1000000'),
  );
  return config;
}

function vaultOf(folder: string) {
  return createVault(loadKeyring(path.join(folder, 'keyring'), { create: false }));
}

interface Means {
  writes: Write[];
  chance: Chance;
  /** The open store of the other desk. */
  shared: WholeStore | null;
}

async function openDesk(env: Record<string, string>, folder: string, { writes, chance, shared }: Means) {
  const nudges: Job[] = [];
  let real: WholeStore | null = shared;
  const desk = await startDesk(settingsIn(env, folder), {
    sweepMs: SWEEP_MS,
    failPoint: name => hesitate(name, chance),
    store: own => {
      real ??= own;
      return { ...watched(real, writes, nudges), close: () => own.close() };
    },
  });
  const wake = (conversationId: string): void => void nudges.push({ name: 'turn', conversationId });
  return { desk: { ...desk, wake }, real: real as unknown as WholeStore };
}

/** Between reading and writing somebody else may come: here they have time to. */
async function hesitate(name: string, chance: Chance): Promise<void> {
  if (name.endsWith(':before-commit') && chance.yes(0.6)) await pause(chance.whole(0, 5));
}

function watched(store: WholeStore, writes: Write[], nudges: Job[]): WholeStore {
  let lookedAt = 0;
  return {
    ...store,
    overdue: async (now, limit, share) => {
      const woken = nudges.splice(0);
      if (performance.now() - lookedAt < FORGOTTEN_MS) return woken;
      lookedAt = performance.now();
      return [...woken, ...(await store.overdue(now, limit, share))];
    },
    commit: async change => {
      try {
        const committed = await store.commit(change);
        note(writes, change, true);
        return committed;
      } catch (error) {
        if (error instanceof ConflictError) note(writes, change, false);
        throw error;
      }
    },
  };
}

function note(writes: Write[], { conversation, talks = [], cases = [] }: Change, won: boolean): void {
  const at = Date.now();
  for (const { id, expectedVersion } of [...(conversation ? [conversation] : []), ...talks]) {
    writes.push({ subject: id, expected: expectedVersion, won, at });
  }
  for (const { case: c, expectedVersion } of cases) {
    writes.push({ subject: c.id, expected: expectedVersion, won, at });
  }
}

async function newKey({ api, app }: RunningDesk, name: string): Promise<string> {
  const made = await api('POST', '/keys', { name, role: 'operator' }, app.localToken);
  if (made.status !== 201) throw new Error(`a key was answered ${made.status}`);
  return made.body.key;
}
