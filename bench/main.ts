import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { needServers } from '../test/support/servers/missing.ts';
import { startTwilioStandIn } from '../test/support/twilio-stand-in.ts';
import { acks } from './acks.ts';
import { growth } from './growth.ts';
import { lifecycles } from './lifecycles.ts';
import { scale } from './mongo.ts';
import { others } from './others.ts';
import { peer } from './peer.ts';
import { starts, turns, waits } from './turns.ts';
import { understanding } from './understanding.ts';

/** A line of the table: a figure of this machine, or a ratio that means the same on any. */
export type Figure = { name: string; value: string } | { name: string; ratio: number; bar: number };

/**
 * `npm run bench`: medians of interleaved rounds in one run. Figures are of this machine, ratios count. It never fails
 * for being slow: it prints.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    cases: { type: 'string', default: '200000' },
    most: { type: 'string', default: '1000000' },
    profile: { type: 'string', default: 'embedded' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const parts: Record<string, () => Promise<Figure[]>> = {
  acks: () => withPlatform(standIn => acks(standIn, rounds)),
  turns: () => withPlatform(standIn => turns(standIn, rounds)),
  waits: () => withPlatform(standIn => waits(standIn, 15)),
  starts: () => withPlatform(standIn => starts(standIn, rounds)),
  understanding: () => understanding(20 * rounds),
  lifecycles: () => lifecycles(rounds, Number(values.cases)),
  peer: () => peer(rounds),
  scale: () => scale(rounds),
  growth: () => growth(rounds, Number(values.most)),
  // Takes a quarter of an hour: only when it is asked for.
  others,
};

async function withPlatform(
  run: (standIn: Awaited<ReturnType<typeof startTwilioStandIn>>) => Promise<Figure[]>,
) {
  const standIn = await startTwilioStandIn();
  try {
    return await run(standIn);
  } finally {
    await standIn.close();
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${rounds} rounds`);
const EMBEDDED = 'acks,turns,waits,starts,understanding,lifecycles,peer';
if (values.profile === 'scale') needServers();
const names = values.only ?? (values.profile === 'scale' ? 'scale' : EMBEDDED);
for (const name of names.split(',')) {
  for (const figure of (await parts[name]?.()) ?? []) {
    if ('value' in figure) say(`${figure.name.padEnd(52)} ${figure.value}`);
    else say(`${figure.name.padEnd(52)} ${figure.ratio.toFixed(2)} (bar ${figure.bar.toFixed(2)})`);
  }
}
process.exit(0);
