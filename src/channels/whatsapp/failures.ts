import type { FailureRules } from '../meta/failures.ts';

const MINUTE_MS = 60_000;

/**
 * Codes worth another try; every other one is final (developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes).
 * 131049, a citizen who gets too much advertising, is final too: it must not be tried again for a day.
 */
export const WHATSAPP_RULES: FailureRules = {
  retryable: new Map([
    [1, null], // the API failed in some way
    [2, null], // the API is overloaded
    [4, MINUTE_MS], // the app calls too often
    [80007, MINUTE_MS], // the business account calls too often
    [130429, 1_000], // the number sends faster than it may
    [131000, null], // something went wrong
    [131016, null], // a service is unavailable
    [131048, null], // too many were blocked or reported: less may be sent
    [131053, null], // a file could not be fetched
    [131056, 6_000], // too many messages to this one person
    [131057, MINUTE_MS], // the account is being maintained
    [133004, null], // the server is unavailable for now
    [133016, MINUTE_MS], // the number was registered too often
  ]),
  closed: new Set(['131047']),
};
