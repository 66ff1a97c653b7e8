import type { Channel, ChannelId, Receive } from '../channels/channel.ts';
import { isTerminal } from '../channels/terminal.ts';
import { errorFields } from '../errors.ts';
import { type Hold, holdLease } from './hold-lease.ts';
import type { House } from './house.ts';
import type { Duties } from './roles.ts';

/** The sessions and polls of the open channels. */
export interface Connections {
  open(): Promise<void>;
  /** The state of each platform: `ok`, or what is wrong; `ELSEWHERE` when another process sees to it. */
  states(): Record<string, string>;
  close(): Promise<void>;
}

/** What connections need. `timer` runs something once after a delay and gives back its cancelling. */
export interface ConnectDeps extends Pick<House, 'channels' | 'log' | 'store' | 'elapsedMs' | 'newId'> {
  receive: Receive;
  timer: (ms: number, run: () => void) => () => void;
  connects: Duties['connects'];
}

/** The state of a channel whose session another process holds. */
export const ELSEWHERE = 'in another process';

const AGAIN_MS = 15_000;

/** Makes the connections; none is open before `open`. A channel that cannot connect keeps nobody else waiting. */
export function createConnections(deps: ConnectDeps): Connections {
  const { channels, connects } = deps;
  const lines = new Map<ChannelId, Line>();
  for (const channel of channels.values()) {
    const how = connects(channel.id);
    if (how === 'yes') lines.set(channel.id, directLine(deps, channel));
    if (how === 'leased') lines.set(channel.id, leasedLine(deps, channel));
  }
  return {
    open: async () => void (await Promise.all([...lines.values()].map(line => line.open()))),
    states: () => {
      const shown = [...channels.keys()].filter(id => !isTerminal(id));
      return Object.fromEntries(shown.map(id => [id, lines.get(id)?.state() ?? ELSEWHERE]));
    },
    close: async () => {
      await Promise.all([...lines.values()].map(line => line.close()));
      await Promise.all([...channels.values()].map(channel => channel.close?.()));
    },
  };
}

/** The way one channel is connected. */
interface Line {
  open(): Promise<void>;
  state(): string;
  close(): Promise<void>;
}

/** Connects a channel, again and again until it stands; `close` ends that, and what stood. */
function directLine(
  { log, receive, timer }: ConnectDeps,
  channel: Channel,
  isOurs: () => boolean = () => true,
): Line {
  let isConnected = false;
  let closed = false;
  let cancel = (): void => {};

  async function connect(): Promise<void> {
    closed = false;
    try {
      await channel.connect?.(receive, isOurs);
      isConnected = true;
    } catch (error) {
      log.error({ channel: channel.id, ...errorFields(error) }, 'a channel could not connect');
      if (!closed) cancel = timer(AGAIN_MS, () => void connect());
    }
  }

  return {
    open: connect,
    // A session can be lost after it was made.
    state: () => (isConnected && (channel.isUp?.() ?? true) ? 'ok' : 'not connected'),
    close: async () => {
      closed = true;
      isConnected = false;
      cancel();
      await channel.disconnect?.();
    },
  };
}

/** Connects a channel while this process holds its lease. What it brings after that was lost is refused. */
function leasedLine(deps: ConnectDeps, channel: Channel): Line {
  const receive: Receive = async (messages, receipts) => {
    if (!(await hold.stands())) throw new Error('another process has this session');
    await deps.receive(messages, receipts);
  };
  const line = directLine({ ...deps, receive }, channel, () => hold.isOurs());
  const hold: Hold = holdLease({
    ...{ store: deps.store, name: `channel ${channel.id}`, holder: deps.newId() },
    ...{ elapsedMs: deps.elapsedMs, timer: deps.timer, log: deps.log },
    ...{ gained: line.open, lost: line.close },
  });
  return {
    open: async () => hold.start(),
    state: () => (hold.isOurs() ? line.state() : ELSEWHERE),
    close: hold.close,
  };
}
