import type { InboundMessage, Receipt } from '../channels/channel.ts';
import type { Vault } from '../vault.ts';
import type { AddressKey } from './store.ts';

/** What hashes with the installation's key. */
type Hashing = { vault: Pick<Vault, 'hash'> };

/** A keyed hash as columns keep it: half of its bytes, still far beyond chance. */
export function hashOf({ vault }: Hashing, purpose: string, ...parts: string[]): Buffer {
  return Buffer.from(vault.hash(purpose, ...parts).slice(0, 32), 'hex');
}

/** The keyed hash a conversation is found by. */
export function addressHash(context: Hashing, to: AddressKey): Buffer {
  return hashOf(context, 'address', to.channel, to.account, to.address);
}

/** The keyed hash a citizen's message is known by for ever; null where the platform gives no ids. */
export function messageHash(
  context: Hashing,
  to: Pick<AddressKey, 'channel' | 'account'>,
  providerId: string | null,
): Buffer | null {
  return providerId === null ? null : hashOf(context, 'message', to.channel, to.account, providerId);
}

/** The keyed hash of everything a message without an id says: equal ones may be the same. */
export function printOf(context: Hashing, message: InboundMessage): Buffer {
  const { channel, account, address, text, choice, location, media, sentAt } = message;
  const said = JSON.stringify([text, choice, location, media]);
  return hashOf(context, 'print', channel, account, address, said, String(sentAt?.getTime() ?? ''));
}

/** The keyed hash a message of ours is found by, under the platform's id of it; null: it has none. */
export function sentHash(
  context: Hashing,
  { channel, account, providerId }: Pick<Receipt, 'channel' | 'account' | 'providerId'>,
): Buffer | null {
  return providerId === undefined ? null : hashOf(context, 'sent', channel, account, providerId);
}

/** The id of a file among those of its conversation: the same bytes have the same. */
export function mediaId({ vault }: Hashing, owner: string, bytes: Buffer): string {
  return vault.hash('media', owner, bytes).slice(0, 32);
}

/** How long an equal message without an id of its own counts as a possible repeat. */
export const REPEAT_MS = 10 * 60_000;
