import type { ChannelId } from '../channels/channel.ts';

/**
 * The part of the work that is somebody's: the talks of these channels alone, or everything but the talks of these. Clocks
 * of cases and news are of no channel: they belong to the second kind.
 */
export type Share = { only: readonly ChannelId[] } | { allBut: readonly ChannelId[] };

/** The share of who works alone. */
export const EVERYTHING: Share = { allBut: [] };

/** Are the talks of this channel in this share? */
export function holds(share: Share, channel: ChannelId): boolean {
  return 'only' in share ? share.only.includes(channel) : !share.allBut.includes(channel);
}
