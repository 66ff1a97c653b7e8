import type { Capabilities, Channel, ChannelId } from './channel.ts';

/** What a talk in a terminal carries when it stands in for no other channel. */
export const TERMINAL_CAPABILITIES: Capabilities = {
  textLimit: 4_000,
  alphabet: 'unicode',
  choices: { most: 20, labelLimit: 80 },
  media: false,
  location: false,
  receipts: false,
  replyWindowMs: null,
  anonymous: false,
  pull: true,
};

/** The name of the terminal that stands in for a channel: `terminal-sms`; without one, `terminal`. */
export function terminalId(channel?: ChannelId): ChannelId {
  return channel === undefined ? 'terminal' : `terminal-${channel}`;
}

/** Is this the name of a terminal? */
export function isTerminal(id: ChannelId): boolean {
  return id === terminalId() || id.startsWith(terminalId(''));
}

/** The talk in a terminal, within the limits of the channel it stands in for: nothing is sent, the terminal reads. */
export function openTerminal(id: ChannelId = 'terminal', limits = TERMINAL_CAPABILITIES): Channel {
  return { id, capabilities: terminalLimits(limits) };
}

/** A channel's limits as a terminal has them: whatever it carries, it is read and not sent, and shows no files. */
export function terminalLimits({ files: _, ...limits }: Capabilities): Capabilities {
  return { ...limits, receipts: false, replyWindowMs: null, pull: true };
}
