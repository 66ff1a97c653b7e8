import type { Problem } from '../../errors.ts';
import { addressProblem } from '../api-address.ts';
import { idProblem, tokenProblem } from '../meta/settings.ts';

/** The channel's settings by name, those that are present. */
export interface MessengerSettings {
  MESSENGER_PAGE_ID: string;
  /** The page's token, not a person's. */
  MESSENGER_ACCESS_TOKEN: string;
  MESSENGER_APP_SECRET: string;
  /** Accepted in signatures besides the first, while the secret is changed. */
  MESSENGER_APP_SECRET_SECONDARY?: string;
  MESSENGER_VERIFY_TOKEN: string;
  MESSENGER_API_URL?: string;
}

/** What cannot be right in these settings, without repeating them. Loads no library. */
export function messengerProblems(settings: MessengerSettings): Problem[] {
  const { MESSENGER_PAGE_ID: id, MESSENGER_ACCESS_TOKEN: token, MESSENGER_API_URL: url } = settings;
  return [
    ...idProblem('MESSENGER_PAGE_ID', id, 'the id of the page'),
    ...tokenProblem('MESSENGER_ACCESS_TOKEN', token),
    ...addressProblem('MESSENGER_API_URL', url),
  ];
}
