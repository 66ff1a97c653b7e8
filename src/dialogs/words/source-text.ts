import type { Language } from '../../texts.ts';

const MONTHS: Record<Language, Intl.DateTimeFormat> = {
  es: new Intl.DateTimeFormat('es', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};
const LISTS: Record<Language, Intl.ListFormat> = {
  es: new Intl.ListFormat('es', { type: 'conjunction' }),
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
};

/** `2025-10` and `2025-10-25` as people write them: `octubre de 2025`; years stay. */
export function monthText(date: string, language: Language): string {
  return /^\d{4}-\d{2}(-|$)/.test(date)
    ? MONTHS[language].format(new Date(`${date.slice(0, 7)}-01T00:00:00Z`))
    : date;
}

const MONTH = String.raw`(?:19|20)\d{2}-(?:0[1-9]|1[0-2])`;
const DAY = String.raw`(?:${MONTH}(?:-\d{2})?(?:/\d{2})?|(?:19|20)\d{2})`;
/** Days and numbers of publication, what stands in brackets with a number or in guillemets; "Ley 6 de 2002" keeps its year. */
const BESIDE = new RegExp(
  [
    String.raw`\s*\(n?\d[^)]*\)|\s*«[^»]*»|(?:,| y)? n?\d{6,}\b`,
    String.raw`\s(?<!\bde\s)${DAY}(?:(?: y|,) ${DAY})*\b(?!-)`,
  ].join('|'),
  'g',
);

/** Who said so, as people say it: `La Estrella 2025-10-25; TVN 2024` is `La Estrella y TVN`. */
export function sourceNames(source: string, language: Language): string {
  const names = source.split('; ').map(part => part.replace(BESIDE, '').trim());
  const once = [...new Set(names)];
  return once.some(name => name.includes(',')) ? once.join('; ') : LISTS[language].format(once);
}

/** The same with the month of the newest of its days: `Telemetro y TVN (febrero de 2026)`. */
export function datedSource(source: string, language: Language): string {
  const newest = (source.match(new RegExp(`\\b${MONTH}\\b`, 'g')) ?? []).toSorted().at(-1);
  const names = sourceNames(source.replace(/\s*\([^)]*\)/g, ''), language);
  return newest === undefined ? names : `${names} (${monthText(newest, language)})`;
}
