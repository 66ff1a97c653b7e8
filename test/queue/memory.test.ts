import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createMemoryQueue } from '../../src/queue/memory.ts';
import type { Job } from '../../src/queue/queue.ts';
import { queueContract } from '../contracts/queue.ts';

const log = pino({ level: 'silent' });
const elapsedMs = (): number => performance.now();

queueContract('the memory queue', async () => createMemoryQueue({ elapsedMs, log }));

const turn = (conversationId: string): Job => ({ name: 'turn', conversationId });

it('never runs a job beside itself, and merges those that wait', async () => {
  const queue = createMemoryQueue({ elapsedMs, log });
  let beside = 0;
  let most = 0;
  let runs = 0;
  queue.work(async () => {
    runs += 1;
    beside += 1;
    most = Math.max(most, beside);
    await pause(5);
    beside -= 1;
  });
  for (let i = 0; i < 100; i += 1) await queue.add(turn('same'));
  await pause(40);
  await queue.close();
  expect([most, runs]).toEqual([1, 2]);
});

it('keeps to the limit of a name, and lets sends that hang hold up no turn', async () => {
  const queue = createMemoryQueue({ elapsedMs, log, limits: { turn: 2, deliver: 3 } });
  const started: Job['name'][] = [];
  let release = (): void => {};
  const hanging = new Promise<void>(resolve => {
    release = resolve;
  });
  queue.work(async job => {
    started.push(job.name);
    if (job.name === 'deliver') await hanging;
  });
  for (let i = 0; i < 10; i += 1) await queue.add({ name: 'deliver', conversationId: `c${i}` });
  for (let i = 0; i < 10; i += 1) await queue.add(turn(`c${i}`));
  await pause(20);
  expect(started.filter(name => name === 'deliver')).toHaveLength(3);
  expect(started.filter(name => name === 'turn')).toHaveLength(10);
  release();
  await queue.close();
});

it('writes no word of an error into the log', async () => {
  const lines: string[] = [];
  const queue = createMemoryQueue({
    elapsedMs,
    log: pino({}, { write: (line: string) => lines.push(line) }),
  });
  queue.work(async () => {
    throw Object.assign(new Error('hay un tubo roto'), { code: 'SQLITE_FULL' });
  });
  await queue.add(turn('c1'));
  await pause(10);
  await queue.close();
  expect(lines.join()).toContain('SQLITE_FULL');
  expect(lines.join()).not.toContain('tubo');
});
