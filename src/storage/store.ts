import type { CaseChange } from '../cases/case.ts';
import type {
  Ask,
  Authenticity,
  ChannelId,
  InboundMessage,
  MessageClass,
  Part,
  Pin,
  Receipt,
} from '../channels/channel.ts';
import type { ConversationState } from '../dialogs/conversation.ts';
import type { Job } from '../queue/queue.ts';
import type { NoticeChange, ProofChange } from './changes.ts';
import type { Share } from './share.ts';

/** Who speaks to the citizen: the bot, nobody yet (a person was promised), or a person. */
export type Mode = 'bot' | 'waiting' | 'person';

/** One citizen's address on one channel account, and where the talk with it stands. */
export interface Conversation {
  id: string;
  channel: ChannelId;
  account: string;
  /** In clear in memory only; found by keyed hash, kept sealed. */
  address: string;
  name: string | null;
  /** Moved by every commit that changes the conversation, never by arriving messages. */
  version: number;
  /** Turns done so far. */
  turns: number;
  /** The last sequence number given to a message of either direction. */
  seq: number;
  mode: Mode;
  /** Why a person is wanted or should look, a code: `asked`, `failed_turn`, `not_understood` … */
  reason: string | null;
  /** The bot goes on, but a person should look. */
  review: boolean;
  /** Since when `mode` or `review` stands. */
  since: Date | null;
  /** The key's name of the person who took the talk. */
  takenBy: string | null;
  optedOut: boolean;
  /** When the conversation wants a turn without a message: a nudge, an expiry. */
  wakeAt: Date | null;
  /** Turns that failed in a row on the messages now waiting. */
  failures: number;
  state: ConversationState;
  createdAt: Date;
  lastInboundAt: Date | null;
  /** The same for all conversations whose citizen has proven that each address is theirs; null: only this one is known. */
  person: string | null;
}

/** A citizen's message as stored. */
export interface StoredMessage {
  id: string;
  seq: number;
  receivedAt: Date;
  text: string | null;
  choice: string | null;
  location: Pin | null;
  /** Ids of media: already stored ones, or the platform's sources still to be fetched. */
  media: NonNullable<InboundMessage['media']>;
  /** The sequence number of the message quoted, when it is one of this conversation. */
  replyTo: number | null;
  /** The number of the case its place says it is about. */
  about?: string;
  authenticity?: Authenticity;
  signal: InboundMessage['signal'] | null;
  signalAnswered: boolean;
  /** Said where nothing can be talked over. */
  elsewhere?: NonNullable<InboundMessage['elsewhere']>;
  /** It came without an id and equals a recent one: shown, but understood once. */
  possibleRepeat: boolean;
}

/** What `addInbound` says of each message, in the order given. */
export interface Added {
  conversationId: string;
  messageId: string;
  seq: number;
  /** False: this very message was stored before. */
  isNew: boolean;
}

/** A conversation with what waits to be consumed, oldest first, at most `limit`. */
export interface Loaded {
  conversation: Conversation;
  messages: StoredMessage[];
}

/** What a commit changes in a conversation; absent fields stay. */
export type ConversationSet = Partial<
  Pick<
    Conversation,
    'mode' | 'reason' | 'review' | 'since' | 'takenBy' | 'optedOut' | 'wakeAt' | 'failures' | 'state' | 'name'
  >
>;

export interface ConversationChange {
  id: string;
  expectedVersion: number;
  /** Sequence numbers of the messages this turn consumes. Consumed twice is a `ConflictError('message')`. */
  consumed: number[];
  /** A code: why the consumed messages could not be handled. They are kept apart for a person, not understood. */
  parked?: string;
  /** What a person decides of messages kept apart. One that is not, or not any more, is a `ConflictError('message')`. */
  unparked?: Unparking;
  /** True: this commit is a turn, `turns` rises by one. */
  turn: boolean;
  set: ConversationSet;
}

/** Messages kept apart: they wait for a turn again, or a person has seen to them and they stay as they are. */
export type Unparking = { seqs: readonly number[] } & (
  | { to: 'retry' }
  | { to: 'drop'; by: string; reason: string }
);

/** One part of a reply to be sent: one platform call. */
export interface NewOutbound {
  /** Hash of conversation, turn (or case event) and index: a rerun makes the same id. */
  id: string;
  conversationId: string;
  /** The turn it answers; null for notices and people's words. */
  turn: number | null;
  from: 'bot' | 'person';
  part: Part;
  asks: Ask;
  class: MessageClass;
  caseId: string | null;
  caseNumber: string | null;
  /** The news it brings. */
  noticeId?: string;
  /** `pending` on channels that send, `accepted` on those that are read. */
  state: 'pending' | 'accepted';
}

/** One atomic change: all of it, or a `ConflictError` and nothing. */
export interface Change {
  at: Date;
  conversation?: ConversationChange;
  /** Further conversations it concerns. */
  talks?: ConversationChange[];
  cases?: CaseChange[];
  notice?: NoticeChange;
  outbound?: NewOutbound[];
  proof?: ProofChange;
  /**
   * Destroys the conversation's key and the reporter of each of its cases. `onlyUnheard`: where nobody has written in it and
   * no case is of it; else a `ConflictError('conversation')`.
   */
  erase?: { conversationId: string; caseIds: string[]; onlyUnheard?: boolean };
}

export interface Committed {
  /** The conversation's new version, when it was changed. */
  version: number | null;
  /** The sequence numbers given to `outbound`, in its order. */
  seqs: number[];
  /** The conversation a code waits to be sent to. */
  codeTo?: string;
}

export type OutboundState = 'pending' | 'sending' | 'accepted' | 'rejected' | 'unknown';

