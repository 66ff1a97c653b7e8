import { afterAll, beforeAll, describe } from 'vitest';
import { storeContract } from '../contracts/store.ts';
import { emptyStores } from '../support/mongo-store.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';

const missing = missingMongo();

describe.skipIf(missing)(`with ${missing ?? 'a MongoDB'}`, () => {
  let database: Awaited<ReturnType<typeof someDatabase>>;
  const stores = emptyStores(() => database.url);

  beforeAll(async () => {
    database = await someDatabase();
  });

  afterAll(async () => {
    await stores.close();
    await database.drop();
  });

  storeContract('mongodb', stores.open);
});
