import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Backlog } from './storage/queries.ts';

/** What stands to be done on a channel. Ages are in seconds, 0 where nothing stands. */
export interface ChannelLevels extends Pick<Backlog, 'waiting' | 'outbox' | 'parked'> {
  /** How old the oldest message is that waits for its turn. */
  waitingAge: number;
  /** How old the oldest message to a citizen is that is not settled. */
  outboxAge: number;
  /** False: the platform cannot be reached or takes nothing of ours. Null: this process does not connect it. */
  isUp: boolean | null;
}

/** What stands at this moment. */
export interface Levels {
  /** Null: the store could not be asked. */
  channels: ReadonlyMap<string, ChannelLevels> | null;
  isQueueUp: boolean;
}

/** Figures of the desk. Labels come from closed sets: never an address, a number or a word of anybody. */
export interface Metrics {
  webhook(channel: string, result: 'accepted' | 'refused' | 'unavailable'): void;
  /** Things in genuine calls that were for other accounts than ours. */
  others(channel: string, count: number): void;
  messages(channel: string, isNew: boolean): void;
  /** What came was durable after so long. */
  ack(seconds: number, channel: string): void;
  turn(seconds: number, result: 'done' | 'conflict' | 'failed' | 'parked', channel: string): void;
  send(channel: string, state: string): void;
  backlog(jobs: number): void;
  /** The store did its part, or did not, after so long. */
  store(seconds: number, operation: string, result: 'ok' | 'conflict' | 'failed'): void;
  /** Replaces the levels told before. */
  levels(levels: Levels): void;
  /** The text form of Prometheus, version 0.0.4. */
  text(): Promise<{ type: string; body: string }>;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5];

/** Makes an empty registry with the process's own figures in it. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'ventanilla_' });
  return {
    ...counters(registry),
    ...times(registry),
    levels: levels(registry),
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}

function countersOf(registry: Registry) {
  return <T extends string>(name: string, help: string, ...labelNames: T[]) =>
    new Counter({ name: `ventanilla_${name}`, help, labelNames, registers: [registry] });
}

function histogramsOf(registry: Registry) {
  return <T extends string>(name: string, help: string, ...labelNames: T[]) =>
    new Histogram({
      name: `ventanilla_${name}`,
      help,
      labelNames,
      buckets: SECONDS,
      registers: [registry],
    });
}

function gaugesOf(registry: Registry) {
  return <T extends string>(name: string, help: string, ...labelNames: T[]) =>
    new Gauge({ name: `ventanilla_${name}`, help, labelNames, registers: [registry] });
}

/** Terminals stand in for any channel: together they are one. */
function labelOf(channel: string): string {
  return channel.startsWith('terminal') ? 'terminal' : channel;
}

function counters(registry: Registry): Pick<Metrics, 'webhook' | 'others' | 'messages' | 'send'> {
  const counter = countersOf(registry);
  const webhooks = counter(
    'webhook_calls_total',
    'Calls of providers by what became of them',
    'channel',
    'result',
  );
  const others = counter(
    'webhook_others_total',
    'Messages, receipts and the like of providers for accounts that are not ours',
    'channel',
  );
  const messages = counter(
    'messages_total',
    'Messages of citizens; repeated ones are counted apart',
    'channel',
    'repeated',
  );
  const sends = counter('sends_total', 'Provider calls by outcome', 'channel', 'state');
  return {
    webhook: (channel, result) => webhooks.inc({ channel, result }),
    others: (channel, count) => others.inc({ channel }, count),
    messages: (channel, isNew) => messages.inc({ channel: labelOf(channel), repeated: isNew ? 'no' : 'yes' }),
    send: (channel, state) => sends.inc({ channel: labelOf(channel), state }),
  };
}

function times(registry: Registry): Pick<Metrics, 'ack' | 'turn' | 'store' | 'backlog'> {
  const [histogram, gauge] = [histogramsOf(registry), gaugesOf(registry)];
  const acks = histogram('ack_seconds', 'Time until what came on a channel was durable', 'channel');
  const turns = histogram(
    'turn_seconds',
    'Time of one turn, from its load to its commit',
    'channel',
    'result',
  );
  const store = histogram(
    'store_seconds',
    'Time the store took, by what it was asked',
    'operation',
    'result',
  );
  const backlog = gauge('overdue_jobs', 'Work nobody woke up for in time');
  return {
    ack: (seconds, channel) => acks.observe({ channel: labelOf(channel) }, seconds),
    turn: (seconds, result, channel) => turns.observe({ channel: labelOf(channel), result }, seconds),
    store: (seconds, operation, result) => store.observe({ operation, result }, seconds),
    backlog: jobs => backlog.set(jobs),
  };
}

function levels(registry: Registry): Metrics['levels'] {
  const gauge = gaugesOf(registry);
  const of = (name: string, help: string, ...more: string[]) => gauge(name, help, 'channel', ...more);
  const waiting = of('waiting_talks', 'Talks with messages that wait for their turn');
  const waitingAge = of('waiting_age_seconds', 'How long the oldest of them has waited');
  const outbox = of('outbox_messages', 'Messages to citizens that are not settled', 'state');
  const outboxAge = of('outbox_age_seconds', 'How long ago the oldest of them was written');
  const parked = of('parked_messages', 'Messages a turn failed on, put aside for a person');
  const up = of('channel_up', '1: the channel works; 0: it cannot be reached or refuses us');
  const storeUp = gauge('store_up', '1: the store answers');
  const queueUp = gauge('queue_up', '1: the queue works; 0: the sweep does its work');
  return ({ channels, isQueueUp }) => {
    for (const one of [waiting, waitingAge, outbox, outboxAge, parked, up]) one.reset();
    storeUp.set(Number(channels !== null));
    queueUp.set(Number(isQueueUp));
    for (const [name, level] of channels ?? []) {
      const channel = labelOf(name);
      waiting.inc({ channel }, level.waiting);
      waitingAge.inc({ channel }, level.waitingAge);
      outboxAge.inc({ channel }, level.outboxAge);
      parked.inc({ channel }, level.parked);
      for (const [state, n] of Object.entries(level.outbox)) outbox.inc({ channel, state }, n);
      if (level.isUp !== null) up.set({ channel }, Number(level.isUp));
    }
  };
}
