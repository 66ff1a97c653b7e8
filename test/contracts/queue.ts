import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Job, Queue } from '../../src/queue/queue.ts';

const turn = (conversationId: string): Job => ({ name: 'turn', conversationId });

/** A door that opens when it is told to. */
function gate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open, opened };
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !condition(); i += 1) await pause(5);
  expect(condition()).toBe(true);
}

/** The promises of the Queue port. Each adapter's test calls this with a way to make an empty queue. */
export function queueContract(name: string, make: () => Promise<Queue>): void {
  describe(`${name} keeps the promises of a queue`, () => {
    const collecting = async () => {
      const queue = await make();
      const done: Job[] = [];
      queue.work(async job => {
        done.push(job);
      });
      return { queue, done };
    };

    it('runs every job added while it lives, each with its own ids', async () => {
      const { queue, done } = await collecting();
      const jobs: Job[] = [
        ...Array.from({ length: 300 }, (_, i) => turn(`c${i}`)),
        { name: 'deliver', conversationId: 'c1' },
        { name: 'clock', caseId: 'c1' },
      ];
      await Promise.all(jobs.map(job => queue.add(job)));
      await until(() => done.length === jobs.length);
      expect(done).toEqual(expect.arrayContaining(jobs));
      await queue.close();
    });

    it('runs jobs that were added before anybody worked', async () => {
      const queue = await make();
      await queue.add(turn('early'));
      const done: Job[] = [];
      queue.work(async job => {
        done.push(job);
      });
      await until(() => done.length === 1);
      await queue.close();
    });

    it('starts a job after the last time it was added, however often that was', async () => {
      const { queue, done } = await collecting();
      for (let i = 0; i < 50; i += 1) {
        await queue.add(turn('same'));
        await pause(0);
      }
      const before = done.length;
      await queue.add(turn('same'));
      await until(() => done.length > before);
      await queue.close();
    });

    it('runs a job once more when it is added while it runs', async () => {
      const queue = await make();
      const { open, opened } = gate();
      let runs = 0;
      queue.work(async () => {
        runs += 1;
        await opened;
      });
      await queue.add(turn('same'));
      await until(() => runs === 1);
      await queue.add(turn('same'));
      // Long enough for a queue that is elsewhere to have heard of it.
      await pause(100);
      open();
      await until(() => runs >= 2);
      await queue.close();
    });

    it('waits as long as it is told', async () => {
      const { queue, done } = await collecting();
      await queue.add(turn('later'), 150);
      await pause(80);
      expect(done).toEqual([]);
      await until(() => done.length === 1);
      await queue.close();
    });

    it('wakes a few times at most for what is asked for again and again for one time', async () => {
      const { queue, done } = await collecting();
      const at = performance.now() + 900;
      let asked = 0;
      for (let rest = 900; rest > 300; rest = at - performance.now()) {
        await queue.add(turn('later'), rest);
        asked += 1;
        await pause(5);
      }
      expect([asked > 20, done]).toEqual([true, []]);
      await pause(Math.max(0, at - performance.now()) + 300);
      expect(done.length).toBeGreaterThan(0);
      expect(done.length).toBeLessThan(10);
      await queue.close();
    });

    it('wakes its own handler when it is told to, as late as it is told', async () => {
      const { queue, done } = await collecting();
      await queue.addHere(turn('now'));
      await queue.addHere(turn('later'), 150);
      await until(() => done.length === 1);
      await pause(80);
      expect(done).toEqual([turn('now')]);
      await until(() => done.length === 2);
      await queue.close();
    });

    it('goes on after a handler that rejects or throws', async () => {
      const queue = await make();
      const seen: string[] = [];
      queue.work(job => {
        seen.push(JSON.stringify(job));
        if (seen.length === 1) throw new Error('broken at once');
        return seen.length === 2 ? Promise.reject(new Error('broken later')) : Promise.resolve();
      });
      for (const id of ['a', 'b', 'c']) await queue.add(turn(id));
      await until(() => seen.length === 3);
      await queue.close();
    });

    it('lets one slow conversation hold up nobody else', async () => {
      const queue = await make();
      const { open, opened } = gate();
      const done = new Set<string>();
      queue.work(async job => {
        if (job.name === 'turn' && job.conversationId === 'slow') await opened;
        else if (job.name === 'turn') done.add(job.conversationId);
      });
      for (let i = 0; i < 200; i += 1) {
        await queue.add(turn('slow'));
        await queue.add(turn(`c${i}`));
      }
      await until(() => done.size === 200);
      open();
      await queue.close();
    });

    it('waits at close for what runs, and starts nothing more', async () => {
      const queue = await make();
      const { open, opened } = gate();
      const events: string[] = [];
      queue.work(async () => {
        events.push('start');
        await opened;
        events.push('end');
      });
      await queue.add(turn('a'));
      await until(() => events.length === 1);
      const closed = queue.close().then(() => events.push('closed'));
      await queue.add(turn('b'));
      await pause(20);
      expect(events).toEqual(['start']);
      open();
      await closed;
      expect(events).toEqual(['start', 'end', 'closed']);
    });

    it('closes at once when only delayed jobs are left', async () => {
      const { queue, done } = await collecting();
      await queue.add(turn('never'), 60_000);
      await queue.close();
      expect(done).toEqual([]);
    });
  });
}
