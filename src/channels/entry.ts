import type { Problem } from '../errors.ts';
import type { BotFrameworkDeps } from './bot-framework/bot-framework.ts';
import type { Capabilities, Channel, ChannelId } from './channel.ts';
import type { EmailDeps } from './email/email.ts';
import type { MessengerDeps } from './messenger/messenger.ts';
import type { SmsDeps } from './sms/sms.ts';
import type { TelegramDeps } from './telegram/telegram.ts';
import type { WhatsAppDeps } from './whatsapp/whatsapp.ts';
import type { WhatsAppTwilioDeps } from './whatsapp-twilio/whatsapp-twilio.ts';
import type { WhatsAppWebDeps } from './whatsapp-web/whatsapp-web.ts';
import type { XDeps } from './x/x.ts';

/** Everything any channel is given. */
export type OpenDeps = SmsDeps &
  WhatsAppDeps &
  WhatsAppTwilioDeps &
  MessengerDeps &
  TelegramDeps &
  XDeps &
  BotFrameworkDeps &
  EmailDeps &
  WhatsAppWebDeps;

/** What channels are given from outside; each takes what it needs. */
export interface ChannelDeps extends Omit<OpenDeps, 'timer'> {
  /** Runs something once after a delay and gives back its cancelling; by default the process's own timers. */
  timer?: OpenDeps['timer'];
}

/** A channel of this build: on when all its required settings are present, off when none is. */
export interface ChannelEntry {
  id: ChannelId;
  /** Known without loading its library: what is written for a channel that is off, and what a terminal stands in for. */
  capabilities: Capabilities;
  settings: {
    required: readonly string[];
    optional: readonly string[];
    /** Those of them that belong to another channel too, and switch nothing on by themselves here. */
    borrowed?: readonly string[];
  };
  /** With these settings its connection is a session, which one process may hold at a time. */
  session?(settings: Record<string, string>): boolean;
  /** Only the process that holds the session can send and get files: it takes the turns of this channel's talks too. */
  isBound?: true;
  /** What cannot be right in settings that are all there, told without loading the library. */
  problems?(settings: Record<string, string>): Problem[];
  open(settings: Record<string, string>, deps: OpenDeps): Promise<Channel>;
}

/** Is all set that it needs? What is missing beside others of its own is added to `problems`. */
export function isOn(
  entry: ChannelEntry,
  entries: readonly ChannelEntry[],
  settings: ReadonlyMap<string, string>,
  problems: Problem[] = [],
): boolean {
  const { required } = entry.settings;
  const missing = required.filter(name => !settings.has(name));
  if (missing.length === 0) return true;
  if (isMeant(entry, entries, settings)) {
    const reason = `the ${entry.id} channel needs it too; set it, or none of ${required.join(', ')}`;
    problems.push(...missing.map(where => ({ where, reason })));
  }
  return false;
}

/** Is anything set that is this channel's own? What another one borrowed may be set for that one alone. */
function isMeant(
  entry: ChannelEntry,
  entries: readonly ChannelEntry[],
  settings: ReadonlyMap<string, string>,
): boolean {
  const others = entries.filter(other => other !== entry && ownNames(other).some(name => settings.has(name)));
  const lent = others.flatMap(({ settings: { borrowed = [] } }) => borrowed);
  return ownNames(entry).some(name => settings.has(name) && !lent.includes(name));
}

function ownNames({ settings: { required, optional, borrowed = [] } }: ChannelEntry): string[] {
  return [...required, ...optional].filter(name => !borrowed.includes(name));
}

/** Those of all settings that are an entry's, by name. */
export function settingsOf(
  entry: ChannelEntry,
  settings: ReadonlyMap<string, string>,
): Record<string, string> {
  const names = [...entry.settings.required, ...entry.settings.optional];
  return Object.fromEntries(
    names.flatMap(name => {
      const value = settings.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
