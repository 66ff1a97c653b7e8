import type { Logger } from 'pino';
import type { CreateDeps } from '../cases/create-case.ts';
import type { ChannelId, InboundMessage, Receipt, Reply } from '../channels/channel.ts';
import type { KeyStore, Queries } from '../storage/queries.ts';
import type { Added, Conversation } from '../storage/store.ts';
import type { Learning } from '../wiring/learning.ts';

/** What the routes under `/api/v1` are given. */
export interface ApiDeps extends CreateDeps {
  store: CreateDeps['store'] & Queries;
  keys: KeyStore;
  /** The keyed hash an API key is kept as. */
  hashKey: (key: string) => string;
  /** Operators' keys given from outside: the setting `API_KEY`, and the running service's own token (`local`). */
  givenKeys: readonly { name: string; key: string; local: boolean }[];
  /** Our side of every channel that is on: where an address is looked for. */
  accounts: () => { channel: ChannelId; account: string }[];
  /** What the bot says when a person gives a talk back: what was asked last, once more. Pure. */
  resume: (conversation: Conversation) => Reply[];
  /** Learning from what was corrected. */
  learning: Pick<Learning, 'state' | 'start' | 'rollBack'>;
  /** Makes a new installation key and wraps every data key again; how many there were. */
  rotateKeyring: () => Promise<number>;
  log: Pick<Logger, 'error'>;
  /** Stores and wakes: `receive` of the channels; resolves when it is durable, rejects when it cannot be. */
  receive: (messages: InboundMessage[], receipts: Receipt[]) => Promise<Added[]>;
  /** Aborted when the service ends: nobody waits any longer. */
  closing: AbortSignal;
}
