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

/** How much room the talks of each channel have left on a list. */
export interface Room {
  isLeft(channel: ChannelId): boolean;
  /** Takes a place; false: there is none left. */
  take(channel: ChannelId): boolean;
}

/** A list on which each channel has so many places of its own: however many are of one, they hide no other's. */
export function roomForEach(places: number): Room {
  const taken = new Map<ChannelId, number>();
  const isLeft = (channel: ChannelId): boolean => (taken.get(channel) ?? 0) < places;
  return {
    isLeft,
    take: channel => {
      if (!isLeft(channel)) return false;
      taken.set(channel, (taken.get(channel) ?? 0) + 1);
      return true;
    },
  };
}
