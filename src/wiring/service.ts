import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { withTimeout } from '../channels/timeout.ts';
import { ConfigError, diskTrouble, errorFields } from '../errors.ts';
import type { JobHandler } from '../queue/queue.ts';
import { createSweep } from '../queue/sweep.ts';
import { type Running, removeRunning, writeRunning } from '../running.ts';
import type { Connections } from './connect.ts';
import type { House } from './house.ts';
import type { Duties } from './roles.ts';
import type { SharedCalls } from './share-calls.ts';

/** What starts and ends together. */
export interface ServiceParts {
  server: FastifyInstance;
  house: House;
  duties: Duties;
  handle: JobHandler;
  connections: Connections;
  /** This process's part of what accounts may be called; null: all of it, nobody else sends. */
  share: Pick<SharedCalls, 'start' | 'close'> | null;
  /** Told where the service is bound, before anybody is. */
  bound: (address: string) => void;
  /** Ends the waits of readers. */
  ending: () => void;
  pid: number;
  sweepMs: number;
}

/** A service that can be started once and closed at any time. */
export interface Service {
  /** Resolves with the address when messages are taken. Throws `ConfigError` when it cannot be bound. */
  start(): Promise<string>;
  /** Takes no more, finishes what runs for at most eight seconds, closes the store for at most one and a half. */
  close(): Promise<void>;
}

/** With this, a process is gone within ten seconds of being asked. */
const LONGEST_END_MS = 8_000;
/** A database that does not answer may keep its store open for much longer; what it was not told it will not be. */
const LONGEST_CLOSE_MS = 1_500;
/** The classifier takes about a second of the processor to build, and a quiet gap is longer than both. */
const AT_THE_DOOR_MS = 200;

/** Makes the service of these parts. */
export function createService(parts: ServiceParts): Service {
  const { server, house, duties, handle, connections, share } = parts;
  const { store, queue, now, log, metrics, settings } = house;
  const sweep = createSweep({
    ...{ store, queue, now, log, share: duties.share, everyMs: parts.sweepMs, count: metrics.backlog },
  });
  let closing: Promise<void> | null = null;
  let warming: NodeJS.Timeout | undefined;

  async function open(): Promise<string> {
    const address = await listen(server, settings);
    parts.bound(address);
    if (duties.works) {
      share?.start();
      queue.work(handle);
      sweep.start();
    }
    await connections.open();
    const running = { address, token: house.localToken, pid: parts.pid };
    // Where many serve one store, commands open it themselves.
    if (duties.isAlone) await leaveWord(settings, running);
    // Before the first turn needs it, and after those who waited at the door have their acknowledgement.
    if (duties.serves || duties.works) warming = setTimeout(() => warmUp(house), AT_THE_DOOR_MS);
    return address;
  }

  async function end(): Promise<void> {
    clearTimeout(warming);
    await removeRunning(settings.dataDir, parts.pid);
    parts.ending();
    const sent = queue.close().finally(() => share?.close());
    const ends = [server.close(), connections.close(), sweep.stop(), sent, house.learning.close()];
    const all = Promise.all(ends.map(end => end.catch(error => log.error(errorFields(error), 'ending'))));
    await withTimeout(all, LONGEST_END_MS).catch(() => {
      log.warn('what ran was not finished in time; the next start goes on with it');
      server.server.closeAllConnections();
    });
    await withTimeout(store.close(), LONGEST_CLOSE_MS).catch(error => {
      log.warn(errorFields(error), 'the store was not closed in order; the next start finds it as it is');
    });
  }

  const close = (): Promise<void> => {
    closing ??= end();
    return closing;
  };
  return {
    close,
    start: async () => {
      try {
        return await open();
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
}

async function leaveWord({ dataDir }: House['settings'], running: Running): Promise<void> {
  await writeRunning(dataDir, running).catch(error => {
    throw diskTrouble('DATA_DIR', error) ?? error;
  });
}

function warmUp({ classifier, remember }: Pick<House, 'classifier' | 'remember'>): void {
  classifier.understand('');
  void remember();
}

async function listen(
  server: FastifyInstance,
  { host, port }: Pick<House['settings'], 'host' | 'port'>,
): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw notBound(error) ?? error;
  }
  const { port: bound } = server.server.address() as AddressInfo;
  return `http://${reachable(host)}:${bound}`;
}

const NOT_BOUND: Record<string, { where: string; reason: string }> = {
  EADDRINUSE: {
    where: 'PORT',
    reason: 'another program uses this port; choose another, or 0 for a free one',
  },
  EACCES: { where: 'PORT', reason: 'this user may not use this port; choose one above 1023' },
  EADDRNOTAVAIL: { where: 'HOST', reason: 'this machine has no such address' },
  ENOTFOUND: { where: 'HOST', reason: 'this name has no address' },
};

function notBound(error: unknown): ConfigError | null {
  const problem = NOT_BOUND[String((error as { code?: unknown }).code)];
  return problem ? new ConfigError([problem]) : null;
}

/** Where a program on this machine reaches a service bound to `host`. */
export function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
