import type { Logger } from 'pino';
import type { CreateDeps } from '../cases/create-case.ts';
import type { ChannelId, InboundMessage, Receipt, Reply } from '../channels/channel.ts';
import type { Standing } from '../channels/standing.ts';
import type { FileOnPage } from '../dialogs/turn/file-on-page.ts';
import type { KeyStore, Queries } from '../storage/queries.ts';
import type { Added, Conversation, Store } from '../storage/store.ts';
import type { Learning } from '../wiring/learning.ts';
import type { Pairing } from './pairing.ts';

/** A channel as who runs the desk sees it. */
export interface ChannelState {
  id: ChannelId;
  /** `refused`: the platform takes no call, because of our name, password or token. `off`: its settings are not there. */
  state: 'ok' | 'not connected' | 'refused' | 'off' | Pairing['state'];
  /** Our side of it. */
  account: string | null;
  /** For how many hours after a citizen's last message free words may be written; null: always. */
  windowHours: number | null;
  /** The settings that switch it on. */
  settings: readonly string[];
}

/** What a channel's harmless call came to. */
export interface ChannelCheck {
  ok: boolean;
  /** The platform's own code when it did not go well. */
  code: string | null;
  says: string[];
}

/** What the routes under `/api/v1` are given. */
export interface ApiDeps extends CreateDeps {
  store: CreateDeps['store'] & Queries & Pick<Store, 'addMedia'>;
  keys: KeyStore;
  /** The keyed hash an API key is kept as. */
  hashKey: (key: string) => string;
  /** Operators' keys given from outside: the setting `API_KEY`, and the running service's own token (`local`). */
  givenKeys: readonly { name: string; key: string; local: boolean }[];
  /** Our side of every channel that is on: where an address is looked for. */
  accounts: () => { channel: ChannelId; account: string }[];
  /** Every channel of this build, on or off, in order; no terminals. `codeOf`: what the latest call of each came to. */
  channels: (codeOf: (id: ChannelId) => string | null) => ChannelState[];
  /** Makes a channel's harmless call: what was found, or why not; null for one that is off or unknown. */
  checkChannel: (id: ChannelId) => Promise<ChannelCheck | null>;
  /** How the session of a channel stands that people pair; null: it has none, never had, or is off. */
  standing: (id: ChannelId) => Promise<Standing | null>;
  /** What the bot says when a person gives a talk back: what was asked last, once more. Pure. */
  resume: (conversation: Conversation) => Reply[];
  /** Words where a citizen sees a file that their channel cannot bring. Pure. */
  fileOnPage: FileOnPage;
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
