import type { Problem } from '../../errors.ts';
import { addressProblem } from '../api-address.ts';

/** The settings of the account that all of Twilio's roads share. */
export interface AccountSettings {
  TWILIO_ACCOUNT_SID: string;
  TWILIO_AUTH_TOKEN: string;
  /** Accepted in signatures besides the first, while a token is rotated. */
  TWILIO_AUTH_TOKEN_SECONDARY?: string;
  TWILIO_API_URL?: string;
}

/** The channel's settings by name, those that are present. */
export interface SmsSettings extends AccountSettings {
  TWILIO_SMS_FROM: string;
}

/** What cannot be right in these settings, without repeating them. Loads no library. */
export function smsProblems(settings: SmsSettings): Problem[] {
  const problems = accountProblems(settings);
  if (!/^\+?\d{3,15}$/.test(settings.TWILIO_SMS_FROM)) {
    problems.push({ where: 'TWILIO_SMS_FROM', reason: 'must be a telephone number such as +5076000000' });
  }
  return problems;
}

/** What cannot be right in the settings of the account. */
export function accountProblems({ TWILIO_ACCOUNT_SID, TWILIO_API_URL }: AccountSettings): Problem[] {
  const problems: Problem[] = [];
  if (!/^AC\w+$/.test(TWILIO_ACCOUNT_SID)) {
    problems.push({ where: 'TWILIO_ACCOUNT_SID', reason: 'must be an account SID, which begins with AC' });
  }
  problems.push(...addressProblem('TWILIO_API_URL', TWILIO_API_URL));
  return problems;
}
