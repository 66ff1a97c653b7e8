import { createInterface } from 'node:readline';
import { message, storeOnDisk } from './store.ts';

/**
 * A process of its own that writes messages to the store in the given folder until it is killed, and prints the
 * provider id of each after it was acknowledged, or `!` and the id when it was refused.
 */
const [folder = '', run = ''] = process.argv.slice(2);
// A write beyond the size a test allows fails instead of ending the process.
process.on('SIGXFSZ', () => {});
createInterface(process.stdin).on('close', () => process.exit());

const { store } = await storeOnDisk(folder);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function write(writer: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const providerId = `${run}-${writer}-${n}`;
    const address = `+5076000${writer}${n % 7}`;
    try {
      await store.addInbound([message(providerId, { providerId, address })], new Date());
      say(providerId);
    } catch {
      say(`!${providerId}`);
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
}

say('ready');
await Promise.all([1, 2, 3, 4].map(write));
