import type { Plan } from '../plan.ts';
import { connect, unusable } from './connection.ts';
import { pendingSteps, SCHEMA_VERSION } from './migrations.ts';
import { modelsOf } from './schemas.ts';

/** What this build would change in a database, read without writing. Throws `ConfigError`. */
export async function planOfDatabase(url: string): Promise<Plan> {
  const connection = await connect(url);
  try {
    return { version: SCHEMA_VERSION, steps: await pendingSteps(modelsOf(connection)) };
  } catch (error) {
    throw unusable(error);
  } finally {
    await connection.close();
  }
}
