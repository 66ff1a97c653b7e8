import { randomBytes, randomInt } from 'node:crypto';
import type { Case, CaseChange, Kind, Status } from '../src/cases/case.ts';
import { newNumber } from '../src/cases/number.ts';
import type { WholeStore } from '../src/storage/whole-store.ts';
import { newCase } from '../test/support/store.ts';

/** A store with many cases in it. */
export interface Grown {
  store: WholeStore;
  /** How many there are. */
  count: number;
  /** Some of their numbers, of all ages. */
  numbers: string[];
}

/** When the clocks of a hundred cases are due; those of the others are a year later. */
export const DUE = new Date('2026-10-01T12:00:00Z');
const LATER = new Date('2027-10-01T12:00:00Z');
const BEGAN = Date.UTC(2023, 0, 1);
const CLOCKS = 100;
const SAMPLE = 500;
const AT_ONCE = 1_000;
/** As a desk has them that has run for years: most are over. */
const STATUSES: [Status, number][] = [
  ['closed', 9_000],
  ['rejected', 300],
  ['resolved', 300],
  ['assigned', 250],
  ['in_progress', 130],
  ['received', 15],
  ['awaiting_citizen', 5],
];
const KINDS: [Kind, number][] = [
  ['queja', 800],
  ['denuncia', 130],
  ['sugerencia', 50],
  ['idea', 20],
];
/** Bodies, services and districts: the first has as many as the next few together, the last nearly none. */
const AGENCIES = 100;
const SERVICES = 130;
const DISTRICTS = 80;

/** Adds cases, oldest first, by the store's own commits, until there are so many. */
export async function growTo(grown: Grown, count: number): Promise<void> {
  const every = Math.max(1, Math.floor((count - grown.count) / SAMPLE));
  while (grown.count < count) {
    const size = Math.min(AT_ONCE, count - grown.count);
    const changes = Array.from({ length: size }, (_, n) => oneOf(grown.count + n));
    await Promise.all(changes.map(change => grown.store.commit({ at: DUE, cases: [change] })));
    for (const [n, change] of changes.entries()) {
      if ((grown.count + n) % every === 0) grown.numbers.push(change.case.number);
    }
    grown.count += size;
  }
}

/** The change that opens the nth case of a desk: a minute after the one before. */
export function oneOf(n: number): CaseChange {
  const openedAt = new Date(BEGAN + n * 60_000);
  const agencyId = `agency-${ranked(AGENCIES)}`;
  const isOfDistrict = agencyId === MUNICIPALITY;
  const district = districtCode(ranked(DISTRICTS));
  const status = drawn(STATUSES);
  const place = { code: district, province: 'Panamá', district: 'Un distrito', corregimiento: null };
  const opened: Case = newCase({
    ...{ id: randomBytes(16).toString('base64url'), number: newNumber('311', () => scattered(n)) },
    ...{ kind: drawn(KINDS), status, serviceId: `service-${ranked(SERVICES)}`, openedAt },
    holder: { agencyId, districtCode: isOfDistrict ? district : null },
    place: { ...place, text: 'frente a la escuela', lat: null, lon: null },
    wakeAt: n < CLOCKS ? DUE : status === 'resolved' ? LATER : null,
  });
  const event = { at: openedAt, what: 'opened', from: null, to: status, by: 'desk', note: null } as const;
  return { case: opened, expectedVersion: 0, events: [event] };
}

/** Six bytes for each case that no other has: of random numbers two would be the same. */
function scattered(n: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE((n * 61_803_399) % 100_000_000, 0, 6);
  return bytes;
}

/** The body that is one for each district; the rarest of all bodies, services and districts. */
export const MUNICIPALITY = 'agency-2';
export const RAREST = {
  agencyId: `agency-${AGENCIES}`,
  serviceId: `service-${SERVICES}`,
  districtCode: districtCode(DISTRICTS),
};

function districtCode(rank: number): string {
  return String(100 + rank).padStart(4, '0');
}

/** A rank from 1 on, each about half as often as the one half as large. */
function ranked(most: number): number {
  return Math.min(most, Math.floor(Math.exp((randomInt(1e9) / 1e9) * Math.log(most + 1))));
}

function drawn<T>(shares: [T, number][]): T {
  const all = shares.reduce((sum, [, share]) => sum + share, 0);
  let left = randomInt(all);
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  throw new Error('there is nothing to draw from');
}
