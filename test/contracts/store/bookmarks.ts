import { expect, it } from 'vitest';
import type { Begin } from './begin.ts';

/** Bookmarks: the last value kept under a name, durable. */
export function bookmarkContract(opened: Begin): void {
  it('keeps the last value of each name, also through a crash', async () => {
    const { store, afterCrash } = await opened();
    expect(await store.bookmark('a')).toBeNull();
    await store.setBookmark('a', 'one');
    await store.setBookmark('b', 'other');
    await store.setBookmark('a', 'two');
    expect(await store.bookmark('a')).toBe('two');
    const survivor = await afterCrash();
    expect([await survivor.bookmark('a'), await survivor.bookmark('b')]).toEqual(['two', 'other']);
    await survivor.close();
  });
}
