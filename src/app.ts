import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Channel, ChannelId } from './channels/channel.ts';
import type { DeliverTimes } from './channels/deliver-times.ts';
import type { ChannelDeps } from './channels/entry.ts';
import { isBound, openChannels } from './channels/index.ts';
import type { Settings } from './config.ts';
import { newState } from './dialogs/state.ts';
import type { TextKey } from './dialogs/text-keys.ts';
import { ConfigError, type Problem } from './errors.ts';
import { createServer } from './http.ts';
import { type Keyring, loadKeyring } from './keyring.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createMemory } from './nlu/memory/memory.ts';
import type { createRules } from './nlu/rules.ts';
import { createMemoryQueue } from './queue/memory.ts';
import type { Queue } from './queue/queue.ts';
import { openSqlite } from './storage/sqlite.ts';
import { storeFile } from './storage/store-file.ts';
import type { StoreOptions, WholeStore } from './storage/whole-store.ts';
import { loadTexts, type Texts } from './texts.ts';
import { createVault } from './vault.ts';
import { createConnections, ELSEWHERE } from './wiring/connect.ts';
import { apiDeps, pinLook, wayIn } from './wiring/desk-deps.ts';
import type { House } from './wiring/house.ts';
import { createJobs, type JobDuties } from './wiring/jobs.ts';
import { openKnown } from './wiring/known-queue.ts';
import { createLearning } from './wiring/learning.ts';
import { remembering } from './wiring/remember.ts';
import { type Duties, dutiesOf } from './wiring/roles.ts';
import { serveRole } from './wiring/routes.ts';
import { createService, reachable, type Service } from './wiring/service.ts';
import { shareCalls } from './wiring/share-calls.ts';
import { timed } from './wiring/timed-store.ts';
import { collectInto, createUnderstanding, missingSentences } from './wiring/understanding.ts';

export { COMMAND_ROLE } from './wiring/roles.ts';
export { checkConfig, createUnderstanding } from './wiring/understanding.ts';

/** The whole desk. Without `start` its routes answer `server.inject` only, and nothing runs by itself. */
export interface App extends Service {
  server: FastifyInstance;
  /** The key of the command line on this machine. */
  localToken: string;
}

/** What tests put in the place of the real thing. */
export interface Overrides {
  now?: () => Date;
  random?: (bytes: number) => Buffer;
  newId?: () => string;
  log?: Logger;
  /** Runs something once after a delay and gives back its cancelling. */
  timer?: (ms: number, run: () => void) => () => void;
  /** Called around every load, write and send. */
  failPoint?: (name: string) => void | Promise<void>;
  /** More channels, or others in the place of those of the settings. */
  channels?: readonly Channel[];
  /** A store that fails on purpose around the real one. */
  store?: (real: WholeStore) => WholeStore;
  sendTimes?: Partial<DeliverTimes>;
  sweepMs?: number;
  /** Builds the rules of the catalogue, or has them of an equal one: building takes a second of the processor. */
  rulesOf?: typeof createRules;
}

const SWEEP_MS = 5_000;
/** What others leave to the holder of a session is found by its sweep alone. */
const BOUND_SWEEP_MS = 1_000;

/** Opens the desk of these settings. Throws `ConfigError` naming everything that is wrong with them. */
export async function createApp(settings: Settings, overrides: Overrides = {}): Promise<App> {
  const where = { address: `http://${reachable(settings.host)}:${settings.port}` };
  const house = await openHouse(settings, overrides, () => settings.publicUrl ?? where.address);
  const { log } = house;
  const closing = new AbortController();
  const receive = wayIn(house);
  const duties = dutiesOf(settings);
  const timer = overrides.timer ?? runLater;
  const share = duties.sharesCalls ? shareCalls({ ...house, holder: house.newId(), timer }) : null;
  const connections = createConnections({
    ...{ ...house, timer, connects: duties.connects },
    receive: async (messages, receipts) => void (await receive(messages, receipts)),
  });
  const { states } = connections;
  const api = apiDeps(house, { receiveAll: receive, closing: closing.signal, states });
  const server = createServer({ log, trustProxy: settings.trustProxy });
  serveRole(server, house, { api, receive, channelStates: states, duties });
  const service = createService({
    ...{ server, house, duties, connections, share, pid: process.pid },
    sweepMs: overrides.sweepMs ?? (duties.isBound ? BOUND_SWEEP_MS : SWEEP_MS),
    handle: createJobs(house, api, jobDuties(duties, states), {
      times: overrides.sendTimes ?? {},
      ...(share ? { share } : {}),
    }),
    ending: () => closing.abort(),
    bound: address => {
      where.address = address;
    },
  });
  return { ...service, server, localToken: house.localToken };
}

/** Of two processes with one channel's role only the one that holds its session sees to its talks. */
function jobDuties({ isBound, takes }: Duties, states: () => Record<string, string>): JobDuties {
  return { isBound, takes: channel => takes(channel) && !(isBound && states()[channel] === ELSEWHERE) };
}

/** The machine's own clock. */
export function systemTime(): Date {
  return new Date();
}

function elapsedMs(): number {
  return performance.now();
}

