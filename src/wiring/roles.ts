import type { ChannelId } from '../channels/channel.ts';
import { boundChannels, isBound, sessionChannels } from '../channels/index.ts';
import type { Settings } from '../config.ts';
import { EVERYTHING, holds, type Share } from '../storage/share.ts';
import { storeFile } from '../storage/store-file.ts';

/** What the process of a role does. */
export interface Duties {
  /** Citizens', providers' and people's addresses; those of operations every process answers. */
  serves: boolean;
  /** Turns, sends, clocks and the sweep. */
  works: boolean;
  /** Connects this channel: `leased`, when no other process may at the same time; `no`: another process does. */
  connects(channel: ChannelId): 'yes' | 'leased' | 'no';
  /** What of the work is this process's. */
  share: Share;
  /** Turns and sends of this channel's talks are in its share. */
  takes(channel: ChannelId): boolean;
  /** It works for one channel alone, whose session it holds. */
  isBound: boolean;
  /** It sends, and others may send from the same accounts. */
  sharesCalls: boolean;
  /** The store belongs to this process: commands find it here. */
  isAlone: boolean;
}

/** The role of a command that opens a store others may serve: it answers and works, and connects nothing. */
export const COMMAND_ROLE = 'command';

/** What a process with these settings does. */
export function dutiesOf({
  role,
  storeUrl,
  channels,
}: Pick<Settings, 'role' | 'storeUrl' | 'channels'>): Duties {
  const isAlone = storeFile(storeUrl) !== null;
  const sessions = sessionChannels(channels);
  const share = isAlone ? EVERYTHING : shareOf(role);
  const isWhole = role === 'all' || role === COMMAND_ROLE;
  const sends = isWhole || role === 'worker';
  return {
    ...{ isAlone, serves: isWhole || role === 'web', isBound: isBound(role) },
    works: sends || isBound(role),
    sharesCalls: sends && !isAlone,
    share,
    takes: channel => holds(share, channel),
    connects: channel => {
      if (role === 'all' && isAlone) return 'yes';
      if (isBound(channel)) return role === channel ? 'leased' : 'no';
      if (sessions.includes(channel)) return role === 'all' || role === channel ? 'leased' : 'no';
      return role === 'all' || role === 'web' ? 'yes' : 'no';
    },
  };
}

/** Where many serve one store, a session that sends is a process of its own: others could not tell who has it. */
function shareOf(role: string): Share {
  return isBound(role) ? { only: [role] } : { allBut: boundChannels() };
}
