import type { Paces } from './pace.ts';
import type { FileLimits, SentFile } from './sent-file.ts';
import type { Standing } from './standing.ts';

/** The name of a channel as it stands in settings, routes and rows: `web`, `sms`, `terminal` … */
export type ChannelId = string;

/** What a reply asks of the citizen, so that clients, tests and simulators need not guess from words. */
export type Ask =
  | 'kind'
  | 'agency'
  | 'place'
  | 'description'
  | 'contact'
  | 'privacy'
  | 'attachments'
  | 'confirm'
  | 'rating'
  | 'case'
  | 'solved'
  | 'split'
  | 'resume'
  | 'insist'
  | 'answer'
  | 'none';

/** One thing the citizen may tap. `value` comes back as `choice`; `label` is also accepted as typed words. */
export interface Choice {
  label: string;
  value: string;
}

/**
 * How bad a repeat would be. `emergency` goes before what waits in its talk, and may reach a person whose talk a human owns;
 * `receipt`, `notice` and `reply` are sent again when a call's outcome stays unknown; `code` is not. `invitation` asks
 * to write elsewhere: with `emergency` the only thing a channel says where others read.
 */
export type MessageClass = 'emergency' | 'receipt' | 'notice' | 'reply' | 'optOut' | 'code' | 'invitation';

/** The news of a case that an office may have approved beforehand. */
export type TemplateName = 'opened' | 'assigned' | 'status' | 'solved' | 'question';

/** News as a platform's approved template tells it: which news, and what fills the places its text leaves open. */
export interface Template {
  name: TemplateName;
  language: 'es' | 'en';
  /** Plain words by name (`number`, `matter` …); `choice1` … are the values of the choices. Never empty ones. */
  values: Record<string, string>;
}

/** One reply as the dialog means it, before a channel's limits are applied. */
export interface Reply {
  text: string;
  /** The wording for channels that pay by the segment; falls back to `text`. */
  short?: string;
  choices?: Choice[];
  asks: Ask;
  /** The public number of the case this reply is about. */
  caseNumber?: string;
  class: MessageClass;
  /** How it is told where only what was approved beforehand may be written. */
  template?: Template;
  /** Goes along where the channel carries it; elsewhere the words must say where it is. */
  file?: SentFile;
}

/** One platform call's worth of a reply: what `render` makes of it within a channel's capabilities. */
export interface Part {
  text: string;
  choices: Choice[];
  /** What the whole reply becomes outside the reply window; on its last part. */
  template?: Template;
  /** Goes along with the text, which may then be empty; a channel that carries no such file leaves it out. */
  file?: SentFile;
}

/**
 * How a message leaves: in free words; as its approved template, when the reply window has closed; or as the late words
 * of a person, which some platforms let in for longer than a bot's.
 */
export type Form = 'free' | 'template' | 'late';

/** What a channel can carry; `render` and `advance` read these and nothing else about a channel. */
export interface Capabilities {
  /** Most characters of one platform call. */
  textLimit: number;
  /** `gsm7`: text is written in the GSM 03.38 default alphabet and prefers a reply's `short` wording. */
  alphabet: 'unicode' | 'gsm7';
  /**
   * Tappable choices, or null: a numbered list is written into the text. `valueBytes`: the longest value that comes
   * back whole, in UTF-8; absent: any.
   */
  choices: { most: number; labelLimit: number; valueBytes?: number } | null;
  /** May the citizen send photos and files? */
  media: boolean;
  /** Files that we may send; absent: none, and what would be one is told in words. */
  files?: FileLimits;
  /** May the citizen send a pin? */
  location: boolean;
  /** Does the platform report delivery? */
  receipts: boolean;
  /** How long after the citizen's last message we may write, or null: always. */
  replyWindowMs: number | null;
  /** For how long a person of the office may answer, where that is longer. */
  lateWindowMs?: number;
  /** What the platform takes in a moment; longer spans are the channel's own to count. */
  paces?: Paces;
  /** We may write first, to addresses of this kind; absent: only to who wrote to us. */
  writesTo?: 'phone' | 'mail';
  /**
   * Anybody can write here in another's name. Whose words they are is sure when our own server vouches for the sender's
   * domain (DMARC), or when they quote what was sent to the address.
   */
  forgeable?: true;
  /** Outside the window the platform takes templates it has approved. */
  templates?: boolean;
  /** Nobody knows who writes (web only): an anonymous denuncia is possible. */
  anonymous: boolean;
  /** Nothing is sent: the client reads; a reply is accepted when its turn commits. */
  pull: boolean;
}

/** A file as a platform hands it over: fetched by the worker, never by the webhook. */
export type MediaSource = { id: string } | { url: string; type?: string };

/** A position on the map, WGS84 degrees. */
export interface Pin {
  lat: number;
  lon: number;
  label?: string;
}

/** Results of the checks of a mail's sender as our own server names them: `pass`, `fail`, `none` … (RFC 8601). */
export type Authenticity = { [method in 'spf' | 'dkim' | 'dmarc']?: string };

