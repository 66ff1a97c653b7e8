import type { FailureRules } from '../meta/failures.ts';

const MINUTE_MS = 60_000;

/**
 * Codes worth another try; every other one is final: nobody of this id (100/2018001), a page that is restricted
 * (10/1893063), somebody who cannot be reached (551/1545041) …
 * (developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes).
 */
export const MESSENGER_RULES: FailureRules = {
  retryable: new Map([
    [1, null], // the API failed in some way
    [2, null], // the API is overloaded
    [4, MINUTE_MS], // the app calls too often
    [17, MINUTE_MS], // the account calls too often
    [32, MINUTE_MS], // the page calls too often
    [613, MINUTE_MS], // more calls than the limit
    [1200, null], // a temporary failure of sending
    [80006, MINUTE_MS], // the page sends too much
  ]),
  closed: new Set(['10/2018278']),
};
