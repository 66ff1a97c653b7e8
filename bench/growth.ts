import { randomInt } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WholeStore } from '../src/storage/whole-store.ts';
import { storeOnDisk } from '../test/support/store.ts';
import { DUE, type Grown, growTo, MUNICIPALITY, oneOf, RAREST } from './grown.ts';
import { median } from './load.ts';
import type { Figure } from './main.ts';

/** The sizes that are compared. */
const SIZES = [10_000, 100_000, 1_000_000];
/** Of each operation in a round. */
const WRITES = 100;
const READS = 40;
const PAGE = 50;
const DAY_MS = 24 * 3_600_000;

/** What a desk does, so many at once. */
interface Operation {
  name: string;
  times: number;
  run(grown: Grown, n: number): Promise<unknown>;
}

const OPERATIONS: Operation[] = [
  {
    name: 'new case',
    times: WRITES,
    run: ({ store, count }, n) => store.commit({ at: DUE, cases: [oneOf(count + n)] }),
  },
  { name: 'change of status', times: WRITES, run: changeStatus },
  { name: 'one case: number, history, deliveries', times: READS, run: readCase },
  listed('list, newest', {}),
  listed('list of a body', { agencyId: 'agency-3' }),
  listed('list of a small body', { agencyId: RAREST.agencyId }),
  listed('list of a small body, to do', { agencyId: RAREST.agencyId, status: 'assigned' }),
  listed('list of a small municipality', { agencyId: MUNICIPALITY, holderDistrict: RAREST.districtCode }),
  listed('list of what waits for the citizen', { status: 'awaiting_citizen' }),
  listed('list of a rare service', { serviceId: RAREST.serviceId }),
  listed('list of a small district', { districtCode: RAREST.districtCode }),
  listed('list of ideas', { kind: 'idea' }),
  {
    name: 'look of the sweep, nothing due',
    times: READS,
    run: ({ store }) => store.overdue(new Date(DUE.getTime() - DAY_MS), 500),
  },
  {
    name: 'look of the sweep, 100 clocks due',
    times: READS,
    run: ({ store }) => store.overdue(new Date(DUE.getTime() + DAY_MS), 500),
  },
];

function listed(name: string, filter: Omit<Parameters<WholeStore['cases']>[0], 'limit'>): Operation {
  return { name, times: READS, run: ({ store }) => store.cases({ ...filter, limit: PAGE }) };
}

function some({ numbers }: Grown): string {
  return numbers[randomInt(numbers.length)] ?? '';
}

async function readCase(grown: Grown): Promise<void> {
  const found = await grown.store.caseByNumber(some(grown));
  if (!found) throw new Error('a case is missing');
  await grown.store.history(found.id);
  await grown.store.deliveries(found.id);
}

/** Those of a round must differ, or they would meet each other. */
async function changeStatus(grown: Grown, n: number): Promise<void> {
  const found = await grown.store.caseByNumber(grown.numbers[n % grown.numbers.length] ?? '');
  if (!found) throw new Error('a case is missing');
  const to = found.status === 'in_progress' ? 'closed' : 'in_progress';
  const event = { at: DUE, what: 'status', from: found.status, to, by: 'desk', note: null } as const;
  const change = { case: { ...found, status: to }, expectedVersion: found.version, events: [event] } as const;
  await grown.store.commit({ at: DUE, cases: [{ ...change, events: [event] }] });
}

/** Processor time of what a desk does with 10 000, 100 000 and a million cases in the embedded store, in turns. */
export async function growth(rounds: number, most: number): Promise<Figure[]> {
  const folders: string[] = [];
  const grown: Grown[] = [];
  const present = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const numbers: string[] = [];
  let count = 0;
  for (const size of SIZES.filter(size => size <= most)) {
    const { store } = await storeOnDisk(present);
    const growing = { store, count, numbers };
    await growTo(growing, size);
    await store.close();
    count = size;
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
    cpSync(present, folder, { recursive: true });
    folders.push(folder);
    grown.push({ store: (await storeOnDisk(folder)).store, count, numbers: [...numbers] });
  }
  rmSync(present, { recursive: true, force: true });
  const figures = await compare(grown, rounds);
  for (const { store } of grown) await store.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  return figures;
}

/** Processor time of an operation in each store, µs, and how much the largest costs of what the smallest does. */
async function compare(grown: Grown[], rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const operation of OPERATIONS) {
    const took: number[][] = grown.map(() => []);
    for (let round = 0; round <= rounds; round += 1) {
      for (const [which, one] of grown.entries()) {
        const cost = await costOf(operation, one);
        // The first round warms up.
        if (round > 0) took[which]?.push(cost);
      }
    }
    const costs = took.map(median);
    const ratio = (costs.at(-1) ?? Number.NaN) / (costs[0] ?? Number.NaN);
    const shown = costs.map(cost => `${Math.round(cost)} µs`).join(', ');
    figures.push({ name: operation.name, value: `${shown}: ${ratio.toFixed(2)}` });
  }
  return figures;
}

async function costOf({ name, times, run }: Operation, grown: Grown): Promise<number> {
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: times }, (_, n) => run(grown, n)));
  const { user, system } = process.cpuUsage(before);
  if (name === 'new case') grown.count += times;
  return (user + system) / times;
}
