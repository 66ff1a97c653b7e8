import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { firstUndoneIn, peek, type Undone, undoneIn } from './peek.ts';
import { isOfParked, type Life } from './plan.ts';
import { type Home, type Running, startService } from './process.ts';
import type { Order } from './run.ts';
import { beUnlucky, crossBursts, redeliverOld, type Weather, weather } from './storms.ts';
import type { World } from './world.ts';

/** A kill that struck work. */
export interface Kill {
  /** Null: from outside. */
  point: string | null;
  /** Calls the service owed an answer at that moment. */
  open: number;
  /** What the dead left in its file. */
  undone: Undone;
  at: number;
  /** Until messages were taken again, and until what it left undone was done. */
  readyMs: number | null;
  doneMs: number | null;
}

/** What the lives of a plan are lived with. */
export interface Lives {
  world: World;
  home: Home;
  lives: Life[];
  /** The platform's clock goes with the service's. */
  clock: { aheadMs: number };
  order: Order;
  database: string;
}

/** What the kills came to, and the life that is left. */
export interface Killed {
  kills: Kill[];
  idle: number;
  weather: Weather[];
  last: Running;
}

/** Lives one life after the other, each ended by its strike; the last one goes on. */
export async function killAll(lived: Lives): Promise<Killed> {
  const { lives, world, order } = lived;
  const kills: Kill[] = [];
  const watch = watchRecovery(lived.database, kills);
  let storms: Weather[] = [];
  let idle = 0;
  const isOver = overAfter(order.minutes ?? null);
  const laterFrom = lives.findIndex(({ aheadMs }) => aheadMs > 0);
  // A strike that met nothing is made up for by another from outside.
  for (let n = 0, left = [...lives]; left.length > 0; n += 1) {
    if (n - idle === laterFrom && order.weather > 0 && storms.length === 0) storms = await fairAndFoul(lived);
    const life = left.shift() as Life;
    if (life.aheadMs === 0 && isOver()) continue;
    const kill = await liveOnce(lived, life, n, kills.at(-1) ?? null);
    if (kill.open + kill.undone.unconsumed + kill.undone.unsent + kill.undone.news > 0) kills.push(kill);
    else {
      idle += 1;
      left = [life, ...left];
    }
    if (idle > lives.length) throw new Error('most kills struck nothing');
    order.say(
      `kill ${kills.length}/${lives.length}: ${kill.point ?? 'outside'}, ${JSON.stringify({ ...kill, point: undefined })}`,
    );
  }
  const last = startService(lived.home, {
    strike: { kind: 'point', point: '', hit: 1 },
    aheadMs: lived.clock.aheadMs,
  });
  await comesUp(last, kills.at(-1) ?? null);
  await redeliverOld(world, 'last', 50);
  await watch.stop();
  return { kills, idle, weather: storms, last };
}

function overAfter(minutes: number | null): () => boolean {
  const end = performance.now() + (minutes ?? Infinity) * 60_000;
  return () => performance.now() > end;
}

async function fairAndFoul({ home, world, order, clock }: Lives): Promise<Weather[]> {
  const service = startService(home, { strike: { kind: 'outside', afterMs: 0, early: false }, ...clock });
  await comesUp(service, null);
  const found = await weather(world, order.weather);
  await service.stop();
  return found;
}

/** How long a fail point is waited for before the kill comes from outside. */
const POINT_PATIENCE_MS = 10_000;
/** A turn fails five times first, and a busy machine takes its time for each. */
const PARKED_PATIENCE_MS = 120_000;
const WORK_PATIENCE_MS = 2_000;

async function liveOnce(
  { world, home, clock, database }: Lives,
  life: Life,
  n: number,
  before: Kill | null,
): Promise<Kill> {
  const { strike, aheadMs } = life;
  clock.aheadMs = aheadMs;
  const service = startService(home, life);
  let open = 0;
  if (strike.kind === 'outside' && strike.early) await pause(strike.afterMs);
  else {
    await comesUp(service, before);
    if (n % 7 === 0) void crossBursts(world, String(n));
    if (n % 5 === 0 || aheadMs > 0) void redeliverOld(world, String(n), 3);
    if (strike.kind === 'outside') await workWithin(world, strike.afterMs);
    else {
      const isLong = isOfParked(strike.point);
      if (isLong) void beUnlucky(world, String(n));
      await Promise.race([service.ended, pause(isLong ? PARKED_PATIENCE_MS : POINT_PATIENCE_MS)]);
    }
  }
  open = world.ledger.open;
  service.kill();
  const at = performance.now();
  await service.ended;
  const undone = existsSync(database) ? peek(database, db => undoneIn(db)) : NOTHING;
  return { point: service.struck(), open, undone, at, readyMs: null, doneMs: null };
}

const NOTHING: Undone = { unconsumed: 0, unsent: 0, news: 0, sending: 0, lastMessage: 0, lastOutbound: 0 };

async function comesUp(service: Running, before: Kill | null): Promise<void> {
  const up = await service.ready;
  if (!up && service.struck() === null) {
    throw new Error('the service did not come up again; see service.log');
  }
  if (up && before?.readyMs === null) before.readyMs = performance.now() - before.at;
}

/** After this long, the first moment at which the service owes something. */
async function workWithin({ ledger }: World, afterMs: number): Promise<void> {
  await pause(afterMs);
  const end = performance.now() + WORK_PATIENCE_MS;
  const recently = (): boolean => [...ledger.unanswered.values()].some(at => at > performance.now() - 1_000);
  while (ledger.open === 0 && !recently() && performance.now() < end) await pause(2);
}

/** Looks how long it takes until what each kill left undone is done. */
function watchRecovery(database: string, kills: Kill[]): { stop(): Promise<void> } {
  let running = true;
  const look = (): void => {
    const waiting = kills.filter(({ doneMs }) => doneMs === null);
    if (waiting.length === 0) return;
    try {
      const first = peek(database, firstUndoneIn);
      const done = waiting.filter(
        ({ undone }) => undone.lastMessage < first.message && undone.lastOutbound < first.outbound,
      );
      for (const kill of done) kill.doneMs = performance.now() - kill.at;
    } catch {
      // The owner is just being born or dies: the next look will tell.
    }
  };
  const looking = (async () => {
    while (running) {
      look();
      await pause(200);
    }
  })();
  return {
    stop: async () => {
      const end = performance.now() + DRAIN_MS;
      while (kills.some(({ doneMs }) => doneMs === null) && performance.now() < end) await pause(50);
      running = false;
      await looking;
    },
  };
}

/** Everything is taken up and sent within this; the last words of who floods wait out their minute. */
export const DRAIN_MS = 90_000;

/** Waits until nothing is undone. */
export async function waitForDrain(
  _last: Running,
  database: string,
  { ledger }: World,
): Promise<{ drainMs: number | null }> {
  const began = performance.now();
  while (performance.now() - began < DRAIN_MS) {
    const { unconsumed, unsent, news } = peek(database, db => undoneIn(db));
    if (unconsumed + unsent + news + ledger.open === 0) return { drainMs: performance.now() - began };
    await pause(50);
  }
  return { drainMs: null };
}
