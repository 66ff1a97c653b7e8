/** What stands before the number of who wrote in public: another talk than the private one, never joined with it. */
const PUBLIC = 'public/';

/** Where a private talk with somebody is. */
export function isPerson(address: string): boolean {
  return /^\d{1,20}$/.test(address);
}

/** The address of what somebody writes in public. */
export function publicAddress(userId: string): string {
  return `${PUBLIC}${userId}`;
}

/** Do others read what is written to this address? */
export function isPublic(address: string): boolean {
  return address.startsWith(PUBLIC);
}

/** Below which post an answer stands, and whom it names. */
export interface Post {
  id: string;
  username: string;
}

/** A post as the route of its writer: `2080765813578191303 OtherUser`. */
export function routeOf({ id, username }: Post): string {
  return `${id} ${username}`;
}

/** The post of a route; null when it names none. */
export function postOf(route: string | null | undefined): Post | null {
  const [, id, username] = /^(\d{1,20}) (\w{1,15})$/.exec(route ?? '') ?? [];
  return id && username ? { id, username } : null;
}
