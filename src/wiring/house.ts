import type { Logger } from 'pino';
import type { Catalogue, Route } from '../catalogue/catalogue.ts';
import type { Channel, ChannelId } from '../channels/channel.ts';
import type { Settings } from '../config.ts';
import type { FactsDeps } from '../dialogs/turn/gather-facts.ts';
import type { Keyring } from '../keyring.ts';
import type { Metrics } from '../metrics.ts';
import type { Classifier } from '../nlu/classifier.ts';
import type { Queue } from '../queue/queue.ts';
import type { WholeStore } from '../storage/whole-store.ts';
import type { Texts } from '../texts.ts';
import type { Vault } from '../vault.ts';
import type { Learning } from './learning.ts';

/** Everything opened once and handed to whoever needs it. */
export interface House {
  settings: Settings;
  log: Logger;
  catalogue: Catalogue;
  texts: Texts;
  route: Route;
  classifier: Classifier;
  learning: Learning;
  /** Takes up corrections that are stored and not remembered yet: all of them at the start. */
  remember: () => Promise<void>;
  keyring: Keyring;
  vault: Vault;
  store: WholeStore;
  queue: Queue;
  channels: ReadonlyMap<ChannelId, Channel>;
  metrics: Metrics;
  /** Shows a case to who knows its number and PIN; wrong tries count together, on the page and in talks. */
  lookByPin: FactsDeps['lookByPin'];
  now: () => Date;
  random: (bytes: number) => Buffer;
  newId: () => string;
  /** Rises by one each ms, whatever the clock does. */
  elapsedMs: () => number;
  /** What citizens and providers see; a free port is in it once it is bound. */
  publicUrl: () => string;
  /** The key of the command line on this machine. */
  localToken: string;
  failPoint?: (name: string) => void | Promise<void>;
}
