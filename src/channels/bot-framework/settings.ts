import type { Problem } from '../../errors.ts';
import { addressProblem } from '../api-address.ts';

/** The channel's settings by name, those that are present. */
export interface BotFrameworkSettings {
  /** The bot's own id: without one the SDK would take every call unchecked, so there is no such bot here. */
  BOT_FRAMEWORK_APP_ID: string;
  BOT_FRAMEWORK_APP_PASSWORD: string;
  /** By which it logs in when the other is refused. */
  BOT_FRAMEWORK_APP_PASSWORD_SECONDARY?: string;
  /** The directory a bot of a single tenant belongs to; without it, the tenant of multi-tenant bots. */
  BOT_FRAMEWORK_TENANT_ID?: string;
  /** In the place of Microsoft's two login addresses. */
  BOT_FRAMEWORK_API_URL?: string;
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What cannot be right in these settings, without repeating them. Loads no library. */
export function botFrameworkProblems(settings: BotFrameworkSettings): Problem[] {
  const problems: Problem[] = [];
  const { BOT_FRAMEWORK_TENANT_ID: tenant, BOT_FRAMEWORK_API_URL: url } = settings;
  if (!GUID.test(settings.BOT_FRAMEWORK_APP_ID)) {
    problems.push({ where: 'BOT_FRAMEWORK_APP_ID', reason: 'must be the id of an app registration, a GUID' });
  }
  if (tenant !== undefined && !/^[\w.-]{1,100}$/.test(tenant)) {
    const reason = 'must be the id or the domain of a directory';
    problems.push({ where: 'BOT_FRAMEWORK_TENANT_ID', reason });
  }
  problems.push(...addressProblem('BOT_FRAMEWORK_API_URL', url));
  return problems;
}
