import { parseArgs } from 'node:util';
import { breachesOf as raceBreaches, tableOf as raceTable } from './races/report.ts';
import { race } from './races/run.ts';
import { breachesOf, tableOf } from './report.ts';
import { torture } from './run.ts';
import { breachesOf as scaleBreaches, tableOf as scaleTable } from './scale/report.ts';
import { tortureScale } from './scale/run.ts';

/**
 * `npm run torture -- --profile embedded|scale --seed 7 --kills 300`, or `--minutes 15`: kills the service again and again, and
 * looks what is left. On the scale profile the servers are hurt too (`--faults 60` at most; with `--long`, or for ten minutes
 * and more, for as long as the promises name). `--races 10000` has two desks race for the same talks and cases instead.
 */
const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'embedded' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string', default: '300' },
    minutes: { type: 'string' },
    faults: { type: 'string' },
    only: { type: 'string', default: '' },
    races: { type: 'string' },
    long: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const minutes = values.minutes === undefined ? null : Number(values.minutes);
const order = {
  ...{ seed: Number(values.seed), kills: Number(values.kills), minutes },
  ...{ crowd: { web: 6, sms: 6, whatsapp: 4, telegram: 4 }, say: values.verbose ? say : () => {} },
};

async function embedded(): Promise<string[]> {
  const outcome = await torture({ ...order, weather: 1 });
  say(tableOf(outcome));
  return breachesOf(outcome);
}

async function scale(): Promise<string[]> {
  const faults = values.faults === undefined ? (minutes === null ? 20 : Infinity) : Number(values.faults);
  // A database that is no more than a stand-in has enough to do with these.
  const crowd = { web: 3, sms: 4, whatsapp: 3, telegram: 3 };
  const long = values.long || (minutes ?? 0) >= 10;
  const outcome = await tortureScale({ ...order, crowd, faults, long, only: values.only, isHasty: false });
  say(scaleTable(outcome));
  return scaleBreaches(outcome);
}

const profile = values.profile === 'scale' ? 'scale' : 'embedded';

async function races(count: number): Promise<string[]> {
  const outcome = await race({ profile, seed: order.seed, races: count, say: order.say });
  say(raceTable(outcome));
  return raceBreaches(outcome);
}

function run(): Promise<string[]> {
  if (values.races !== undefined) return races(Number(values.races));
  return profile === 'scale' ? scale() : embedded();
}

const breaches = await run();
process.exit(breaches.length === 0 ? 0 : 1);
