import type { KeyStore } from '../queries.ts';
import { type KeyRow, toKey } from '../talk-rows.ts';
import { all, one, type SqliteContext } from './context.ts';

/** The keys to the API over the store's connection. */
export function createKeyStore(context: SqliteContext): KeyStore {
  return {
    addKey: (key, secretHash) =>
      context.group.run(() => {
        const { id, name, role, agencyId, districtCode, createdAt } = key;
        context
          .sql(
            `insert into api_keys (id, name, role, agency, district, created_at, secret_hash)
             values (?, ?, ?, ?, ?, ?, ?)`,
          )
          .run(id, name, role, agencyId, districtCode, createdAt.getTime(), secretHash);
      }),
    revokeKey: (id, at) =>
      context.group.run(() => {
        const statement = context.sql(
          'update api_keys set revoked_at = ? where id = ? and revoked_at is null',
        );
        return statement.run(at.getTime(), id).changes === 1;
      }),
    keys: async () => all<KeyRow>(context.sql('select * from api_keys order by created_at, id')).map(toKey),
    keyByHash: async secretHash => {
      const row = one<KeyRow>(context.sql('select * from api_keys where secret_hash = ?'), secretHash);
      return row ? toKey(row) : null;
    },
  };
}