/** One message of a citizen as a channel understood it. Everything in it is hostile text. */
export interface InboundMessage {
  channel: ChannelId;
  /** Our side: the number, page or bot it was written to. `''` where a channel has only one. */
  account: string;
  /** Their side: telephone number, user id, web session. */
  address: string;
  /**
   * What the way to the address needs besides it and may change while it stays: a service's URL, the post to answer
   * under. The newest holds; kept sealed as the address is.
   */
  route?: string;
  /** The platform's id of this message, unique per channel and account; null where it gives none. */
  providerId: string | null;
  name?: string;
  /**
   * Another address of the same citizen on this channel, as the platform itself says: their telephone, their id before.
   * They are found by it too, and a conversation that stands under it moves to `address`.
   */
  alsoKnownAs?: string;
  /** The platform's clock: shown, never computed with. */
  sentAt?: Date;
  text?: string;
  /** The `value` of a tapped choice. */
  choice?: string;
  location?: Pin;
  media?: MediaSource[];
  /** The message quoted: its provider id, or its `seq` on channels that know it. */
  replyTo?: string | number;
  /** The public number of the case it is about, as its place says and not its words: the thread a mail stands in. */
  about?: string;
  /** What our own server found out about the sender. */
  authenticity?: Authenticity;
  /** The citizen wants no more messages here, or wants them again. */
  signal?: 'optOut' | 'optIn';
  /** The platform answers this signal itself; we must not. */
  signalAnswered?: boolean;
  /**
   * Nothing can be talked over where this was said: others read there (`public`; such an address is never that of a
   * private talk), or we cannot read it (`encrypted`). Answered with another road.
   */
  elsewhere?: 'public' | 'encrypted';
}

/** How far a sent message came, in rising order; `failed` ends it, `delayed` is still tried. */
export type ReceiptState = 'accepted' | 'delayed' | 'sent' | 'delivered' | 'read' | 'failed';

/** What a platform says later about a message we sent. */
export interface Receipt {
  channel: ChannelId;
  account: string;
  /** The platform's id of the sent message, when it says it. */
  providerId?: string;
  /** Our own id, when it travelled with the call. */
  outboundId?: string;
  /** Instead of an id, where a platform says only how far it came: all that was sent to this address until then. */
  upTo?: { address: string; at: Date };
  state: ReceiptState;
  code?: string;
  /** For `failed`: may it be tried once more, later? */
  retryable?: boolean;
  at: Date;
}

/** A request to `/channels/<id>/webhook` (or `…/status`), its body unread. */
export interface WebhookRequest {
  method: string;
  /** Path and query as they arrived, from the first slash. */
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/**
 * What a webhook call amounts to: data to store, then this answer; or a refusal that stores nothing. 503: it cannot be
 * checked just now, and may come again.
 */
export type WebhookResult =
  | { refuse: 400 | 401 | 405 | 413 | 503; reason: string }
  | {
      messages: InboundMessage[];
      receipts: Receipt[];
      /** How many things in the call were for an account that is not ours: nothing is made of them. */
      others?: number;
      answer: { status: number; type: string; body: string };
    };

/** One platform call to make. */
export interface OutboundMessage {
  /** Ours: hash of conversation, turn and index; the same on every try. */
  id: string;
  account: string;
  address: string;
  /** The newest route of who is written to, if one was ever told. */
  route?: string | null;
  part: Part;
  /** The bytes of the part's file, when the channel carries it. */
  file?: Buffer;
  /** What this part asks. */
  asks: Ask;
  /** The public number of the case it is about. */
  caseNumber?: string | null;
  class: MessageClass;
  form: Form;
}

/** A call to be read back. */
export type Sought = Omit<OutboundMessage, 'form'>;

/** What the platform answered to a send. */
export interface Sent {
  providerId: string | null;
}

/** Takes what a session or a poll brought; resolves when it is durable. */
export type Receive = (messages: InboundMessage[], receipts: Receipt[]) => Promise<void>;

/**
 * A road between a platform and the desk: payloads to plain messages, plain parts to platform calls.
 * It keeps no state of conversations and knows nothing of the store.
 */
export interface Channel {
  readonly id: ChannelId;
  /** Our side when we write first: the `account` of a conversation nobody wrote to yet. Absent: `''`. */
  readonly account?: string;
  readonly capabilities: Capabilities;
  /** Verifies the raw bytes and returns every message and receipt in the call. Never throws on bad input. */
  webhook?(request: WebhookRequest): WebhookResult;
  /**
   * Told of what a webhook call brought, once it is durable: a platform may want it acknowledged by a call of its own.
   * Returns at once and never throws.
   */
  taken?(messages: readonly InboundMessage[]): void;
  /**
   * Opens a session, a poll or a catch-up; returns when it is under way. `isOurs` tells whether this process may still use
   * a session that only one may have: asked before every call that reads. Absent: it may.
   */
  connect?(receive: Receive, isOurs?: () => boolean): Promise<void>;
  /** Ends what `connect` opened, at once; it may be called again after that. Sends go on. */
  disconnect?(): Promise<void>;
  /** Makes one platform call. Rejects with `SendError` and nothing else. Absent on pull channels. */
  send?(message: OutboundMessage): Promise<Sent>;
  /**
   * Reads back whether a send that was under way at `startedAt` arrived: its id, null if it surely did not.
   * `isOthers` tells that a platform id belongs to another message of ours. Rejects when it cannot tell.
   */
  find?(
    message: Sought,
    startedAt: Date,
    isOthers: (providerId: string) => Promise<boolean>,
  ): Promise<Sent | null>;
  /** Gets a file the platform handed over by reference: its own hosts only, bounded size. */
  fetch?(source: MediaSource): Promise<Buffer>;
  /**
   * Makes a call that changes nothing, and says in plain words for who runs the desk what was found: no secrets, no
   * citizen's data. Rejects with `SendError`.
   */
  check?(): Promise<string[]>;
  /** How the session stands that people have to pair, told in any process; null: it never was opened. */
  standing?(): Promise<Standing | null>;
  /** Is the session there now that `connect` opened? Absent: there is none to lose. */
  isUp?(): boolean;
  /** Ends sessions, polls and sends. */
  close?(): Promise<void>;
}
