import type { CaseChange, CaseEvent } from '../cases/case.ts';
import type { Vault } from '../vault.ts';
import type { Sealer } from './data-keys.ts';
import { eventBody } from './sealed-cases.ts';

/** How many steps a case's history has, and the keyed hash of the last one. */
export interface History {
  count: number;
  head: string;
}

/** One link of a case's history: what the keyed hash covers. */
export interface Link {
  caseId: string;
  n: number;
  at: number;
  what: string;
  body: Uint8Array;
}

/** A link with its keyed hash. */
export interface Linked extends Link {
  mac: string;
}

/** The keyed hash over the link before and this one's row as it is stored. */
export function chain(
  vault: Pick<Vault, 'hash'>,
  before: string,
  { caseId, n, at, what, body }: Link,
): string {
  return vault.hash('history', before, caseId, String(n), String(at), what, Buffer.from(body));
}

/** The links a change adds to a case's history. */
export function link(
  vault: Pick<Vault, 'hash'>,
  sealer: Sealer,
  { case: { id }, events }: CaseChange,
  before: History,
): Linked[] {
  let { head } = before;
  return events.map((event: CaseEvent, i) => {
    const n = before.count + i + 1;
    const body = sealer.seal(`event.${n}`, eventBody(event));
    const made = { caseId: id, n, at: event.at.getTime(), what: event.what, body };
    head = chain(vault, head, made);
    return { ...made, mac: head };
  });
}

/** Where a history stands after these links. */
export function extend(before: History, links: Linked[]): History {
  return { count: before.count + links.length, head: links.at(-1)?.mac ?? before.head };
}
