import { nextLease } from '../lease-rules.ts';
import type { Lease } from '../store.ts';
import { type MongoReads, type MongoWrites, within } from './context.ts';

/** A lease as it stands; null: nobody ever had it. */
export async function lease(context: MongoReads, name: string): Promise<Lease | null> {
  const found = await context.db.leases.findById(name, { _id: 0 }, within(context)).lean<Lease>();
  return found && { holder: found.holder, token: found.token, beat: found.beat };
}

/** The lease after this holder went on or took over, null when it is not as it was seen. */
export async function takeLease(
  context: MongoWrites,
  name: string,
  seen: Lease | null,
  holder: string | null,
): Promise<Lease | null> {
  const next = nextLease(await lease(context, name), seen, holder);
  if (!next) return null;
  await context.db.leases.updateOne({ _id: name }, { $set: next }, { ...within(context), upsert: true });
  return next;
}
