import { addressHash } from '../hashes.ts';
import type { AddressKey } from '../store.ts';
import { one, type SqliteContext, type SqliteReads, sealerOf } from './context.ts';

/** The conversation of an address: its own, or that of who is known by it too. Null: there is none. */
export function conversationAt(context: SqliteReads, to: AddressKey): { id: string; key: number } | null {
  const query = `select id, key from conversations where address_hash = ?1
    union all select c.id, c.key from other_addresses o join conversations c on c.key = o.conversation
      where o.address_hash = ?1 limit 1`;
  return one<{ id: string; key: number }>(context.sql(query), addressHash(context, to));
}

/**
 * The conversation that stood under `other` stands under `to` from now on; nothing when there is none. Who is only
 * known by `other` too has an address of their own, and keeps it. Runs inside a group.
 */
export function moveTalk(context: SqliteContext, other: AddressKey, to: AddressKey): void {
  const query = 'select id, key from conversations where address_hash = ?';
  const row = one<{ id: string; key: number }>(context.sql(query), addressHash(context, other));
  if (!row) return;
  const sealed = sealerOf(context, row.id).seal('address', to.address);
  context
    .sql('update conversations set address_hash = ?, address_sealed = ? where key = ?')
    .run(addressHash(context, to), sealed, row.key);
}

/** Finds this conversation by `other` too, from now on; the last one it was said of has it. Runs inside a group. */
export function noteOther(context: SqliteContext, other: AddressKey, key: number): void {
  const hash = addressHash(context, other);
  const known = context.sql('select 1 from other_addresses where address_hash = ? and conversation = ?');
  if (one(known, hash, key) !== null) return;
  context
    .sql(
      `insert into other_addresses (address_hash, conversation) values (?, ?)
       on conflict (address_hash) do update set conversation = excluded.conversation`,
    )
    .run(hash, key);
}
