import { describe, expect, it } from 'vitest';
import { createPaced, type Pace } from '../../src/channels/pace.ts';
import type { Lease, Leases } from '../../src/storage/store.ts';
import { shareCalls } from '../../src/wiring/share-calls.ts';
import { chanceOf } from '../torture/chance.ts';

const PACE: Pace = { most: 30, perMs: 1_000 };
const TICK_MS = 25;

/** A store of one lease, which may be away, and of two who ask at once lets the first win. */
function leaseStore() {
  let kept: Lease | null = null;
  const away = { is: false };
  const store: Leases = {
    lease: async () => {
      if (away.is) throw new Error('the store is away');
      return kept;
    },
    takeLease: async (_name, seen, holder) => {
      if (away.is) throw new Error('the store is away');
      if (kept?.token !== seen?.token || kept?.beat !== seen?.beat) return null;
      kept = { holder, token: (kept?.token ?? 0) + 1, beat: 0 };
      return kept;
    },
  };
  return { store, away };
}

/** A process that calls whenever its part of the pace lets it, each call under way for `callMs`. */
interface Sender {
  part(): number;
  stopped: boolean;
  close(): Promise<void>;
  kill(): void;
}

/** Processes on one clock, and when each of their calls was under way. */
function createMachine() {
  const machine = { now: 0 };
  const { store, away } = leaseStore();
  const calls: { from: number; to: number }[] = [];
  const steps = new Set<() => void>();

  async function settle(): Promise<void> {
    for (let i = 0; i < 40; i += 1) await Promise.resolve();
  }

  async function pass(ms: number, look: () => void = () => {}): Promise<void> {
    for (const end = machine.now + ms; machine.now < end; ) {
      machine.now += TICK_MS;
      for (const step of steps) step();
      await settle();
      look();
    }
  }

  function begin(callMs: () => number = () => 100): Sender {
    let due: { at: number; run: () => void }[] = [];
    const elapsedMs = (): number => machine.now;
    const share = shareCalls({
      ...{ store, elapsedMs, holder: `p${steps.size}-${machine.now}` },
      timer: (ms, run) => {
        const one = { at: machine.now + ms, run };
        due.push(one);
        return () => {
          due = due.filter(other => other !== one);
        };
      },
    });
    const paced = createPaced(PACE, elapsedMs, machine.now, share.part);
    share.measuredBy(part => paced.fits(part));
    const under: { call: { to: number }; end: () => void }[] = [];
    const step = (): void => {
      if (sender.stopped) return;
      for (const { run } of due.filter(({ at }) => at <= machine.now)) run();
      due = due.filter(({ at }) => at > machine.now);
      for (const one of under.filter(({ call }) => call.to <= machine.now)) {
        under.splice(under.indexOf(one), 1);
        one.end();
      }
      while (paced.waitMs(0) === 0) {
        const end = paced.begin();
        const call = { from: machine.now, to: machine.now + callMs() };
        calls.push(call);
        under.push({ call, end: () => end(true) });
      }
    };
    steps.add(step);
    share.start();
    const kill = (): void => {
      steps.delete(step);
      for (const { call } of under) call.to = Math.min(call.to, machine.now);
    };
    const close = (): Promise<void> => {
      kill();
      return share.close();
    };
    const sender: Sender = { part: share.part, stopped: false, close, kill };
    return sender;
  }

  /** The most calls that any span can have seen: each may arrive at any moment while it is under way. */
  const busiest = (): number => {
    const mayHaveArrived = (at: number): number =>
      calls.filter(({ from, to }) => from <= at && at < to + PACE.perMs).length;
    return Math.max(...calls.map(({ from }) => mayHaveArrived(from)));
  };
  const since = (ms: number): number => calls.filter(({ from }) => from > machine.now - ms).length;
  return { begin, pass, settle, busiest, since, away, machine };
}

describe('calls that several processes share', () => {
  it('are nearly all of one that sends alone, and go at once', async () => {
    const { begin, pass, since, busiest } = createMachine();
    begin();
    await pass(2_000);
    await pass(10_000);
    expect(since(10_000)).toBeGreaterThan(220);
    expect(busiest()).toBeLessThanOrEqual(26);
  });

  it('are divided evenly within seconds, whoever comes and goes', async () => {
    const { begin, pass } = createMachine();
    const first = begin();
    await pass(5_000);
    const others = [begin(), begin(), begin()];
    await pass(5_000);
    for (const one of [first, ...others]) expect(one.part()).toBeCloseTo(7 / 8 / 4, 2);
    for (const one of others) await one.close();
    await pass(12_000);
    expect(first.part()).toBeCloseTo(7 / 8, 2);
  });

  it('are some for who comes after a kill, at once', async () => {
    const { begin, pass } = createMachine();
    const first = begin();
    await pass(5_000);
    first.kill();
    const next = begin();
    await pass(200);
    expect(next.part()).toBeCloseTo(1 / 8, 2);
    await pass(10_000);
    expect(next.part()).toBeCloseTo(7 / 8, 2);
  });

  it('are given back at the end, when the last of them are over', async () => {
    const { begin, pass } = createMachine();
    const both = [begin(), begin()];
    await pass(5_000);
    await both[0]?.close();
    await pass(2_000);
    // What it called in its last second may still count with the platform.
    expect(both[1]?.part()).toBeCloseTo(7 / 16, 2);
    await pass(9_000);
    expect(both[1]?.part()).toBeCloseTo(7 / 8, 2);
  });

  it('are let go of while the store does not answer, and by who was stopped', async () => {
    const { begin, pass, away, machine } = createMachine();
    const [one, two] = [begin(), begin()];
    await pass(5_000);
    one.stopped = true;
    await pass(20_000);
    expect([one.part(), two.part()]).toEqual([0, 7 / 8]);
    one.stopped = false;
    away.is = true;
    await pass(7_000);
    expect([one.part(), two.part()]).toEqual([0, 0]);
    away.is = false;
    await pass(12_000);
    expect([one.part(), two.part()]).toEqual([7 / 16, 7 / 16]);
    expect(machine.now).toBeGreaterThan(0);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'are never more than the whole, whoever comes, is stopped, killed or closed, and when (%i)',
    async seed => {
      const { whole: between, yes: chance } = chanceOf(seed, 'senders');
      const { begin, pass, busiest, away } = createMachine();
      const live: Sender[] = [];
      const slow = (): number => (chance(0.05) ? between(2_000, 9_000) : between(25, 400));
      for (let round = 0; round < 40; round += 1) {
        const one = live[between(0, Math.max(0, live.length - 1))];
        if (live.length < 5 && chance(0.5)) live.push(begin(slow));
        else if (one && chance(0.3)) one.stopped = !one.stopped;
        else if (one && chance(0.4)) {
          live.splice(live.indexOf(one), 1);
          if (chance(0.5)) one.kill();
          else await one.close();
        }
        away.is = chance(0.1);
        await pass(between(100, 4_000), () => {
          const parts = live.filter(({ stopped }) => !stopped).map(each => each.part());
          expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(1);
        });
      }
      expect(busiest()).toBeLessThanOrEqual(PACE.most);
    },
  );
});
