import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurnstile } from '../../src/storage/mongo/turnstile.ts';

const LONG_MS = 60_000;

it('lets who wrote the same wait for each other in order, and nobody else', async () => {
  const { pass, waiting, empty } = createTurnstile();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const work = (name: string, until?: Promise<void>) => async () => {
    await until;
    done.push(name);
  };
  void pass(['a', 'b'], work('first', first.promise), LONG_MS);
  void pass(['b'], work('second'), LONG_MS);
  void pass(['b', 'c'], work('third'), LONG_MS);
  await pass(['d'], work('other'), LONG_MS);
  expect([done, waiting()]).toEqual([['other'], 3]);
  first.resolve();
  await empty();
  expect([done, waiting()]).toEqual([['other', 'first', 'second', 'third'], 0]);
});

it('lets nobody wait longer than told, and nobody past who was before, though one between gave up', async () => {
  const { pass, waiting, empty } = createTurnstile();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  void pass(['a'], () => first.promise.then(() => void done.push('first')), LONG_MS);
  const second = pass(['a'], async () => void done.push('second'), 20);
  void pass(['a'], async () => void done.push('third'), LONG_MS);
  await expect(second).rejects.toThrow('the store is behind');
  await pause(20);
  expect([done, waiting()]).toEqual([[], 2]);
  first.resolve();
  await empty();
  expect(done).toEqual(['first', 'third']);
  await pass(['a'], async () => void done.push('last'), LONG_MS);
  expect(done).toEqual(['first', 'third', 'last']);
});

it('goes on after work that failed', async () => {
  const { pass } = createTurnstile();
  const failing = pass(['a'], () => Promise.reject(new Error('broken')), LONG_MS);
  const next = pass(['a'], async () => 'done', LONG_MS);
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
