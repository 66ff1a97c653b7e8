import type { Problem } from '../../errors.ts';

/** Meta's own API; the version of it this build speaks stands in `graph.ts`. */
export const META_API = 'https://graph.facebook.com';

/** An id of something at Meta (a page, a number) that is none: 5 to 20 digits. */
export function idProblem(where: string, id: string, what: string): Problem[] {
  return /^\d{5,20}$/.test(id) ? [] : [{ where, reason: `must be ${what}: digits only, no name or number` }];
}

/** A token that cannot stand in a header. */
export function tokenProblem(where: string, token: string): Problem[] {
  return /^[\x21-\x7e]+$/.test(token) ? [] : [{ where, reason: 'must be a token without blanks' }];
}
