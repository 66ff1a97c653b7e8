import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../errors.ts';
import { addressProblem } from '../api-address.ts';

/** The channel's settings by name, those that are present. */
export interface WhatsAppWebSettings {
  WHATSAPP_WEB: string;
  /** Path of a Chromium or Chrome; without it the usual places are looked at. */
  WHATSAPP_WEB_BROWSER?: string;
  /** More words for its command line. */
  WHATSAPP_WEB_BROWSER_ARGS?: string;
  /** A server in the place of https://web.whatsapp.com. */
  WHATSAPP_WEB_API_URL?: string;
}

/** What cannot be right in these settings. Loads no library, starts no browser. */
export function whatsappWebProblems(settings: WhatsAppWebSettings): Problem[] {
  const problems: Problem[] = [];
  if (settings.WHATSAPP_WEB !== 'on') {
    const reason = 'must be on, or not be set at all: the channel is unofficial and never on by itself';
    problems.push({ where: 'WHATSAPP_WEB', reason });
  }
  const { WHATSAPP_WEB_BROWSER: browser, WHATSAPP_WEB_API_URL: url } = settings;
  if (browser !== undefined && !(path.isAbsolute(browser) && existsSync(browser))) {
    const reason = 'must be the whole path of a Chromium or Chrome that is there';
    problems.push({ where: 'WHATSAPP_WEB_BROWSER', reason });
  }
  problems.push(...addressProblem('WHATSAPP_WEB_API_URL', url));
  return problems;
}
