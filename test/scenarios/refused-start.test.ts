import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newFolder, run, runToEnd, startChild } from '../support/child-desk.ts';
import { freePort } from '../support/free-port.ts';
import { missingPrlimit, missingUnshare, readOnly } from '../support/machine.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';

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

describe.skipIf(missingPrlimit())(`a start on a full disk (${missingPrlimit() ?? 'here'})`, () => {
  it.each([
    ['the keyring', 10, 'KEYRING_FILE'],
    ['the tables', 2_048, 'STORE_URL'],
    ['the log of the tables', 40_000, 'STORE_URL'],
  ])(
    'has no room for %s, says so, and leaves nothing that the next start stumbles over',
    async (_what, bytes, where) => {
      const folder = newFolder();
      const full = run(folder, ['start'], {}, ['prlimit', `--fsize=${bytes}`]);
      expect([await full.ended, full.out(), full.err()]).toEqual([
        75,
        '',
        expect.stringMatching(new RegExp(`^${where}: (the disk|a file) [^\n]* start again\n$`)),
      ]);
      const next = await startChild(folder);
      next.process.kill('SIGTERM');
      expect(await next.ended).toBe(0);
    },
  );
});

it.skipIf(missingUnshare())(
  `a start on a read-only disk is refused (${missingUnshare() ?? 'here'})`,
  async () => {
    const folder = newFolder();
    const first = await startChild(folder);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const start = run(folder, ['start'], {}, readOnly(folder));
    expect([await start.ended, start.err()]).toEqual([
      78,
      expect.stringMatching(/^STORE_URL: [^\n]*EROFS[^\n]*\n$/),
    ]);
  },
);

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
