import type { Vault } from '../../vault.ts';
import type { Models } from './schemas.ts';

/** Keys wrapped again between two looks at other work. */
const AT_ONCE = 500;

/** Wraps every data key under the keyring's present key, some at a time; how many there were. */
export async function rewrapKeys({ data_keys: keys }: Models, vault: Vault): Promise<number> {
  let count = 0;
  let after = '';
  for (;;) {
    const rows = await keys
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(AT_ONCE)
      .lean();
    // A key destroyed meanwhile is not brought back: nothing is inserted.
    const updates = rows.map(({ _id, wrapped }) => ({
      updateOne: { filter: { _id }, update: { $set: { wrapped: vault.rewrap(wrapped) } } },
    }));
    if (updates.length > 0) await keys.bulkWrite(updates);
    count += rows.length;
    if (rows.length < AT_ONCE) return count;
    after = rows.at(-1)?._id ?? '';
  }
}
