import { expect, it } from 'vitest';
import type { Begin } from './begin.ts';

/** Leases: one holder at a time, told apart by a token that only rises. */
export function leaseContract(opened: Begin): void {
  it('gives a lease to the first, and to nobody who did not see what became of it', async () => {
    const { store } = await opened();
    expect(await store.lease('a')).toBeNull();
    const first = await store.takeLease('a', null, 'one');
    expect(first).toEqual({ holder: 'one', token: 1, beat: 0 });
    expect(await store.lease('a')).toEqual(first);
    expect(await store.takeLease('a', null, 'two')).toBeNull();
    expect(await store.takeLease('b', null, 'two')).toEqual({ holder: 'two', token: 1, beat: 0 });
  });

  it('lets its holder go on, and another take over what stands still', async () => {
    const { store } = await opened();
    const first = await store.takeLease('a', null, 'one');
    const second = await store.takeLease('a', first, 'one');
    expect(second).toEqual({ holder: 'one', token: 1, beat: 1 });
    expect(await store.takeLease('a', first, 'two')).toBeNull();
    const taken = await store.takeLease('a', second, 'two');
    expect(taken).toEqual({ holder: 'two', token: 2, beat: 0 });
    expect(await store.takeLease('a', second, 'one')).toBeNull();
    expect(await store.lease('a')).toEqual(taken);
  });

  it('takes it back from who has it, and from nobody else', async () => {
    const { store } = await opened();
    const first = await store.takeLease('a', null, 'one');
    const taken = await store.takeLease('a', first, 'two');
    expect(await store.takeLease('a', first, null)).toBeNull();
    const free = await store.takeLease('a', taken, null);
    expect(free).toMatchObject({ holder: null, token: 3 });
    expect(await store.takeLease('a', free, 'one')).toMatchObject({ holder: 'one', token: 4 });
  });

  it('gives it to one of many who ask at once, again and again', async () => {
    const { store } = await opened();
    for (let round = 0; round < 5; round += 1) {
      const seen = await store.lease('a');
      const asked = await Promise.all(
        Array.from({ length: 8 }, (_, n) => store.takeLease('a', seen, `holder ${round}.${n}`)),
      );
      expect(asked.filter(lease => lease !== null)).toHaveLength(1);
    }
    expect(await store.lease('a')).toMatchObject({ token: 5 });
  });

  it('knows after a crash who had it', async () => {
    const { store, afterCrash } = await opened();
    const first = await store.takeLease('a', null, 'one');
    const survivor = await afterCrash();
    expect(await survivor.lease('a')).toEqual(first);
    await survivor.close();
  });
}
