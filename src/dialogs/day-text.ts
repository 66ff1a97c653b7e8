import type { Language } from '../texts.ts';

const FORMATS = {
  es: new Intl.DateTimeFormat('es', { day: 'numeric', month: 'long', timeZone: 'America/Panama' }),
  en: new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', timeZone: 'America/Panama' }),
};

/** A day as people write it, in Panama: `3 de diciembre`, `December 3`. */
export function dayText(time: Date, language: Language): string {
  return FORMATS[language].format(time);
}
