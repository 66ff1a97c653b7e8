import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../src/errors.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { Backlog } from '../../src/storage/queries.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { ELSEWHERE } from '../../src/wiring/connect.ts';
import { createFigures } from '../../src/wiring/levels.ts';
import { timed } from '../../src/wiring/timed-store.ts';

const NOW = new Date('2026-03-02T15:00:00Z');
const ago = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1_000);

const row = (more: Partial<Backlog>): Backlog => ({
  ...{ channel: 'sms', waiting: 0, waitingSince: null, outboxSince: null, parked: 0 },
  outbox: { pending: 0, sending: 0, unknown: 0 },
  ...more,
});

/** The lines of the desk's own figures, without the process's. */
async function lines(
  backlog: () => Promise<Backlog[]>,
  more: { states?: Record<string, string>; queue?: string; metrics?: ReturnType<typeof createMetrics> } = {},
): Promise<string[]> {
  const { states = {}, queue = 'ok', metrics = createMetrics() } = more;
  const figures = createFigures({
    ...{ metrics, store: { backlog }, now: () => NOW, states: () => states },
    ...{
      channels: new Map([
        ['web', {}],
        ['sms', {}],
      ]),
      queue: { ...IDLE, state: () => queue },
    },
  });
  return (await figures.text()).body.split('\n').filter(line => line.startsWith('ventanilla_'));
}

const IDLE = { add: async () => {}, addHere: async () => {}, work: () => {}, close: async () => {} };

