import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newFolder, runToEnd } from '../support/child-desk.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';
import { freePort } from '../support/servers/program.ts';

/** Each start is a process of its own, and the machine may be busy. */
vi.setConfig({ testTimeout: 90_000 });

/** What a start that is refused says: one line that names the setting, and status 78. */
async function refusal(env: Record<string, string>, folder = newFolder()): Promise<string> {
  const { status, out, err } = await runToEnd(folder, ['start'], { env });
  expect([status, out, err.split('\n').length]).toEqual([78, '', 2]);
  return err.trimEnd();
}

describe('a start is refused in one line', () => {
  it.each([
    [{ STORE_URL: 'postgres://127.0.0.1/x' }, 'STORE_URL'],
    [{ QUEUE_URL: 'amqp://127.0.0.1' }, 'QUEUE_URL'],
    [{ ROLE: 'worker', QUEUE_URL: 'redis://127.0.0.1:1' }, 'ROLE'],
  ])('for %o', async (env, setting) => {
    expect(await refusal(env)).toMatch(new RegExp(`^${setting}: \\w`));
  });

  it('where no database answers', async () => {
    const STORE_URL = `mongodb://desk:s3cret-word@127.0.0.1:${await freePort()}/x`;
    expect(await refusal({ STORE_URL })).toBe(
      'STORE_URL: no database answers at this address; start it, or mend the address',
    );
  });
});

const missing = missingMongo();

describe.skipIf(missing)(`a start over ${missing ?? 'a MongoDB'} is refused in one line`, () => {
  let database: Awaited<ReturnType<typeof someDatabase>>;
  const folder = newFolder();
  const env = (): Record<string, string> => ({ STORE_URL: database.url });

  beforeAll(async () => {
    database = await someDatabase();
    expect((await runToEnd(folder, ['migrate'], { env: env() })).status).toBe(0);
  }, 90_000);

  afterAll(() => database.drop());

  it('where no Redis answers', async () => {
    const QUEUE_URL = `redis://:s3cret-word@127.0.0.1:${await freePort()}`;
    expect(await refusal({ ...env(), QUEUE_URL }, folder)).toBe(
      'QUEUE_URL: no Redis answers at this address; start it, or correct the address',
    );
  });

  it('without the keyring of the database, and makes none', async () => {
    const other = newFolder();
    expect(await refusal(env(), other)).toMatch(/^KEYRING_FILE: there is no keyring at this path/);
    expect(await refusal(env(), other)).toMatch(/^KEYRING_FILE: there is no keyring at this path/);
  });

  it('with the keyring of another installation', async () => {
    const other = newFolder();
    expect((await runToEnd(other, ['migrate'])).status).toBe(0);
    expect(await refusal(env(), other)).toMatch(/^STORE_URL: this database is another installation’s/);
  });

  it('for a database of a newer build, by a rehearsal too', async () => {
    const connection = await mongoose.createConnection(database.url).asPromise();
    const meta = connection.collection<{ _id: string; value: string }>('meta');
    await meta.updateOne({ _id: 'schema' }, { $set: { value: '42' } });
    await connection.close();
    const newer = /^STORE_URL: the database is of version 42, this build knows \d+; run the newer build$/;
    expect(await refusal(env(), folder)).toMatch(newer);
    const { status, err } = await runToEnd(folder, ['migrate', '--dry-run'], { env: env() });
    expect([status, err.trimEnd()]).toEqual([78, expect.stringMatching(newer)]);
  });
});
