import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/channels/channel.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { createConnections } from '../../src/wiring/connect.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';

/** Connections of these channels, with a clock that rings when told. */
function connect(...channels: Channel[]) {
  const alarms: { ms: number; run: () => void; cancelled: boolean }[] = [];
  const connections = createConnections({
    ...{ channels: new Map(channels.map(channel => [channel.id, channel])), log: pino({ level: 'silent' }) },
    ...{ store: {} as WholeStore, elapsedMs: () => 0, newId: () => 'one', connects: () => 'yes' },
    receive: async () => {},
    timer: (ms, run) => {
      const alarm = { ms, run, cancelled: false };
      alarms.push(alarm);
      return () => {
        alarm.cancelled = true;
      };
    },
  });
  return { connections, alarms };
}

const named = (id: string, more: Partial<Channel> = {}): Channel => ({ ...scriptedChannel(), id, ...more });

describe('the connections of channels', () => {
  it('are tried again for a channel that fails, while the others go on', async () => {
    let fails = 1;
    const flaky = named('telegram', {
      connect: async () => {
        fails -= 1;
        if (fails >= 0) throw new Error('no network');
      },
    });
    const { connections, alarms } = connect(flaky, named('sms'), named('terminal-sms'));
    await connections.open();
    expect(connections.states()).toEqual({ telegram: 'not connected', sms: 'ok' });
    expect(alarms).toMatchObject([{ ms: 15_000 }]);
    alarms[0]?.run();
    await new Promise(resolve => setImmediate(resolve));
    expect(connections.states()).toEqual({ telegram: 'ok', sms: 'ok' });
  });

  it('end with all of them, and are not tried again', async () => {
    const closed: string[] = [];
    const failing = named('telegram', {
      connect: () => Promise.reject(new Error()),
      close: async () => void closed.push('telegram'),
    });
    const { connections, alarms } = connect(
      failing,
      named('sms', { close: async () => void closed.push('sms') }),
    );
    await connections.open();
    await connections.close();
    expect(closed.sort()).toEqual(['sms', 'telegram']);
    expect(alarms).toMatchObject([{ cancelled: true }]);
  });
});
