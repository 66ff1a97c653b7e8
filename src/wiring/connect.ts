import type { Channel, Receive } from '../channels/channel.ts';
import { isTerminal } from '../channels/terminal.ts';
import { errorFields } from '../errors.ts';
import type { House } from './house.ts';

/** The sessions and polls of the open channels. */
export interface Connections {
  open(): Promise<void>;
  /** The state of each platform: `ok`, or what is wrong. */
  states(): Record<string, string>;
  close(): Promise<void>;
}

const AGAIN_MS = 15_000;

/** Makes the connections; none is open before `open`. A channel that cannot connect keeps nobody else waiting. */
export function createConnections(
  { channels, log }: Pick<House, 'channels' | 'log'>,
  receive: Receive,
  timer: (ms: number, run: () => void) => () => void,
): Connections {
  const failed = new Set<string>();
  const cancels = new Map<string, () => void>();
  let closed = false;

  async function connect(channel: Channel): Promise<void> {
    try {
      await channel.connect?.(receive);
      failed.delete(channel.id);
    } catch (error) {
      log.error({ channel: channel.id, ...errorFields(error) }, 'a channel could not connect');
      failed.add(channel.id);
      if (!closed)
        cancels.set(
          channel.id,
          timer(AGAIN_MS, () => void connect(channel)),
        );
    }
  }

  /** A session can be lost after it was made. */
  function isConnected(id: string): boolean {
    return !failed.has(id) && (channels.get(id)?.isUp?.() ?? true);
  }

  return {
    open: async () => void (await Promise.all([...channels.values()].map(connect))),
    states: () => {
      const shown = [...channels.keys()].filter(id => !isTerminal(id));
      return Object.fromEntries(shown.map(id => [id, isConnected(id) ? 'ok' : 'not connected']));
    },
    close: async () => {
      closed = true;
      for (const cancel of cancels.values()) cancel();
      await Promise.all([...channels.values()].map(channel => channel.close?.()));
    },
  };
}
