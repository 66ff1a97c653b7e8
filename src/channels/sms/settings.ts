import type { Problem } from '../../errors.ts';

/** The channel's settings by name, those that are present. */
export interface SmsSettings {
  TWILIO_ACCOUNT_SID: string;
  TWILIO_AUTH_TOKEN: string;
  /** Accepted in signatures besides the first, while a token is rotated. */
  TWILIO_AUTH_TOKEN_SECONDARY?: string;
  TWILIO_SMS_FROM: string;
  TWILIO_API_URL?: string;
}

/** What cannot be right in these settings, without repeating them. Loads no library. */
export function smsProblems({ TWILIO_ACCOUNT_SID, TWILIO_SMS_FROM, TWILIO_API_URL }: SmsSettings): Problem[] {
  const problems: Problem[] = [];
  if (!/^AC\w+$/.test(TWILIO_ACCOUNT_SID)) {
    problems.push({ where: 'TWILIO_ACCOUNT_SID', reason: 'must be an account SID, which begins with AC' });
  }
  if (!/^\+?\d{3,15}$/.test(TWILIO_SMS_FROM)) {
    problems.push({ where: 'TWILIO_SMS_FROM', reason: 'must be a telephone number such as +5076000000' });
  }
  if (TWILIO_API_URL !== undefined && !/^https?:$/.test(URL.parse(TWILIO_API_URL)?.protocol ?? '')) {
    problems.push({ where: 'TWILIO_API_URL', reason: 'must be a web address' });
  }
  return problems;
}
