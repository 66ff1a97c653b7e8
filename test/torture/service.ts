import { writeSync } from 'node:fs';
import { createApp } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';

/**
 * The desk in a process of its own that ends itself, as kill -9 does, at the n-th time a fail point is reached:
 * `service.ts <point> <n> <ms the clock stands ahead>`. Without a point it runs until a signal ends it.
 */
const [point = '', nth = '1', ahead = '0'] = process.argv.slice(2);
let hits = 0;

function failPoint(name: string): void {
  if (name !== point) return;
  hits += 1;
  if (hits < Number(nth)) return;
  writeSync(1, `struck ${name}\n`);
  process.kill(process.pid, 'SIGKILL');
}

const now = (): Date => new Date(Date.now() + Number(ahead));
const app = await createApp(readSettings({ file: null }), { failPoint, now });
process.once('SIGTERM', () => void app.close());
writeSync(1, `Ventanilla is ready: ${await app.start()}\n`);
