import { expect, it } from 'vitest';
import { AT, type Begin, later } from './begin.ts';

const QUARTER = 15 * 60_000;
const DAY = 24 * 3_600_000;

/** Budgets of calls: counted together, durable, given back by time alone. */
export function budgetContract(opened: Begin): void {
  it('lets as many calls as a rate allows, and says when the next may be made', async () => {
    const { store } = await opened();
    const rates = [{ most: 2, perMs: QUARTER }];
    expect(await store.spend('x', rates, AT)).toBeNull();
    expect(await store.spend('x', rates, later(1_000))).toBeNull();
    expect(await store.spend('x', rates, later(2_000))).toEqual(later(QUARTER));
    expect(await store.spend('x', rates, later(QUARTER - 1))).toEqual(later(QUARTER));
    expect(await store.spend('x', rates, later(QUARTER))).toBeNull();
    expect(await store.spend('x', rates, later(QUARTER))).toEqual(later(QUARTER + 1_000));
  });

  it('holds every rate, the longest wait counts', async () => {
    const { store } = await opened();
    const rates = [
      { most: 1, perMs: QUARTER },
      { most: 2, perMs: DAY },
    ];
    expect(await store.spend('x', rates, AT)).toBeNull();
    expect(await store.spend('x', rates, later(1))).toEqual(later(QUARTER));
    expect(await store.spend('x', rates, later(QUARTER))).toBeNull();
    expect(await store.spend('x', rates, later(2 * QUARTER - 1))).toEqual(later(DAY));
  });

  it('counts together what is spent under a lower limit, and keeps the rest for others', async () => {
    const { store } = await opened();
    const rates = (most: number) => [{ most, perMs: QUARTER }];
    expect(await store.spend('x', rates(1), AT)).toBeNull();
    expect(await store.spend('x', rates(1), AT)).toEqual(later(QUARTER));
    expect(await store.spend('x', rates(2), AT)).toBeNull();
    expect(await store.spend('x', rates(0), later(DAY))).toEqual(later(DAY + QUARTER));
  });

  it('tells budgets apart, and gives each call to one of many who ask at once', async () => {
    const { store } = await opened();
    const rates = [{ most: 3, perMs: QUARTER }];
    const asked = await Promise.all(Array.from({ length: 9 }, () => store.spend('x', rates, AT)));
    expect(asked.filter(answer => answer === null)).toHaveLength(3);
    expect(await store.spend('y', rates, AT)).toBeNull();
  });

  it('knows after a crash what was spent before it', async () => {
    const { store, afterCrash } = await opened();
    const rates = [{ most: 1, perMs: QUARTER }];
    await store.spend('x', rates, AT);
    const survivor = await afterCrash();
    expect(await survivor.spend('x', rates, later(1))).toEqual(later(QUARTER));
    await survivor.close();
  });

  it('lets nobody wait for a time that a clock set back took away', async () => {
    const { store } = await opened();
    const rates = [{ most: 1, perMs: QUARTER }];
    await store.spend('x', rates, later(DAY));
    expect(await store.spend('x', rates, AT)).toBeNull();
  });
}
