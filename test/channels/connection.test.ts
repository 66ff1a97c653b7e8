import { expect, it } from 'vitest';
import { failureOfConnection, waitOf } from '../../src/channels/connection.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

it.each([
  ['a connection that was never made', withCode('ECONNREFUSED'), { code: 'ECONNREFUSED', retryable: true }],
  [
    'the same, as the platform’s fetch says it',
    new TypeError('fetch failed', { cause: withCode('ENOTFOUND') }),
    { code: 'ENOTFOUND', retryable: true },
  ],
  ['one that broke', withCode('ECONNRESET'), { code: 'ECONNRESET', retryable: true, unknown: true }],
  ['one that took too long', withCode('ECONNABORTED'), { code: 'timeout', retryable: true, unknown: true }],
  ['an error without a code', new Error('x'), { code: 'no_answer', retryable: true, unknown: true }],
  ['no error at all', null, { code: 'no_answer', retryable: true, unknown: true }],
])('knows what it means for a call: %s', (_what, error, failure) => {
  expect(failureOfConnection(error)).toEqual(failure);
});

it.each([
  ['7', { retryAfterMs: 7_000 }],
  ['Mon, 02 Mar 2026 15:00:30 GMT', { retryAfterMs: 30_000 }],
  ['86400', { retryAfterMs: 3_600_000 }],
  ['-1', {}],
  ['soon', {}],
  ['', {}],
  [undefined, {}],
])('reads a Retry-After of %j', (header, wait) => {
  expect(waitOf(header, new Date('2026-03-02T15:00:00Z'))).toEqual(wait);
});
