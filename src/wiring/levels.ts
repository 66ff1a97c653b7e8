import type { ChannelId } from '../channels/channel.ts';
import { withTimeout } from '../channels/timeout.ts';
import type { ChannelLevels, Metrics } from '../metrics.ts';
import { noBacklog } from '../storage/backlog.ts';
import type { Backlog } from '../storage/queries.ts';
import { ELSEWHERE } from './connect.ts';
import type { House } from './house.ts';

/** What the levels are read from. `states`: the state of each channel this process connects. */
export interface LevelsDeps extends Pick<House, 'metrics' | 'queue' | 'now'> {
  store: { backlog(): Promise<Backlog[]> };
  /** The open channels: each has a figure, also when nothing stands. */
  channels: ReadonlyMap<ChannelId, unknown>;
  states: () => Record<string, string>;
}

const LONGEST_MS = 2_000;

/** Makes what `/metrics` answers: what was counted, and what stands in the store at that moment. */
export function createFigures(deps: LevelsDeps): Pick<Metrics, 'text'> {
  return {
    text: async () => {
      const rows = await withTimeout(deps.store.backlog(), LONGEST_MS).catch(() => null);
      const isQueueUp = deps.queue.state() === 'ok';
      deps.metrics.levels({ channels: rows && levelsOf(deps, rows), isQueueUp });
      return deps.metrics.text();
    },
  };
}

function levelsOf({ channels, states, now }: LevelsDeps, rows: Backlog[]): Map<string, ChannelLevels> {
  const at = now();
  const found = new Map(rows.map(row => [row.channel, row]));
  const known = states();
  return new Map(
    [...new Set([...channels.keys(), ...found.keys()])].map(channel => {
      const state = known[channel];
      const isUp = state === undefined || state === ELSEWHERE ? null : state === 'ok';
      return [channel, { ...levelOf(found.get(channel) ?? noBacklog(channel), at), isUp }];
    }),
  );
}

function levelOf(row: Backlog, at: Date): Omit<ChannelLevels, 'isUp'> {
  const { waiting, waitingSince, outbox, outboxSince, parked } = row;
  return { waiting, waitingAge: age(waitingSince, at), outbox, outboxAge: age(outboxSince, at), parked };
}

/** Seconds; a clock that was set back makes nothing younger than now. */
function age(since: Date | null, at: Date): number {
  return since ? Math.max(0, (at.getTime() - since.getTime()) / 1_000) : 0;
}
