import { existsSync, writeSync } from 'node:fs';
import { createApp } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { isOfParked, UNLUCKY } from './plan.ts';

/**
 * The desk in a process of its own that ends itself, as kill -9 does, at the n-th time a fail point is reached:
 * `service.ts <point> <n> <ms the clock stands ahead> <file> <"hasty" or nothing>`. Without a point it runs until a signal ends
 * it; while the file is there, it goes on. In haste it waits less for what is in doubt, so that a short run ends soon.
 */
const [point = '', nth = '1', ahead = '0', brake = '', pace = ''] = process.argv.slice(2);
let hits = 0;

function failPoint(name: string): void {
  if (name !== point) return;
  hits += 1;
  if (hits < Number(nth) || existsSync(brake)) return;
  writeSync(1, `struck ${name}\n`);
  process.kill(process.pid, 'SIGKILL');
}

/** In a life that is to end around what was put aside, every turn of these talks fails. */
function tripping(real: WholeStore): WholeStore {
  if (!isOfParked(point)) return real;
  return {
    ...real,
    commit: async change => {
      const { turn, parked, id } = change.conversation ?? {};
      const talk = turn && parked === undefined && id ? (await real.load(id, 0))?.conversation : null;
      if (talk?.address.startsWith(UNLUCKY)) throw new TypeError('a mistake of ours');
      return real.commit(change);
    },
  };
}

/** Still longer than any answer of the stand-ins takes. */
const HASTY = { callMs: 8_000, leaseMs: 18_000, holdMs: 20_000 };
const now = (): Date => new Date(Date.now() + Number(ahead));
const app = await createApp(readSettings({ file: null }), {
  ...{ failPoint, now, store: tripping, sendTimes: pace === 'hasty' ? HASTY : {} },
});
process.once('SIGTERM', () => void app.close());
writeSync(1, `Ventanilla is ready: ${await app.start()}\n`);
