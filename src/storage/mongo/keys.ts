import type { KeyStore } from '../queries.ts';
import { toKey } from '../talk-rows.ts';
import { type MongoReads, named } from './context.ts';

/** The keys to the API. */
export function createKeyStore({ db }: MongoReads): KeyStore {
  return {
    addKey: async ({ id, name, role, agencyId, districtCode, createdAt }, secretHash) => {
      await db.api_keys.insertMany([
        {
          ...{ _id: id, name, role, agency: agencyId, district: districtCode },
          ...{ created_at: createdAt.getTime(), revoked_at: null, secret_hash: secretHash },
        },
      ]);
    },
    revokeKey: async (id, at) => {
      const filter = { _id: id, revoked_at: null };
      const { matchedCount } = await db.api_keys.updateOne(filter, { $set: { revoked_at: at.getTime() } });
      return matchedCount === 1;
    },
    keys: async () => {
      const docs = await db.api_keys.find().sort({ created_at: 1, _id: 1 }).lean();
      return docs.map(doc => toKey(named(doc)));
    },
    keyByHash: async secretHash => {
      const doc = await db.api_keys.findOne({ secret_hash: secretHash }).lean();
      return doc ? toKey(named(doc)) : null;
    },
  };
}