/** A message to the citizen as stored. */
export interface Outbound extends Omit<NewOutbound, 'state'> {
  seq: number;
  state: OutboundState;
  attempt: number;
  /** When the present or last attempt began; while an outcome is unknown, when that attempt did. */
  startedAt: Date | null;
  createdAt: Date;
  maybeDuplicate: boolean;
  /** Why the last attempt failed, or how it went when not as written. */
  code: string | null;
  channel: ChannelId;
  account: string;
  address: string;
  /** The newest route to the address, as a channel told it. */
  route: string | null;
}

/**
 * What there is to send for a conversation: the earliest unfinished message, or numbers for danger (`emergency`) before what
 * only waits, leased to the caller, and whether more wait behind it; `wait` until a lease or a delay ends; or nothing.
 * `unknown`: an earlier attempt's outcome is open, read it back first.
 */
export type Claim = { outbound: Outbound; more: boolean } | { wait: Date } | null;

/** What a send came to. Ignored (false) when the attempt is no longer the present one. */
export type Outcome =
  /** No end: written down before the call is made once more, because a crash in it must find both calls. */
  | { state: 'sending'; startedAt: Date; maybeDuplicate: boolean }
  | { state: 'accepted'; providerId: string | null; maybeDuplicate?: boolean; code?: string }
  | { state: 'rejected'; code: string }
  | { state: 'pending'; code: string; retryAt: Date; maybeDuplicate?: boolean }
  | { state: 'unknown'; code: string; retryAt: Date; maybeDuplicate?: boolean };

/** A receipt that changed something. */
export interface ReceiptNews {
  conversationId: string;
  outboundId: string;
  /** It failed, and is tried once more at the time that was given with the receipt. */
  isRetried: boolean;
}

/** A receipt as it is handed in. `retryAt`: when what failed at its first try is tried once more; absent: never. */
export type TakenReceipt = Receipt & { retryAt?: Date };

/** How a new conversation is found or made. */
export interface AddressKey {
  channel: ChannelId;
  account: string;
  address: string;
}

/**
 * The queue of record. Every method resolves only when its effect is fsynced; rejects when it cannot be, and
 * then nothing of it is stored. Text, names and addresses are sealed before they reach the disk.
 */
export interface Store {
  /** Inserts each message once for ever; opens conversations as needed; gives each its sequence number. */
  addInbound(messages: InboundMessage[], receivedAt: Date): Promise<Added[]>;
  /**
   * Applies receipts; one that would regress changes nothing and is left out of the answer. One for a message whose outcome
   * is unknown settles it; one that comes during the call settles it when the call ends without an acceptance, or its lease
   * does. A failure of a first try with `retryAt` makes the message `pending` again until then, in the same step.
   */
  addReceipts(receipts: TakenReceipt[]): Promise<ReceiptNews[]>;
  /** The conversation of an address, made if there is none. */
  open(key: AddressKey, name: string | null, at: Date): Promise<string>;
  /** Null when unknown or erased. */
  load(conversationId: string, limit?: number): Promise<Loaded | null>;
  commit(change: Change): Promise<Committed>;
  /** Marks the unfinished outbound whose turn it is `sending` for this caller; a new call waits for its talk's `pace`, whoever called it last. */
  claim(conversationId: string, now: Date, leaseMs: number, pace?: Rate): Promise<Claim>;
  record(outboundId: string, attempt: number, outcome: Outcome): Promise<boolean>;
  /** Are there numbers for danger (`emergency`) of a conversation that are not sent? */
  isUrgent(conversationId: string): Promise<boolean>;
  /** Is this platform id that of a message already recorded as accepted? */
  isSent(channel: ChannelId, account: string, providerId: string): Promise<boolean>;
  /**
   * What should have been done by now: turns, sends and clocks nobody woke. Of a share (by default everything) only what is
   * in it, and what is not takes no room of the limit, which holds for each kind of work, and of sends for each channel: one
   * whose platform takes nothing hides no other's.
   */
  overdue(now: Date, limit: number, share?: Share): Promise<Job[]>;
  /**
   * Keeps a file sealed under its conversation's key, with the message it was fetched for (`seq`); the same bytes there
   * give the same id.
   */
  addMedia(conversationId: string, file: { type: string; bytes: Buffer }, seq?: number): Promise<string>;
  close(): Promise<void>;
}

/** So many calls within a span of ms. */
export interface Rate {
  most: number;
  perMs: number;
}

/** Budgets of calls that a platform counts over longer than a process lives; a name each, kept as a keyed hash. */
export interface Budgets {
  /** Takes one call, durably, when every rate has room for it (null); else nothing, and the time at which it may. */
  spend(budget: string, rates: readonly Rate[], at: Date): Promise<Date | null>;
}

/** What a channel must find again after a restart: how far it has read. Nothing of a citizen. */
export interface Bookmarks {
  /** Null: none was kept under this name. */
  bookmark(name: string): Promise<string | null>;
  /** Resolves when it is durable. */
  setBookmark(name: string, value: string): Promise<void>;
}

/** Who has what only one process of an installation may have at a time. */
export interface Lease {
  /** The process; null: it was given back. */
  holder: string | null;
  /** Rises with every new holder: what an earlier one still does can be told from it. */
  token: number;
  /** Rises each time the same holder says that it goes on. */
  beat: number;
}

/** Leases by name. Nobody's clock stands in them: who waits watches for how long a lease has not changed. */
export interface Leases {
  /** Null: nobody ever had it. */
  lease(name: string): Promise<Lease | null>;
  /**
   * Goes on with a lease, takes it over, or gives it back (`holder` null), when it still is as it was `seen`: the new
   * lease, once it is durable. Null: somebody was faster. Of many who ask at once one gets it.
   */
  takeLease(name: string, seen: Lease | null, holder: string | null): Promise<Lease | null>;
}
