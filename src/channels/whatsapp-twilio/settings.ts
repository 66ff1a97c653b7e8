import type { Problem } from '../../errors.ts';
import { type AccountSettings, accountProblems } from '../sms/settings.ts';

/** The channel's settings by name, those that are present; the account is the one of SMS. */
export interface WhatsAppTwilioSettings extends AccountSettings {
  /** Our number, with or without the `whatsapp:` that Twilio writes before it. */
  TWILIO_WHATSAPP_FROM: string;
}

/** Our number as it stands in conversations. */
export function numberOf({ TWILIO_WHATSAPP_FROM: from }: WhatsAppTwilioSettings): string {
  return from.replace(/^whatsapp:/, '');
}

/** What cannot be right in these settings, without repeating them. Loads no library. */
export function whatsappTwilioProblems(settings: WhatsAppTwilioSettings): Problem[] {
  const problems = accountProblems(settings);
  if (!/^\+\d{6,15}$/.test(numberOf(settings))) {
    problems.push({
      where: 'TWILIO_WHATSAPP_FROM',
      reason: 'must be a telephone number such as +5076000000',
    });
  }
  return problems;
}
