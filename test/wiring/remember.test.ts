import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createMemory } from '../../src/nlu/memory/memory.ts';
import { remembering } from '../../src/wiring/remember.ts';
import { correction, message, newCase, storeOnDisk } from '../support/store.ts';

const AT = new Date('2026-03-02T15:00:00Z');
const TEXT = 'frente a mi portón brota un manantial desde el lunes';

async function open() {
  const disk = await storeOnDisk();
  const memory = createMemory(Buffer.alloc(32, 1));
  const { store, refresh } = remembering(disk.store, memory, pino({ level: 'silent' }));
  const [added] = await store.addInbound([message('uno')], AT);
  const id = added?.conversationId ?? '';
  const change = { case: newCase({ conversationId: id }), expectedVersion: 0, events: [] };
  return { disk, memory, store, refresh, id, change };
}

describe('a store with a memory', () => {
  it('remembers a correction from the moment it is durable', async () => {
    const { memory, store, change } = await open();
    await store.commit({ at: AT, cases: [{ ...change, correction: correction(TEXT) }] });
    expect(memory.recall(TEXT)).toMatchObject({ serviceId: 'sewage', share: 0.45 });
  });

  it('remembers nothing of a commit that failed', async () => {
    const { memory, store, change } = await open();
    const wrong = { ...change, expectedVersion: 7, correction: correction(TEXT) };
    await expect(store.commit({ at: AT, cases: [wrong] })).rejects.toThrow();
    expect(memory.size()).toBe(0);
  });

  it('forgets with who is erased', async () => {
    const { memory, store, change, id } = await open();
    await store.commit({ at: AT, cases: [{ ...change, correction: correction(TEXT) }] });
    await store.commit({ at: AT, erase: { conversationId: id, caseIds: ['case-1'] } });
    expect(memory.recall(TEXT)).toBeNull();
  });

  it('takes up after a restart what was corrected before, by as many voices as it was', async () => {
    const { disk, store, change, id } = await open();
    await store.commit({ at: AT, cases: [{ ...change, correction: correction(TEXT, { by: id }) }] });
    const again = { ...change, expectedVersion: 1 };
    await store.commit({ at: AT, cases: [{ ...again, correction: correction(TEXT, { by: id }) }] });
    const memory = createMemory(Buffer.alloc(32, 2));
    const { refresh } = remembering(disk.store, memory, pino({ level: 'silent' }));
    await refresh();
    expect(memory.recall(TEXT)?.share).toBe(0.45);
    await refresh();
    expect(memory.size()).toBe(1);
  });

  it('goes on when corrections cannot be read, and takes them up with the next', async () => {
    const { disk, change } = await open();
    const memory = createMemory(Buffer.alloc(32, 3));
    let fails = true;
    const flaky = {
      ...disk.store,
      corrections: async (...args: Parameters<typeof disk.store.corrections>) => {
        if (fails) throw new Error('no disk');
        return disk.store.corrections(...args);
      },
    };
    const { store, refresh } = remembering(flaky, memory, pino({ level: 'silent' }));
    await store.commit({ at: AT, cases: [{ ...change, correction: correction(TEXT) }] });
    expect(memory.size()).toBe(0);
    fails = false;
    await refresh();
    expect(memory.size()).toBe(1);
  });
});
