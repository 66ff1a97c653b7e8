import type { Catalogue, GazetteerRow } from '../catalogue/catalogue.ts';
import type { FieldProblem } from '../http.ts';

/** The levels an area can be named at, widest first. */
const AREAS = ['province', 'district', 'corregimiento'] as const;
export type Area = (typeof AREAS)[number];

/** Areas as a program names them: by name, without regard to accents and capitals, or by code. */
export type AreaNames = { [level in Area]?: string | undefined };

/**
 * The code of the narrowest area named, each lying in the one before; null when none is named. A name that several
 * areas bear needs the wider one.
 */
export function findArea(
  { places }: Pick<Catalogue, 'places'>,
  names: AreaNames,
): { code: string | null } | { problem: FieldProblem } {
  let within = '';
  for (const level of AREAS) {
    const name = names[level];
    if (name === undefined) continue;
    const there = places.filter(row => row.level === level && row.code.startsWith(within));
    const codes = codesOf(there, name);
    const [code] = codes;
    if (code === undefined) return { problem: { field: level, reason: unknown(level, within) } };
    if (codes.length > 1) return { problem: { field: level, reason: severalReason(level) } };
    within = code;
  }
  return { code: within || null };
}

/** By code or its own name; by another name only when none is called so. */
function codesOf(rows: GazetteerRow[], given: string): string[] {
  const own = rows.filter(({ code, name }) => code === given.trim() || plain(name) === plain(given));
  const found =
    own.length > 0 ? own : rows.filter(row => row.aliases.some(known => plain(known) === plain(given)));
  return [...new Set(found.map(({ code }) => code))];
}

function unknown(level: Area, within: string): string {
  return within === '' ? `no ${level} has this name or code` : `no ${level} has this name or code there`;
}

function severalReason(level: Area): string {
  return `more than one ${level} has this name: say what it lies in`;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
