import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Counters of the desk. Labels come from closed sets: never an address, a number or a word of anybody. */
export interface Metrics {
  webhook(channel: string, result: 'accepted' | 'refused' | 'unavailable'): void;
  /** Things in genuine calls that were for other accounts than ours. */
  others(channel: string, count: number): void;
  messages(channel: string, isNew: boolean): void;
  turn(seconds: number, result: 'done' | 'conflict' | 'failed' | 'parked'): void;
  send(channel: string, state: string): void;
  backlog(jobs: number): void;
  /** The text form of Prometheus, version 0.0.4. */
  text(): Promise<{ type: string; body: string }>;
}

/** Makes an empty registry with the process's own figures in it. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  collectDefaultMetrics({ register: registers[0] as Registry, prefix: 'ventanilla_' });
  const webhooks = new Counter({
    name: 'ventanilla_webhook_calls_total',
    help: 'Calls of providers by what became of them',
    labelNames: ['channel', 'result'],
    registers,
  });
  const others = new Counter({
    name: 'ventanilla_webhook_others_total',
    help: 'Messages, receipts and the like of providers for accounts that are not ours',
    labelNames: ['channel'],
    registers,
  });
  const messages = new Counter({
    name: 'ventanilla_messages_total',
    help: 'Messages of citizens; repeated ones are counted apart',
    labelNames: ['channel', 'repeated'],
    registers,
  });
  const turns = new Histogram({
    name: 'ventanilla_turn_seconds',
    help: 'Time of one turn, from its load to its commit',
    labelNames: ['result'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5],
    registers,
  });
  const sends = new Counter({
    name: 'ventanilla_sends_total',
    help: 'Provider calls by outcome',
    labelNames: ['channel', 'state'],
    registers,
  });
  const backlog = new Gauge({
    name: 'ventanilla_overdue_jobs',
    help: 'Work nobody woke up for in time',
    registers,
  });
  return {
    webhook: (channel, result) => webhooks.inc({ channel, result }),
    others: (channel, count) => others.inc({ channel }, count),
    messages: (channel, isNew) => messages.inc({ channel, repeated: isNew ? 'no' : 'yes' }),
    turn: (seconds, result) => turns.observe({ result }, seconds),
    send: (channel, state) => sends.inc({ channel, state }),
    backlog: jobs => backlog.set(jobs),
    text: async () => ({
      type: registers[0]?.contentType ?? '',
      body: (await registers[0]?.metrics()) ?? '',
    }),
  };
}
