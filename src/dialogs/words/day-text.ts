import type { Language } from '../../texts.ts';

const zone = { timeZone: 'America/Panama' } as const;
const DAYS = {
  es: new Intl.DateTimeFormat('es', { day: 'numeric', month: 'long', ...zone }),
  en: new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', ...zone }),
};
const HOURS = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', hour12: true, ...zone });

/** A day as people write it, in Panama: `3 de diciembre`, `December 3`. */
export function dayText(time: Date, language: Language): string {
  return DAYS[language].format(time);
}

/** An hour as people write it, in Panama: `6:00 a.m.`. */
export function hourText(time: Date, language: Language): string {
  const [hour = '', half = ''] = HOURS.format(time).split(/\s/);
  return language === 'es' ? `${hour} ${half === 'AM' ? 'a.m.' : 'p.m.'}` : `${hour} ${half}`;
}
