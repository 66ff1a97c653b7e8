import { describe, expect, it } from 'vitest';
import { takeCall } from '../../src/channels/spend.ts';
import { SendError } from '../../src/errors.ts';

const START = Date.parse('2026-03-02T10:00:00Z');

/** A store that answers after so many ms. */
function budget(tookMs: number, free: Date | null) {
  let at = START;
  return {
    now: () => new Date(at),
    spend: async () => {
      at += tookMs;
      return free;
    },
  };
}

const codeOf = (taking: Promise<void>): Promise<unknown> =>
  taking.then(
    () => null,
    error => (error instanceof SendError ? error.failure : error),
  );

describe('a call of a budget', () => {
  it('is made while its time is left', async () => {
    expect(await codeOf(takeCall(budget(100, null), 'x', []))).toBeNull();
  });

  it('is not made when the store took most of its time, and is tried again', async () => {
    expect(await codeOf(takeCall(budget(5_000, null), 'x', []))).toMatchObject({
      code: 'budget',
      retryable: true,
    });
  });

  it('waits until there is one', async () => {
    const failure = await codeOf(takeCall(budget(1, new Date(START + 60_000)), 'x', []));
    expect(failure).toMatchObject({ code: 'budget', retryAfterMs: 60_000 });
  });
});
