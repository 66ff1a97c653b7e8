import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Case, Correction } from '../../src/cases/case.ts';
import type { InboundMessage } from '../../src/channels/channel.ts';
import { newState } from '../../src/dialogs/state.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { openSqlite, type SqliteOptions } from '../../src/storage/sqlite.ts';
import type { NewOutbound } from '../../src/storage/store.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { createVault } from '../../src/vault.ts';

/** A store on a folder of its own, and how to open the same folder again. */
export interface StoreOnDisk {
  store: WholeStore;
  file: string;
  keyring: string;
  reopen(): Promise<WholeStore>;
  /** The store another process would find if this one were killed now: its files as they are, opened elsewhere. */
  afterCrash(): Promise<WholeStore>;
}

/** Ids that rise, so that failures are readable. */
export function countingIds(prefix = 'id'): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count}-${process.hrtime.bigint()}`;
  };
}

/** Opens a store in `folder`, by default a new one. */
export async function storeOnDisk(
  folder = mkdtempSync(path.join(tmpdir(), 'store-')),
  more: Pick<SqliteOptions, 'mostWaiting'> = {},
): Promise<StoreOnDisk> {
  const file = path.join(folder, 'ventanilla.db');
  const keyring = path.join(folder, 'keyring');
  const open = (): Promise<WholeStore> =>
    openSqlite({
      file,
      vault: createVault(loadKeyring(keyring, { create: true })),
      log: pino({ level: 'silent' }),
      newId: countingIds(),
      initialState: () => newState('es'),
      ...more,
    });
  return { store: await open(), file, keyring, reopen: open, afterCrash: () => openCopy(folder) };
}

async function openCopy(folder: string): Promise<WholeStore> {
  const copy = mkdtempSync(path.join(tmpdir(), 'store-'));
  for (const name of ['keyring', 'ventanilla.db', 'ventanilla.db-wal']) {
    const file = path.join(folder, name);
    if (existsSync(file)) copyFileSync(file, path.join(copy, name));
  }
  return (await storeOnDisk(copy)).store;
}

/** An invented message; `providerId` null for platforms without ids. */
export function message(text: string, more: Partial<InboundMessage> = {}): InboundMessage {
  return {
    channel: 'sms',
    account: '+5076000000',
    address: '+50760001111',
    providerId: `SM-${text}`,
    text,
    ...more,
  };
}

/** A reply of one part. */
export function outbound(conversationId: string, id: string, more: Partial<NewOutbound> = {}): NewOutbound {
  return {
    id,
    conversationId,
    turn: 1,
    from: 'bot',
    part: { text: `reply ${id}`, choices: [] },
    asks: 'none',
    class: 'reply',
    caseId: null,
    caseNumber: null,
    state: 'pending',
    ...more,
  };
}

/** What a citizen said an invented text is really about. */
export function correction(text: string, more: Partial<Correction> = {}): Correction {
  const before = { serviceId: 'water-leak', agencyId: 'idaan', kind: 'queja' } as const;
  return {
    source: 'citizen',
    by: 'somebody',
    text,
    before,
    after: { ...before, serviceId: 'sewage' },
    ...more,
  };
}

/** A case just opened. */
export function newCase(more: Partial<Case> = {}): Case {
  return {
    id: 'case-1',
    number: '311-000-000-000',
    version: 0,
    kind: 'queja',
    status: 'assigned',
    serviceId: 'water-leak',
    holder: { agencyId: 'idaan', districtCode: null },
    reasons: ['tubo roto'],
    place: null,
    description: ['hay un tubo roto'],
    privacy: 'normal',
    reporter: null,
    conversationId: null,
    opening: null,
    openedAt: new Date(1_000),
    dueAt: new Date(2_000),
    holderSince: new Date(1_000),
    holderDueAt: new Date(2_000),
    pausedAt: null,
    resolvedAt: null,
    closedAt: null,
    question: null,
    rating: null,
    ratingCause: null,
    confirmed: null,
    reopened: 0,
    incident: null,
    attachments: [],
    pinHash: null,
    wakeAt: null,
    ...more,
  };
}
