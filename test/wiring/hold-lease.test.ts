import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Lease, Leases } from '../../src/storage/store.ts';
import { type Hold, holdLease } from '../../src/wiring/hold-lease.ts';

/** A store of one lease that can be broken. */
function leaseStore() {
  let kept: Lease | null = null;
  const broken = { is: false };
  const store: Leases = {
    lease: async () => {
      if (broken.is) throw new Error('the store is away');
      return kept;
    },
    takeLease: async (_name, seen, holder) => {
      if (broken.is) throw new Error('the store is away');
      if (kept?.token !== seen?.token || kept?.beat !== seen?.beat) return null;
      const goesOn = kept !== null && kept.holder === holder;
      kept = goesOn
        ? { holder, token: kept?.token ?? 0, beat: (kept?.beat ?? 0) + 1 }
        : { holder, token: (kept?.token ?? 0) + 1, beat: 0 };
      return kept;
    },
  };
  return { store, broken, row: () => kept };
}

/** A machine with processes on one clock; a process that is stopped runs nothing, and its time goes on all the same. */
function createMachine() {
  const machine = { now: 0 };
  const processes: { stopped: boolean; timers: { at: number; run: () => void }[] }[] = [];

  async function settle(): Promise<void> {
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
  }

  async function pass(ms: number, look: () => void = () => {}): Promise<void> {
    for (const end = machine.now + ms; machine.now < end; ) {
      machine.now += 100;
      for (const one of processes.filter(({ stopped }) => !stopped)) {
        const due = one.timers.filter(({ at }) => at <= machine.now);
        one.timers = one.timers.filter(({ at }) => at > machine.now);
        for (const { run } of due) run();
      }
      await settle();
      look();
    }
  }

  function begin(store: Leases, holder: string) {
    const own = { stopped: false, timers: [] as { at: number; run: () => void }[] };
    processes.push(own);
    const events: string[] = [];
    const hold: Hold = holdLease({
      ...{ store, name: 'a', holder, log: pino({ level: 'silent' }), elapsedMs: () => machine.now },
      timer: (ms, run) => {
        const timer = { at: machine.now + ms, run };
        own.timers.push(timer);
        return () => {
          own.timers = own.timers.filter(other => other !== timer);
        };
      },
      gained: async () => void events.push('gained'),
      lost: async () => void events.push('lost'),
    });
    hold.start();
    return { hold, events, process: own, kill: () => void processes.splice(processes.indexOf(own), 1) };
  }

  return { begin, pass, settle };
}

describe('a lease that is held', () => {
  it('goes to one of two at the start, and stays with it', async () => {
    const { begin, pass } = createMachine();
    const { store } = leaseStore();
    const [one, two] = [begin(store, 'one'), begin(store, 'two')];
    await pass(60_000, () => expect([one, two].filter(({ hold }) => hold.isOurs()).length).toBeLessThan(2));
    expect([one.events, two.events]).toEqual([['gained'], []]);
    expect([await one.hold.stands(), await two.hold.stands()]).toEqual([true, false]);
  });

  it('goes to the other within 15 seconds of a crash', async () => {
    const { begin, pass } = createMachine();
    const { store } = leaseStore();
    const [one, two] = [begin(store, 'one'), begin(store, 'two')];
    await pass(10_000);
    one.kill();
    await pass(15_000);
    expect(two.events).toEqual(['gained']);
  });

  it('goes over at once when it is given back', async () => {
    const { begin, pass } = createMachine();
    const { store } = leaseStore();
    const [one, two] = [begin(store, 'one'), begin(store, 'two')];
    await pass(10_000);
    await one.hold.close();
    expect([one.events, one.hold.isOurs()]).toEqual([['gained', 'lost'], false]);
    await pass(1_500);
    expect(two.hold.isOurs()).toBe(true);
  });

  it('is not used any more by who was stopped, from the very moment it goes on', async () => {
    const { begin, pass, settle } = createMachine();
    const { store } = leaseStore();
    const [one, two] = [begin(store, 'one'), begin(store, 'two')];
    await pass(10_000);
    one.process.stopped = true;
    await pass(30_000);
    expect(two.hold.isOurs()).toBe(true);
    one.process.stopped = false;
    expect([one.hold.isOurs(), await one.hold.stands()]).toEqual([false, false]);
    await pass(5_000, () => expect(one.hold.isOurs()).toBe(false));
    await settle();
    expect([one.events, two.events]).toEqual([['gained', 'lost'], ['gained']]);
  });

  it('is held by nobody for a while, never by two, whenever processes are stopped and for however long', async () => {
    for (const stopMs of [500, 3_000, 5_900, 6_500, 8_900, 9_700, 10_300, 11_000, 12_000, 40_000]) {
      const { begin, pass } = createMachine();
      const { store } = leaseStore();
      const both = [begin(store, 'one'), begin(store, 'two')];
      const look = (): void =>
        expect(both.filter(({ hold, process }) => !process.stopped && hold.isOurs()).length).toBeLessThan(2);
      await pass(7_300, look);
      for (let round = 0; round < 6; round += 1) {
        const one = both[round % 2];
        if (one) one.process.stopped = true;
        await pass(stopMs, look);
        if (one) one.process.stopped = false;
        look();
        await pass(3_000 + round * 700, look);
      }
      await pass(20_000, look);
      expect(both.filter(({ hold }) => hold.isOurs())).toHaveLength(1);
    }
  });

  it('is let go when the store does not answer, and taken up again', async () => {
    const { begin, pass } = createMachine();
    const { store, broken } = leaseStore();
    const one = begin(store, 'one');
    await pass(5_000);
    broken.is = true;
    await pass(7_000);
    expect([one.hold.isOurs(), one.events]).toEqual([false, ['gained', 'lost']]);
    broken.is = false;
    await pass(3_000);
    expect([one.hold.isOurs(), one.events]).toEqual([true, ['gained', 'lost', 'gained']]);
  });
});
