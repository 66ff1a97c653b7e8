import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Queue } from '../../src/queue/queue.ts';
import type { Integrity, WholeStore } from '../../src/storage/whole-store.ts';
import { createReadiness } from '../../src/wiring/readiness.ts';

function ask(
  probe: () => Promise<void>,
  integrity: Integrity = 'not_needed',
  elapsedMs = () => performance.now(),
  queue = 'ok',
) {
  const store = { probe, integrity: () => integrity } as unknown as WholeStore;
  return createReadiness({
    store,
    queue: { state: () => queue } as unknown as Queue,
    now: () => new Date(),
    elapsedMs,
    channels: () => ({ web: 'ok', sms: 'not connected' }),
  });
}

describe('readiness', () => {
  it('names each part, and is given while messages can be taken whatever a channel does', async () => {
    expect(await ask(async () => {})()).toEqual({
      taking: true,
      parts: { store: 'ok', queue: 'ok', web: 'ok', sms: 'not connected' },
    });
  });

  it('is refused when the store cannot write', async () => {
    expect(await ask(() => Promise.reject(new Error('full')))()).toMatchObject({
      taking: false,
      parts: { store: 'cannot write' },
    });
  });

  it('is refused within a second when the store hangs', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const asked = ask(() => new Promise(() => {}))();
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await asked).taking).toBe(false);
  });

  it('tells of damage while messages are still taken', async () => {
    expect(await ask(async () => {}, 'damaged')()).toMatchObject({
      taking: true,
      parts: { store: 'damaged: restore a backup' },
    });
  });

  it('writes once for all who ask at the same time, and looks again soon', async () => {
    const clock = { ms: 0 };
    let probes = 0;
    const readiness = ask(
      async () => {
        probes += 1;
      },
      'not_needed',
      () => clock.ms,
    );
    await Promise.all(Array.from({ length: 50 }, () => readiness()));
    expect(probes).toBe(1);
    clock.ms = 300;
    await readiness();
    expect(probes).toBe(2);
  });
});
