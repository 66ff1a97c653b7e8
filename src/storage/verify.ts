import type { DatabaseSync } from 'node:sqlite';
import type { Kind, Status } from '../cases/case.ts';
import { ConfigError } from '../errors.ts';
import type { Vault } from '../vault.ts';
import { connectReadOnly } from './sqlite/connection.ts';
import { statementCache } from './sqlite/context.ts';
import { dataKeysOf } from './sqlite/data-key-table.ts';
import { SCHEMA_VERSION, versionOf } from './sqlite/schema.ts';
import { createTally, type Finding, type Tally } from './sqlite/tally.ts';
import { checkCases } from './sqlite/verify-cases.ts';
import { checkReceipts } from './sqlite/verify-receipts.ts';
import { checkRows } from './sqlite/verify-rows.ts';
import { checkSealed } from './sqlite/verify-sealed.ts';

export type { Finding } from './sqlite/tally.ts';

/** Which store is verified, and what it is held against. */
export interface VerifyOptions extends Measures {
  file: string;
}

/** What a store is held against. */
export interface Measures {
  vault: Vault;
  /** Which status may follow which: the tables cases move along. */
  allowedSteps: (kind: Kind, status: Status) => readonly Status[];
  /** Messages somebody else knows were acknowledged: each must have its row. */
  acknowledged?: Iterable<{ channel: string; account: string; providerId: string }>;
}

/**
 * Checks every promise that can be read off a store, on one snapshot and without writing, also while the service
 * runs. One finding per invariant, in the order they matter. Throws `ConfigError` when the store cannot be read.
 */
export async function verify(options: VerifyOptions): Promise<Finding[]> {
  const db = connectReadOnly(options.file);
  try {
    if (versionOf(db) < SCHEMA_VERSION) throw tooOld();
    const tally = createTally();
    db.exec('begin');
    checkFile(db, tally);
    checkTables(db, tally, options);
    return tally.findings();
  } finally {
    db.close();
  }
}

/** Holds what lies in the tables against the promises. */
export function checkTables(
  db: DatabaseSync,
  tally: Tally,
  { vault, acknowledged = [], allowedSteps }: Measures,
): void {
  const sql = statementCache(db);
  const reads = { vault, sql, keys: dataKeysOf(vault, sql) };
  checkRows(reads, tally, acknowledged);
  checkReceipts(reads, tally);
  checkCases(reads, tally, allowedSteps);
  checkSealed(reads, tally);
}

function checkFile(db: DatabaseSync, tally: Tally): void {
  const found = db.prepare('pragma quick_check(5)').all() as { quick_check: string }[];
  const { page_count: pages } = db.prepare('pragma page_count').get() as { page_count: number };
  const damage = found.map(row => row.quick_check).filter(line => line !== 'ok');
  tally.count('the file is whole', pages);
  for (const line of damage) tally.broken('the file is whole', line);
}

/** The refusal of a store that the service has not brought up to date. */
export function tooOld(): ConfigError {
  const reason = 'the database is of an older version; start the service once, it brings it up to date';
  return new ConfigError([{ where: 'STORE_URL', reason }]);
}
