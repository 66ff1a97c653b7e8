import type { Logger } from 'pino';
import type { Lease, Leases } from '../storage/store.ts';

/** What holding a lease needs. `timer` runs something once after a delay and gives back its cancelling. */
export interface HoldDeps {
  store: Leases;
  name: string;
  /** This process, by a name nobody else has. */
  holder: string;
  /** Rises by one each ms, whatever the clock does, and also while the process is stopped. */
  elapsedMs: () => number;
  timer: (ms: number, run: () => void) => () => void;
  log: Pick<Logger, 'info' | 'warn'>;
  /** What the lease is for may begin; must end. Each is waited for before the other is called. */
  gained: () => Promise<void>;
  lost: () => Promise<void>;
}

/** A lease this process holds, or waits for. */
export interface Hold {
  start(): void;
  /** Surely nobody else holds it now. Asked before every act that only the holder may do. */
  isOurs(): boolean;
  /** Asks the store itself whether nobody has taken it over. */
  stands(): Promise<boolean>;
  /** Ends what it was for and gives it back, so that the next one need not wait. */
  close(): Promise<void>;
}

const TICK_MS = 500;
/** A holder says this often that it goes on; who waits looks this often. */
const BEAT_MS = 2_000;
const LOOK_MS = 1_000;
/** For so long after its last word a holder is sure of it; who waits takes it over only some seconds later. */
const SURE_MS = 6_000;
const STILL_MS = 9_000;

/**
 * Holds a lease for as long as this process lives and the store answers, and waits for it else. Two processes are never
 * sure of it at once: each measures time on its own, and no clock is compared with another's.
 */
export function holdLease(deps: HoldDeps): Hold {
  const { store, name, holder, elapsedMs } = deps;
  let mine: Lease | null = null;
  let sureUntil = Number.NEGATIVE_INFINITY;
  let seen: { lease: Lease | null; since: number } | null = null;
  let lookAt = 0;
  let looking: Promise<void> | null = null;
  let cancel = (): void => {};
  let closed = false;
  const isOurs = (): boolean => mine !== null && elapsedMs() < sureUntil;
  const use = createUse(deps);

  async function take(from: Lease | null): Promise<void> {
    const before = elapsedMs();
    mine = await store.takeLease(name, from, holder);
    sureUntil = mine === null ? Number.NEGATIVE_INFINITY : before + SURE_MS;
    seen = null;
  }

  async function watch(): Promise<void> {
    const asked = elapsedMs();
    const found = await store.lease(name);
    const isSame = seen !== null && sameLease(seen.lease, found);
    const isStill = isSame && asked - (seen?.since ?? asked) >= STILL_MS;
    const isFree = found === null || found.holder === null || found.holder === holder;
    if (isFree || isStill) return take(found);
    if (!isSame) seen = { lease: found, since: elapsedMs() };
  }

  async function look(): Promise<void> {
    try {
      await (mine === null ? watch() : take(mine));
    } catch {
      // The store cannot say: time decides.
    }
    lookAt = elapsedMs() + (mine === null ? LOOK_MS : BEAT_MS);
    looking = null;
  }

  function tick(): void {
    void use.should(isOurs());
    if (looking === null && elapsedMs() >= lookAt)
      looking = look().then(() => use.should(isOurs() && !closed));
    if (!closed) cancel = deps.timer(TICK_MS, tick);
  }

  return {
    isOurs,
    start: tick,
    stands: async () => isOurs() && (await store.lease(name))?.token === mine?.token,
    close: async () => {
      closed = true;
      cancel();
      await looking;
      await use.should(false);
      if (isOurs()) await store.takeLease(name, mine, null).catch(() => null);
      mine = null;
    },
  };
}

function sameLease(a: Lease | null, b: Lease | null): boolean {
  return a?.token === b?.token && a?.beat === b?.beat;
}

/** Begins and ends what the lease is for, one after the other. */
function createUse({ gained, lost, log, name }: HoldDeps): { should(be: boolean): Promise<void> } {
  let is = false;
  let changing: Promise<void> = Promise.resolve();
  return {
    should: be => {
      if (be === is) return changing;
      is = be;
      if (be) log.info({ part: name }, 'this process holds it now');
      else log.warn({ part: name }, 'this process does not hold it any more');
      changing = changing.then(be ? gained : lost).catch(() => {});
      return changing;
    },
  };
}
