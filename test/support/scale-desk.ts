import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { type RunningDesk, settingsIn, startDesk } from './running-desk.ts';

/** Processes of one installation in one process: each its own desk, all on one store and one Redis. */
export interface ScaleDesk {
  start(role: string, env?: Record<string, string>): Promise<RunningDesk>;
  /** The settings of the store, for `brokenPromises`. */
  settings: RunningDesk['settings'];
  stop(): Promise<void>;
}

/**
 * An installation without a process, over a database of its own: each process opens it, as in service. Roles that depend on
 * whether others may have the store are told by this one.
 */
export async function openDatabaseDesk(
  redis: string,
  database: string,
  more: Record<string, string> = {},
): Promise<ScaleDesk> {
  const keyring = path.join(mkdtempSync(path.join(tmpdir(), 'keys-')), 'keyring');
  const settingsOf = (env: Record<string, string> = {}) =>
    settingsIn({ QUEUE_URL: redis, STORE_URL: database, KEYRING_FILE: keyring, ...more, ...env });
  const running: RunningDesk[] = [];
  return {
    settings: settingsOf(),
    start: async (role, env = {}) => {
      const desk = await startDesk({ ...settingsOf(env), role });
      running.push(desk);
      return desk;
    },
    stop: async () => {
      await Promise.all(running.map(desk => desk.stop()));
    },
  };
}

/**
 * An installation without a process. The product gives an embedded store to one process alone; here every process is
 * handed the same one, so that what roles do can be seen without another database.
 */
export async function openScaleDesk(redis: string, more: Record<string, string> = {}): Promise<ScaleDesk> {
  const keyring = path.join(mkdtempSync(path.join(tmpdir(), 'keys-')), 'keyring');
  const settingsOf = (env: Record<string, string> = {}) =>
    settingsIn({ QUEUE_URL: redis, KEYRING_FILE: keyring, ...more, ...env });
  let shared: WholeStore | null = null;
  const running: RunningDesk[] = [];
  // The first one owns the store and does nothing else.
  const settings = settingsOf();
  const owner = await startDesk(
    { ...settings, role: 'nothing' },
    {
      store: real => {
        shared = real;
        return real;
      },
    },
  );
  return {
    settings,
    start: async (role, env = {}) => {
      const desk = await startDesk(
        { ...settingsOf(env), role },
        { store: own => ({ ...(shared ?? own), close: () => own.close() }) },
      );
      running.push(desk);
      return desk;
    },
    stop: async () => {
      await Promise.all(running.map(desk => desk.stop()));
      await owner.stop();
    },
  };
}
