import { expect, it } from 'vitest';
import type { InboundMessage, Receipt } from '../../../src/channels/channel.ts';
import { createInbox } from '../../../src/channels/whatsapp-web/inbox.ts';
import type { Question } from '../../../src/channels/whatsapp-web/protocol.ts';

/** A desk and a page that do as they are told, and a clock that stands until it is moved. */
function scripted() {
  const marks = new Map<string, string>();
  const clock = { now: 0, alarms: new Set<{ at: number; run: () => void }>() };
  const desk = {
    ...{ marks, lines: [] as object[], messages: [] as InboundMessage[], receipts: [] as Receipt[] },
    ...{ asked: [] as Question[], page: async (_question: Question): Promise<unknown> => [], isFull: false },
  };
  const deps = {
    bookmarks: {
      read: async (name: string) => marks.get(name) ?? null,
      write: async (name: string, value: string) => void marks.set(name, value),
    },
    now: () => new Date(1_785_000_000_000),
    timer: (ms: number, run: () => void) => {
      const alarm = { at: clock.now + ms, run };
      clock.alarms.add(alarm);
      return () => void clock.alarms.delete(alarm);
    },
    log: { info: () => {}, warn: (fields: object) => void desk.lines.push(fields) },
    receive: async (messages: InboundMessage[], receipts: Receipt[]) => {
      if (desk.isFull) throw new Error('the disk is full');
      desk.messages.push(...messages);
      desk.receipts.push(...receipts);
    },
  };
  const settle = () => new Promise(resolve => setImmediate(resolve));
  const pass = async (ms: number): Promise<void> => {
    await settle();
    clock.now += ms;
    for (const alarm of [...clock.alarms].filter(({ at }) => at <= clock.now)) {
      clock.alarms.delete(alarm);
      alarm.run();
    }
    await settle();
  };
  const open = () =>
    createInbox(deps, question => {
      desk.asked.push(question);
      return desk.page(question);
    });
  return { desk, open, pass };
}

const tick = (providerId: string): Receipt => ({
  ...{ channel: 'whatsapp-web', account: '', providerId, state: 'sent' },
  at: new Date(1_785_000_000_000),
});

it('tells ticks again when a send was written down, and when it was found that had to be looked for', async () => {
  const { desk, open, pass } = scripted();
  open().add([], [tick('3EB01')]);
  const told: number[] = [];
  for (const ms of [0, 5_000, 55_000, 10_000, 600_000]) {
    await pass(ms);
    told.push(desk.receipts.length);
  }
  expect(told).toEqual([1, 2, 2, 3, 3]);
});