describe('/metrics', () => {
  it('tells what stands on each channel, by state and age', async () => {
    const outbox = { pending: 4, sending: 1, unknown: 2 };
    const sms = row({ waiting: 3, waitingSince: ago(90), outbox, outboxSince: ago(600), parked: 5 });
    const found = await lines(async () => [sms], { states: { sms: 'not connected', web: 'ok' } });
    expect(found).toEqual(
      expect.arrayContaining([
        'ventanilla_waiting_talks{channel="sms"} 3',
        'ventanilla_waiting_age_seconds{channel="sms"} 90',
        'ventanilla_outbox_messages{channel="sms",state="pending"} 4',
        'ventanilla_outbox_messages{channel="sms",state="unknown"} 2',
        'ventanilla_outbox_age_seconds{channel="sms"} 600',
        'ventanilla_parked_messages{channel="sms"} 5',
        'ventanilla_channel_up{channel="sms"} 0',
        'ventanilla_channel_up{channel="web"} 1',
        'ventanilla_waiting_talks{channel="web"} 0',
        'ventanilla_outbox_messages{channel="web",state="pending"} 0',
        'ventanilla_store_up 1',
        'ventanilla_queue_up 1',
      ]),
    );
  });

  it('forgets what stood before, and a channel of before', async () => {
    const metrics = createMetrics();
    await lines(async () => [row({ waiting: 3, waitingSince: ago(9) }), row({ channel: 'x', parked: 1 })], {
      metrics,
    });
    const found = await lines(async () => [], { metrics });
    expect(found).toContain('ventanilla_waiting_talks{channel="sms"} 0');
    expect(found.filter(line => line.includes('"x"'))).toEqual([]);
  });

  it('answers without the store, and says so', async () => {
    const found = await lines(() => Promise.reject(new Error('away')), { queue: 'away' });
    expect(found).toEqual(expect.arrayContaining(['ventanilla_store_up 0', 'ventanilla_queue_up 0']));
    expect(found.filter(line => line.startsWith('ventanilla_waiting'))).toEqual([]);
  });

  it('leaves it to the process that connects a channel to say whether it works', async () => {
    const found = await lines(async () => [], { states: { sms: ELSEWHERE, web: 'ok' } });
    expect(found.filter(line => line.startsWith('ventanilla_channel_up'))).toEqual([
      'ventanilla_channel_up{channel="web"} 1',
    ]);
  });

  it('says no age below nothing when the clock was set back', async () => {
    const found = await lines(async () => [row({ waiting: 1, waitingSince: ago(-60) })]);
    expect(found).toContain('ventanilla_waiting_age_seconds{channel="sms"} 0');
  });

  it('counts all terminals as one, whatever they stand in for', async () => {
    const metrics = createMetrics();
    for (const channel of ['terminal', 'terminal-sms', 'terminal-x']) {
      metrics.messages(channel, true);
      metrics.ack(0.01, channel);
      metrics.turn(0.01, 'done', channel);
    }
    const terminals = ['terminal', 'terminal-sms'].map(channel => row({ channel, waiting: 2 }));
    const found = await lines(async () => terminals, { metrics });
    expect(found).toEqual(
      expect.arrayContaining([
        'ventanilla_messages_total{channel="terminal",repeated="no"} 3',
        'ventanilla_ack_seconds_count{channel="terminal"} 3',
        'ventanilla_turn_seconds_count{channel="terminal",result="done"} 3',
        'ventanilla_waiting_talks{channel="terminal"} 4',
      ]),
    );
    expect(found.filter(line => line.includes('terminal-'))).toEqual([]);
  });

  it('counts what happened, channel by channel', async () => {
    const metrics = createMetrics();
    for (const result of ['accepted', 'refused', 'unavailable'] as const) metrics.webhook('sms', result);
    metrics.others('sms', 3);
    metrics.messages('sms', true);
    metrics.messages('sms', false);
    metrics.ack(0.02, 'sms');
    metrics.turn(0.2, 'done', 'sms');
    metrics.turn(2, 'parked', 'sms');
    metrics.send('sms', 'unknown');
    metrics.store(0.004, 'commit', 'conflict');
    metrics.backlog(7);
    expect(await lines(async () => [], { metrics })).toEqual(
      expect.arrayContaining([
        'ventanilla_webhook_calls_total{channel="sms",result="accepted"} 1',
        'ventanilla_webhook_calls_total{channel="sms",result="refused"} 1',
        'ventanilla_webhook_calls_total{channel="sms",result="unavailable"} 1',
        'ventanilla_webhook_others_total{channel="sms"} 3',
        'ventanilla_messages_total{channel="sms",repeated="no"} 1',
        'ventanilla_messages_total{channel="sms",repeated="yes"} 1',
        'ventanilla_ack_seconds_bucket{le="0.01",channel="sms"} 0',
        'ventanilla_ack_seconds_bucket{le="0.025",channel="sms"} 1',
        'ventanilla_turn_seconds_bucket{le="0.5",channel="sms",result="done"} 1',
        'ventanilla_turn_seconds_bucket{le="1",channel="sms",result="parked"} 0',
        'ventanilla_sends_total{channel="sms",state="unknown"} 1',
        'ventanilla_store_seconds_bucket{le="0.005",operation="commit",result="conflict"} 1',
        'ventanilla_overdue_jobs 7',
      ]),
    );
  });

  it('bears none but its own labels', async () => {
    const metrics = createMetrics();
    metrics.webhook('sms', 'accepted');
    metrics.others('sms', 1);
    metrics.send('sms', 'accepted');
    metrics.store(0.1, 'commit', 'ok');
    const found = await lines(async () => [row({ waiting: 1 })], { metrics });
    const own = found.filter(line => !/^ventanilla_(process|nodejs)_/.test(line));
    const labels = own.flatMap(line => [...line.matchAll(/[{,](\w+)="/g)].map(match => match[1]));
    expect([...new Set(labels)].sort()).toEqual(['channel', 'le', 'operation', 'result', 'state']);
  });
});

describe('a store whose time is told', () => {
  const told: string[] = [];
  const clock = { now: 0 };
  const real = {
    load: async () => {
      clock.now += 250;
      return null;
    },
    commit: () => Promise.reject(new ConflictError('message')),
    claim: () => Promise.reject(new Error('disk')),
    traffic: async () => [],
  };
  const store = timed(
    real as unknown as WholeStore,
    { store: (seconds, operation, result) => void told.push(`${operation} ${result} ${seconds}`) },
    () => clock.now,
  );

  it('answers and fails as it does', async () => {
    expect(await store.load('a')).toBeNull();
    await expect(store.commit({ at: NOW })).rejects.toBeInstanceOf(ConflictError);
    await expect(store.claim('a', NOW, 1)).rejects.toThrow('disk');
    expect(await store.traffic()).toEqual([]);
    expect(told).toEqual(['load ok 0.25', 'commit conflict 0', 'claim failed 0']);
  });
});
