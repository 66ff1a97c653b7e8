import { existsSync } from 'node:fs';
import { connectReadOnly } from './sqlite/connection.ts';
import * as embedded from './sqlite/schema.ts';
import { storeFile } from './store-file.ts';

/** What opening a store would change in it. */
export interface Plan {
  /** The version this build reads and writes. */
  version: number;
  /** What each step that is missing would bring, in order; none: it is of this version. */
  steps: string[];
}

/** What this build would change in the store of `STORE_URL`, read without writing. Throws `ConfigError`, on a newer one too. */
export async function planOf(url: string): Promise<Plan> {
  const file = storeFile(url);
  if (file !== null) return planOfFile(file);
  const { planOfDatabase } = await import('./mongo/plan.ts');
  return planOfDatabase(url);
}

function planOfFile(file: string): Plan {
  const db = connectReadOnly(existsSync(file) ? file : ':memory:');
  try {
    return { version: embedded.SCHEMA_VERSION, steps: embedded.pendingSteps(db) };
  } finally {
    db.close();
  }
}
