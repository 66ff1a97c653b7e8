import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import { describe, expect, it, vi } from 'vitest';
import { SCHEMA_VERSION as DATABASE_VERSION } from '../../src/storage/mongo/migrations.ts';
import { SCHEMA_VERSION as FILE_VERSION } from '../../src/storage/sqlite/schema.ts';
import { newFolder, runToEnd, startChild } from '../support/child-desk.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';

/** Each command is a process of its own, and the machine may be busy. */
vi.setConfig({ testTimeout: 120_000 });

describe('./ventanilla migrate', () => {
  it('says what it would bring to the embedded store without writing, and then brings it once', async () => {
    const folder = newFolder();
    const rehearsal = await runToEnd(folder, ['migrate', '--dry-run']);
    expect(rehearsal).toMatchObject({ status: 0, err: expect.stringContaining('Nothing was written.') });
    const lines = rehearsal.out.trimEnd().split('\n');
    expect(lines).toHaveLength(FILE_VERSION);
    expect(lines[0]).toBe('1  Messages, cases and their history, keys');
    for (const [n, line] of lines.entries()) expect(line).toMatch(new RegExp(`^${n + 1}  \\w+`));
    expect(existsSync(path.join(folder, 'ventanilla.db'))).toBe(false);
    const taken = await runToEnd(folder, ['migrate', '--json']);
    expect(JSON.parse(taken.out)).toMatchObject({ from: 0, to: FILE_VERSION, done: true });
    const again = await runToEnd(folder, ['migrate']);
    expect(again).toEqual({
      ...{ status: 0, out: '' },
      err: `The store is of version ${FILE_VERSION}, that of this build.\n`,
    });
  });

  it('refuses while a service runs, which would know nothing of the steps', async () => {
    const folder = newFolder();
    const service = await startChild(folder);
    const db = new DatabaseSync(path.join(folder, 'ventanilla.db'));
    db.exec(`pragma user_version = ${FILE_VERSION - 1}`);
    const refused = await runToEnd(folder, ['migrate']);
    expect(refused).toMatchObject({ status: 78, out: '' });
    // The second is said of a service that is too busy to say that it is there.
    expect(refused.err).toMatch(
      /^DATA_DIR: a service runs on this folder; stop the running service first$|another process works on/m,
    );
    expect((await runToEnd(folder, ['migrate', '--dry-run'])).status).toBe(0);
    expect(db.prepare('pragma user_version').get()).toEqual({ user_version: FILE_VERSION - 1 });
    db.close();
    service.process.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect((await runToEnd(folder, ['migrate'])).err).toMatch(/^One step taken/);
  });
});

const missing = missingMongo();

describe.skipIf(missing)(`./ventanilla migrate in ${missing ?? 'a MongoDB'}`, () => {
  it('says what it would change without writing, and then changes it', async () => {
    const database = await someDatabase();
    const folder = newFolder();
    const env = { STORE_URL: database.url };
    const connection = await mongoose.createConnection(database.url).asPromise();
    const meta = connection.collection<{ _id: string; value: string }>('meta');
    const version = async () => (await meta.findOne({ _id: 'schema' }))?.value;
    expect((await runToEnd(folder, ['migrate', '--dry-run'], { env })).status).toBe(0);
    expect(await connection.listCollections()).toEqual([]);
    expect((await runToEnd(folder, ['migrate'], { env })).status).toBe(0);
    expect(await version()).toBe(String(DATABASE_VERSION));
    await meta.updateOne({ _id: 'schema' }, { $set: { value: '1' } });
    const { out } = await runToEnd(folder, ['migrate', '--dry-run'], { env });
    expect(out).toMatch(/^2 {2}makes those indexes anew/);
    expect(await version()).toBe('1');
    await runToEnd(folder, ['migrate'], { env });
    expect(await version()).toBe(String(DATABASE_VERSION));
    await connection.close();
    await database.drop();
  });
});