function runLater(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

async function openHouse(settings: Settings, overrides: Overrides, publicUrl: () => string): Promise<House> {
  const { now = systemTime, random = randomBytes, timer = runLater, failPoint } = overrides;
  const log = overrides.log ?? createLog(settings.logLevel);
  const newId = overrides.newId ?? (() => random(16).toString('base64url'));
  const problems: Problem[] = [];
  const closed = storeOf(settings);
  const openQueue = queueOf(settings);
  const { configDir, dataDir } = settings;
  const memory = createMemory(random(32));
  const { rulesOf } = overrides;
  const experience = { dataDir, memory, ...(rulesOf ? { rulesOf } : {}) };
  const understanding = await createUnderstanding(configDir, experience).catch(collectInto(problems));
  const texts = await loadTexts(configDir).catch(collectInto(problems));
  if (texts) problems.push(...missingSentences(texts, understanding?.catalogue ?? null));
  const isWorded = texts !== null && problems.length === 0;
  const listLabel = isWorded ? bothLanguages(texts, 'choice.open') : '';
  const later: { store?: WholeStore } = {};
  const channelDeps = {
    ...{ publicUrl, now, random, log, timer, listLabel, dataDir, ...keptIn(later) },
    templates: understanding?.catalogue.templates ?? new Map(),
  };
  const channels = await openChannels(settings.channels, channelDeps).catch(collectInto(problems));
  // Nothing is written, nor anybody called, before all of it holds.
  if (!understanding || !texts || !channels || problems.length > 0) {
    throw new ConfigError(problems);
  }
  const keyring = await openKeyring(settings, closed);
  const vault = createVault(keyring);
  const real = await closed.open({ vault, log, newId, initialState: () => newState('es') });
  const metrics = createMetrics();
  const given = timed(overrides.store?.(real) ?? real, metrics, elapsedMs);
  const { store, refresh } = remembering(given, memory, log);
  later.store = store;
  const queue = await openQueue({ log, vault, store, now, elapsedMs }).catch(async error => {
    await store.close();
    throw error;
  });
  const { learned, reload, ...office } = understanding;
  return {
    ...{ settings, log, texts, keyring, vault, now, random, newId, publicUrl, ...office, store },
    ...{
      remember: refresh,
      learning: createLearning({ store, configDir, dataDir, learned, reload, now, log }),
    },
    ...{ channels: withOthers(channels, overrides.channels ?? []), queue },
    lookByPin: pinLook({ store, vault, now }),
    ...{ metrics, elapsedMs, ...(failPoint ? { failPoint } : {}) },
    localToken: random(32).toString('base64url'),
  };
}

/** A label in both languages, for who is shown it without a language. */
function bothLanguages({ say }: Texts, key: TextKey): string {
  return [...new Set((['es', 'en'] as const).map(language => say(language, key).text))].join(' / ');
}

/** What channels keep. They are opened before the store is: nothing is written while a setting may still be refused. */
function keptIn(later: { store?: WholeStore }): Pick<ChannelDeps, 'spend' | 'bookmarks'> {
  const store = (): WholeStore => {
    if (!later.store) throw new Error('the store is not open yet');
    return later.store;
  };
  return {
    spend: async (budget, rates, at) => store().spend(budget, rates, at),
    bookmarks: {
      read: async name => store().bookmark(name),
      write: async (name, value) => store().setBookmark(name, value),
    },
  };
}

/** A store that is to be opened. */
interface ClosedStore {
  /** Was nothing ever kept in it? Throws `ConfigError` when that cannot be found out. */
  isNew(): Promise<boolean>;
  open(options: StoreOptions): Promise<WholeStore>;
}

type OpenQueue = (house: Pick<House, 'log' | 'vault' | 'store' | 'now' | 'elapsedMs'>) => Promise<Queue>;

function storeOf({ storeUrl: url }: Settings): ClosedStore {
  const file = storeFile(url);
  if (file !== null) {
    return { isNew: async () => !existsSync(file), open: options => openSqlite({ ...options, file }) };
  }
  // Only who keeps the desk in MongoDB loads what speaks to it.
  const adapter = () => import('./storage/mongo.ts');
  return {
    isNew: async () => (await adapter()).isNewMongo(url),
    open: async options => (await adapter()).openMongo({ ...options, url, elapsedMs }),
  };
}

function queueOf({ queueUrl, role }: Settings): OpenQueue {
  // Who works for one channel alone must not be handed the jobs of others.
  if (queueUrl === 'memory:' || isBound(role)) return async house => createMemoryQueue(house);
  return async house => {
    const { openBullmq } = await import('./queue/bullmq.ts');
    return openKnown(house, queueUrl, openBullmq);
  };
}

/** A store that is there already has its keyring somewhere: a new one could not open it. */
async function openKeyring({ keyringFile }: Settings, store: ClosedStore): Promise<Keyring> {
  return loadKeyring(keyringFile, { create: !existsSync(keyringFile) && (await store.isNew()) });
}

function withOthers(
  channels: Map<ChannelId, Channel>,
  others: readonly Channel[],
): ReadonlyMap<ChannelId, Channel> {
  return new Map([...channels, ...others.map(channel => [channel.id, channel] as const)]);
}
