import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into the shipped service before it (`node --import`), so that a run can set the clock of a running process and keep its
 * loop busy. The orders are a file of JSON that is read a hundred times a second: `aheadMs`, how far the clock stands ahead,
 * `busy`, for how long the loop does nothing else, done once for each new `order`, and `hoarder`, the process that lets go of no
 * memory it gets.
 */
const file = process.env['TORTURE_ORDERS'] ?? '';
const LOOK_MS = 10;

/** What the file says. */
export interface Orders {
  aheadMs: number;
  busy: { order: number; ms: number };
  hoarder: number | null;
}

let aheadMs = 0;
let done = 0;
/** A tenth of a second of this is more than a heap that was never full has to spare. */
const HOARDED = 500_000;
const hoard: number[][] = [];

const Real = Date;
const now = (): number => Real.now() + aheadMs;
globalThis.Date = new Proxy(Real, {
  construct: (target, args, by) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, by === globalThis.Date ? target : by),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

function look(): void {
  try {
    const orders = JSON.parse(readFileSync(file, 'utf8')) as Orders;
    aheadMs = orders.aheadMs;
    if (isMainThread && orders.hoarder === process.pid) hoard.push(new Array<number>(HOARDED).fill(Math.PI));
    if (isMainThread && orders.busy.order > done) {
      done = orders.busy.order;
      const end = performance.now() + orders.busy.ms;
      while (performance.now() < end);
    }
  } catch {
    // No orders, or half of them: the next look will tell.
  }
}

look();
setInterval(look, LOOK_MS).unref();
