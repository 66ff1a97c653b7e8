import type { Problem } from '../errors.ts';

/** The base address of an API, of ours or the platform's own, without a slash at the end. */
export function apiAddress(set: string | undefined, own: string): string {
  return (set ?? own).replace(/\/+$/, '');
}

/** What cannot be right in the base address of an API; nothing when it is not set. */
export function addressProblem(where: string, address: string | undefined): Problem[] {
  if (address === undefined || /^https?:$/.test(URL.parse(address)?.protocol ?? '')) return [];
  return [{ where, reason: 'must be a web address' }];
}
