import { expect, it } from 'vitest';
import { storeContract } from '../contracts/store.ts';
import { outbound, storeOnDisk } from '../support/store.ts';

storeContract('sqlite', () => storeOnDisk());

it('gives an interrupted send to its next owner at once, its outcome unknown', async () => {
  const at = new Date('2026-03-02T15:00:00Z');
  const { store, reopen } = await storeOnDisk();
  const id = await store.open({ channel: 'sms', account: 'a', address: 'b' }, null, at);
  await store.commit({ at, outbound: [outbound(id, 'o1')] });
  await store.claim(id, at, 30_000);
  await store.close();
  const again = await reopen();
  const claimed = { outbound: { state: 'unknown', startedAt: at, attempt: 2 } };
  expect(await again.claim(id, new Date(at.getTime() + 1), 30_000)).toMatchObject(claimed);
  await again.close();
});
