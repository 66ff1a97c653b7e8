import type { Problem } from '../../errors.ts';
import { addressProblem } from '../api-address.ts';

/** The channel's settings by name, those that are present. */
export interface XSettings {
  /** The office's account, by its number. */
  X_ACCOUNT_ID: string;
  X_CONSUMER_KEY: string;
  X_CONSUMER_SECRET: string;
  /** By which calls may be signed as well, while the other is being changed. */
  X_CONSUMER_SECRET_SECONDARY?: string;
  X_ACCESS_TOKEN: string;
  X_ACCESS_SECRET: string;
  X_API_URL?: string;
}

/** What cannot be right in these settings, without repeating them. Loads no library. */
export function xProblems({ X_ACCOUNT_ID, X_API_URL }: XSettings): Problem[] {
  const problems: Problem[] = [];
  if (!/^\d{1,20}$/.test(X_ACCOUNT_ID)) {
    problems.push({ where: 'X_ACCOUNT_ID', reason: 'must be the number of the account, digits only' });
  }
  problems.push(...addressProblem('X_API_URL', X_API_URL));
  return problems;
}
