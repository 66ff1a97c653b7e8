/** What the process of the session is started with. */
export interface Opening {
  /** Path of the browser. */
  browser: string;
  args: string[];
  /** Where the pairing is kept. */
  folder: string;
  /** Is the page's certificate one that nobody vouches for? A stand-in on this machine has no other. */
  anyCertificate: boolean;
}

/** What it is asked; each is answered once. */
export type Question =
  | { ask: 'send'; chat: string; text: string }
  /** Our own latest messages in a chat. */
  | { ask: 'ours'; chat: string }
  /** What people wrote since then, in seconds since 1970. */
  | { ask: 'since'; at: number }
  /** How far our own latest messages came, in the chats that were used since then. */
  | { ask: 'ticks'; at: number }
  | { ask: 'fetch'; id: string }
  | { ask: 'state' }
  | { ask: 'seen'; chat: string };

/** What goes to the process of the session. */
export type ToSession =
  | { do: 'open'; opening: Opening }
  | { do: 'answer'; call: number; question: Question }
  | { do: 'end' };

/** What comes from it. What stands in `message`, `value` came from outside and is looked at before it is believed. */
export type FromSession =
  | { tell: 'qr'; text: string }
  | { tell: 'authenticated' }
  | { tell: 'ready' }
  | { tell: 'message'; message: unknown }
  /** Somebody wrote what could not be read. */
  | { tell: 'unread' }
  | { tell: 'ack'; id: string; ack: number }
  /** It is over; `code` says why. */
  | { tell: 'gone'; code: string }
  | { tell: 'answer'; call: number; value: unknown }
  | { tell: 'failure'; call: number; code: string };
