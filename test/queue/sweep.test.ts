import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Job } from '../../src/queue/queue.ts';
import { createSweep } from '../../src/queue/sweep.ts';
import { EVERYTHING } from '../../src/storage/share.ts';
import { message, storeOnDisk } from '../support/store.ts';

const job: Job = { name: 'turn', conversationId: 'c1' };
const AT = new Date('2026-03-02T15:00:00Z');

function sweeping(overdue: (n: number) => Promise<Job[]>, everyMs: number) {
  const added: Job[] = [];
  const lines: string[] = [];
  const asked: number[] = [];
  let looks = 0;
  const sweep = createSweep({
    store: {
      overdue: now => {
        asked.push(now.getTime() - AT.getTime());
        looks += 1;
        return overdue(looks);
      },
    },
    queue: {
      add: async job => {
        added.push(job);
      },
    },
    share: EVERYTHING,
    now: () => AT,
    everyMs,
    log: pino({}, { write: (line: string) => lines.push(line) }),
  });
  return { sweep, added, lines, asked, looks: () => looks };
}

it('wakes what is overdue at once when it starts', async () => {
  const { sweep, added } = sweeping(async () => [job], 60_000);
  sweep.start();
  await pause(5);
  await sweep.stop();
  expect(added).toEqual([job]);
});

it('looks ahead at first, because whoever had the nearly due in hand is gone', async () => {
  const { sweep, asked } = sweeping(async n => (n === 1 ? Promise.reject(new Error('down')) : []), 2);
  sweep.start();
  await expect.poll(() => asked.length).toBeGreaterThan(3);
  await sweep.stop();
  expect(asked.slice(0, 4)).toEqual([10_000, 10_000, 0, 0]);
});

it('looks again and again, until it is stopped', async () => {
  const { sweep, looks } = sweeping(async () => [], 5);
  sweep.start();
  sweep.start();
  await pause(60);
  await sweep.stop();
  const seen = looks();
  expect(seen).toBeGreaterThan(2);
  await pause(20);
  expect(looks()).toBe(seen);
});

it('outlives a store that fails, and notes it once', async () => {
  const fail = async (n: number): Promise<Job[]> => {
    if (n < 4) throw Object.assign(new Error('tubo roto'), { code: 'SQLITE_IOERR' });
    return [job];
  };
  const { sweep, added, lines } = sweeping(fail, 2);
  sweep.start();
  await pause(80);
  await sweep.stop();
  expect(added.length).toBeGreaterThan(0);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('SQLITE_IOERR');
  expect(lines[0]).not.toContain('tubo');
});

it('waits at stop for the look under way', async () => {
  const { sweep, added } = sweeping(() => pause(30, [job]), 5);
  sweep.start();
  await sweep.stop();
  expect(added).toEqual([job]);
});

it('looks again soon after a list that was full', async () => {
  const full = Array.from({ length: 500 }, (_, n): Job => ({ name: 'turn', conversationId: `c${n}` }));
  const { sweep, looks } = sweeping(async n => (n === 1 ? full : []), 60_000);
  sweep.start();
  await expect.poll(looks, { timeout: 15_000 }).toBe(2);
  await sweep.stop();
});

it('finds its own work past a full list of older work that is another’s', async () => {
  const { store } = await storeOnDisk();
  const theirs = Array.from({ length: 501 }, (_, n) => `+507${n}`);
  const others = theirs.map(address => message(address, { channel: 'whatsapp-web', address }));
  await store.addInbound(others, new Date(AT.getTime() - 60_000));
  const [own] = await store.addInbound([message('uno')], new Date(AT.getTime() - 30_000));
  const added: Job[] = [];
  for (const share of [{ only: ['sms'] }, { allBut: ['whatsapp-web'] }]) {
    const add = async (job: Job): Promise<void> => void added.push(job);
    const sweep = createSweep({ store, queue: { add }, share, now: () => AT, everyMs: 60_000 });
    sweep.start();
    await sweep.stop();
  }
  await store.close();
  const mine = { name: 'turn', conversationId: own?.conversationId };
  expect(added).toEqual([mine, mine]);
});
