/** What begins as a number of a case and is none: `311-2026-004512`. */
export function numberLike(text: string, prefix: string): string | undefined {
  return new RegExp(`\\b${prefix}-\\d{2,}(?:-\\d{2,})+\\b`).exec(text)?.[0];
}

/** A number of 311 with too few digits for one of ours, as a call by telephone has: `311-45872`. */
export function otherSort(text: string, prefix: string): string | undefined {
  return new RegExp(`(?<![\\d-])${prefix}-\\d{3,8}(?![\\d-])`).exec(text)?.[0];
}
