import type { Problem } from '../../errors.ts';
import { addressProblem } from '../api-address.ts';

/** The channel's settings by name, those that are present. */
export interface TelegramSettings {
  TELEGRAM_BOT_TOKEN: string;
  /** What the platform must show with every call; without it the bot asks for its messages itself. */
  TELEGRAM_WEBHOOK_SECRET?: string;
  /** What it may show as well, while the other is being changed. */
  TELEGRAM_WEBHOOK_SECRET_SECONDARY?: string;
  TELEGRAM_API_URL?: string;
}

const TOKEN = /^(\d{3,20}):[\w-]{20,}$/;

/** What cannot be right in these settings, without repeating them. Loads no library. */
export function telegramProblems(settings: TelegramSettings): Problem[] {
  const problems: Problem[] = [];
  if (!TOKEN.test(settings.TELEGRAM_BOT_TOKEN)) {
    const reason = 'must be a bot’s token as @BotFather gives it, digits and a colon first';
    problems.push({ where: 'TELEGRAM_BOT_TOKEN', reason });
  }
  for (const where of ['TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_WEBHOOK_SECRET_SECONDARY'] as const) {
    const secret = settings[where];
    if (secret === undefined || /^[\w-]{16,256}$/.test(secret)) continue;
    problems.push({ where, reason: 'must have 16 to 256 letters, digits, _ or -' });
  }
  if (settings.TELEGRAM_WEBHOOK_SECRET_SECONDARY !== undefined && !settings.TELEGRAM_WEBHOOK_SECRET) {
    const reason = 'stands beside TELEGRAM_WEBHOOK_SECRET, which is not set';
    problems.push({ where: 'TELEGRAM_WEBHOOK_SECRET_SECONDARY', reason });
  }
  problems.push(...addressProblem('TELEGRAM_API_URL', settings.TELEGRAM_API_URL));
  return problems;
}

/** The bot's own id, which its token begins with. */
export function botIdOf({ TELEGRAM_BOT_TOKEN: token }: TelegramSettings): string {
  return TOKEN.exec(token)?.[1] ?? '';
}
