import { describe, expect, it } from 'vitest';
import { openApiDesk } from '../support/api-calls.ts';

describe('the model that learns from corrections', () => {
  it('is learned by one at a time, from the machine itself', async () => {
    const { call } = await openApiDesk();
    expect((await call('local', 'GET', '/model')).body).toEqual({
      ...{ training: false, learned: null, last: null, failed: false },
    });
    expect(await call('local', 'POST', '/model/train', {})).toMatchObject({
      status: 200,
      body: { training: true },
    });
    const { status, body } = await call('local', 'POST', '/model/train', {});
    expect([status, body.detail]).toEqual([409, 'A model is being learned already; wait for it.']);
  });

  it('is not taken back where none is in use', async () => {
    const { call } = await openApiDesk();
    const { status, body } = await call('local', 'POST', '/model/rollback', {});
    expect(status).toBe(409);
    expect(body.detail).toMatch(/the office’s own is/);
  });
});
