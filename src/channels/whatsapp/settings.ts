import type { Problem } from '../../errors.ts';
import { addressProblem } from '../api-address.ts';
import { idProblem, tokenProblem } from '../meta/settings.ts';

/** The channel's settings by name, those that are present. */
export interface WhatsAppSettings {
  /** The platform's id of our number, not the number itself. */
  WHATSAPP_PHONE_NUMBER_ID: string;
  WHATSAPP_ACCESS_TOKEN: string;
  WHATSAPP_APP_SECRET: string;
  /** Accepted in signatures besides the first, while the secret is changed. */
  WHATSAPP_APP_SECRET_SECONDARY?: string;
  WHATSAPP_VERIFY_TOKEN: string;
  WHATSAPP_API_URL?: string;
}

/** What cannot be right in these settings, without repeating them. Loads no library. */
export function whatsappProblems(settings: WhatsAppSettings): Problem[] {
  const { WHATSAPP_PHONE_NUMBER_ID: id, WHATSAPP_ACCESS_TOKEN: token, WHATSAPP_API_URL: url } = settings;
  return [
    ...idProblem('WHATSAPP_PHONE_NUMBER_ID', id, 'the platform’s id of the number'),
    ...tokenProblem('WHATSAPP_ACCESS_TOKEN', token),
    ...addressProblem('WHATSAPP_API_URL', url),
  ];
}
