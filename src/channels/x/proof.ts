import { createHmac } from 'node:crypto';
import { isSameSecret } from '../same-secret.ts';

/** HMAC-SHA256 with the app's consumer secret, in base64 (docs.x.com/x-api/webhooks/quickstart). */
function proofOf(secret: string, data: string | Buffer): string {
  return `sha256=${createHmac('sha256', secret).update(data).digest('base64')}`;
}

/** Was this body signed with our secret? */
export function isSigned(secret: string, body: Buffer, shown: string | string[] | undefined): boolean {
  return isSameSecret(shown, proofOf(secret, body));
}

/**
 * What may be proved to whoever asks: letters, digits and the marks of base64. The answer to a challenge is made like the
 * signature of a body, so a challenge that could be a body would let anybody have one signed.
 */
const CHALLENGE = /^[\w+/=.-]{1,256}$/;

/** The answer to a challenge-response check; null to a challenge that is none. */
export function answerTo(secret: string, challenge: string | null): string | null {
  if (challenge === null || !CHALLENGE.test(challenge)) return null;
  return JSON.stringify({ response_token: proofOf(secret, challenge) });
}
